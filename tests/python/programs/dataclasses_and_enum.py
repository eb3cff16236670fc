from dataclasses import asdict, dataclass, field, replace
from enum import Enum, auto


class State(Enum):
    WAITING = auto()
    DONE = auto()


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)
    state: State = State.WAITING
    tags: list[str] = field(default_factory=list, compare=False)


@dataclass(frozen=True)
class Point:
    x: float
    y: float = 0.0


jobs = [Job(2, "b"), Job(1, "a", tags=["x"])]
print(min(jobs))
print(sorted(State, key=lambda state: state.name))
print(State["DONE"].value, State(1), State.DONE is State(2))
print(asdict(Point(1.5)), replace(Point(1), y=2) == Point(1, 2))
Point(0).x = 3

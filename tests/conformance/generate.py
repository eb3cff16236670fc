"""Makes up programs in the notation: small, valid, and with many things at the same time.

As a command: `generate.py NAME` prints the program of that name.
"""

import random
import sys
from typing import NamedTuple

# Few and small, so that much falls together.
DURATIONS = ["0ms", "1ms", "1ms", "2ms", "2ms", "3ms", "4ms", "5ms", "1us", "1.5ms"]
RANGES = ["0ms..2ms", "1us..3us", "1ms..4ms", "0us..1us"]
RATES = {
    "after": [0, 0.4, 0.7, 0.95],
    "using": [0, 0.3, 0.7],
    "timeout": [0, 0.1, 0.4],
    "retry": [0, 0.1, 0.5],
    "fails": [0, 0.1, 0.3],
    "background": [0, 0, 0.1, 0.5],
    "drawn": [0, 0.3],
}
STEPS = ["io", "io", "io", "cpu", "block", "thread", "thread"]


class Line(NamedTuple):
    """A task or a family that others can refer to."""

    name: str
    indices: range | None

    def references(self, of: "Line") -> list[str]:
        """The ways in which a line `of` the program can refer to this one."""
        if self.indices is None:
            return [self.name]
        ways = [self.name, f"{self.name}[{self.indices[0]}]", f"{self.name}[{self.indices[-1]}]"]
        if of.indices is not None and set(of.indices) <= set(self.indices):
            ways.append(f"{self.name}[i]")
        return ways


class Maker:
    """Makes up one program."""

    def __init__(self, name: str):
        self.random = random.Random(name)
        self.pools = [f"p{number}" for number in range(self.random.choice([0, 1, 1, 2, 3]))]
        # How often a task has each clause: some programs are full of one, some have none.
        self.rate = {clause: self.random.choice(rates) for clause, rates in RATES.items()}

    def program(self) -> str:
        """The text: settings and tasks, in any order."""
        count = self.random.choice([1, 2, 3, 4, 5, 6, 8, 12])
        lines: list[Line] = []
        texts = []
        for number in range(count):
            line = Line(f"t{number}", self.indices())
            texts.append(self.task(line, lines))
            lines.append(line)
        self.random.shuffle(texts)
        settings = self.settings()
        if self.random.random() < 0.2:
            return "\n".join(texts + settings) + "\n"
        return "\n".join(settings + texts) + "\n"

    def settings(self) -> list[str]:
        """The lines that concern the program as a whole."""
        settings = [f"pool {pool} = {self.random.choice([1, 1, 2])}" for pool in self.pools]
        if self.random.random() < 0.7:
            settings.append(f"threads {self.random.choice([1, 1, 2, 3])}")
        if self.random.random() < 0.7:
            settings.append(f"on failure {self.random.choice(['cancel', 'continue', 'continue'])}")
        if self.random.random() < 0.5:
            settings.append(f"seed {self.random.randrange(1000)}")
        self.random.shuffle(settings)
        return settings

    def indices(self) -> range | None:
        """The indices of a family; none for a single task."""
        if self.random.random() < 0.7:
            return None
        first = self.random.choice([0, 1, 1, 2])
        return range(first, first + self.random.choice([1, 2, 2, 3, 4]))

    def task(self, line: Line, before: list[Line]) -> str:
        """A line that comes after any of those before."""
        family = "" if line.indices is None else f"[{line.indices[0]}..{line.indices[-1]}]"
        steps = [self.step() for _ in range(self.random.choice([1, 1, 1, 2, 3]))]
        makers = [
            ("after", lambda: self.after(line, before)),
            ("using", self.using),
            ("timeout", lambda: f"timeout {self.random.choice(DURATIONS)}"),
            ("retry", self.retry),
            ("fails", self.fails),
            ("background", lambda: "background"),
        ]
        self.random.shuffle(makers)
        clauses = [make() for clause, make in makers if self.random.random() < self.rate[clause]]
        words = [f"{line.name}{family}:", " then ".join(steps), *filter(None, clauses)]
        return " ".join(words)

    def step(self) -> str:
        """A step with its duration."""
        drawn = self.random.random() < self.rate["drawn"]
        durations = RANGES if drawn else DURATIONS
        return f"{self.random.choice(STEPS)} {self.random.choice(durations)}"

    def after(self, line: Line, before: list[Line]) -> str:
        """What a line comes after, in one of the three ways."""
        if not before:
            return ""
        count = min(len(before), self.random.choice([1, 1, 2, 3]))
        awaited = self.random.sample(before, count)
        references = [self.random.choice(other.references(line)) for other in awaited]
        way = self.random.choice(["after", "after any", "after first"])
        return f"{way} {', '.join(references)}"

    def using(self) -> str:
        """Pools in any order."""
        if not self.pools:
            return ""
        count = self.random.randint(1, len(self.pools))
        return f"using {', '.join(self.random.sample(self.pools, count))}"

    def retry(self) -> str:
        """Further attempts, with or without a backoff."""
        count = self.random.choice([1, 2, 3])
        backoff = self.random.choice(["", "", " backoff 0ms", " backoff 1ms", " backoff 2ms"])
        return f"retry {count}{backoff}"

    def fails(self) -> str:
        """Which attempts fail."""
        return self.random.choice(["fails", "fails 1", "fails 2", "fails 25%", "fails 62.5%"])


def random_program(name: str) -> str:
    """The text of the program that is made up under a name, always the same."""
    return Maker(name).program()


if __name__ == "__main__":
    print(random_program(sys.argv[1]), end="")

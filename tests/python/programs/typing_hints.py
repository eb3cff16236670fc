from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, Generic, NamedTuple, Protocol, TypedDict, TypeVar

T = TypeVar("T")


class User(TypedDict):
    name: str
    age: int | None


class Pair(NamedTuple):
    left: int
    right: int = 0


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item: T = item


class Sized(Protocol):
    def size(self) -> int: ...


async def apply(make: Callable[[int], Awaitable[T]], n: int) -> list[T]:
    return [await make(i) for i in range(n)]


async def double(n: int) -> int:
    return 2 * n


async def stream() -> AsyncIterator[Any]:
    yield Pair(1)


async def main() -> None:
    user: User = {"name": "Ann", "age": None}
    print(user, Box[str]("x").item, await apply(double, 3))
    print([pair async for pair in stream()], apply.__annotations__["n"])


asyncio.run(main())

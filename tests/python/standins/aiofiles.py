"""Stands in for `aiofiles`: a disk in memory, which keeps only its reader waiting."""

import asyncio

from disk import STEP_S, Content


class File:
    """An open file."""

    def __init__(self, name, mode):
        self._content = Content(name, mode)
        self.name = self._content.name

    async def read(self, size=-1):
        await asyncio.sleep(STEP_S)
        return self._content.read(size)

    async def readline(self):
        await asyncio.sleep(STEP_S)
        return self._content.line()

    async def readlines(self):
        return [line async for line in self]

    async def write(self, piece):
        await asyncio.sleep(STEP_S)
        return self._content.write(piece)

    async def flush(self):
        pass

    async def close(self):
        pass

    def __aiter__(self):
        return self

    async def __anext__(self):
        if line := await self.readline():
            return line
        raise StopAsyncIteration


class Opening:
    """A file to be opened, awaited or entered."""

    def __init__(self, name, mode):
        self._name = name
        self._mode = mode

    async def _open(self):
        await asyncio.sleep(STEP_S)
        return File(self._name, self._mode)

    def __await__(self):
        return self._open().__await__()

    async def __aenter__(self):
        return await self._open()

    async def __aexit__(self, *_):
        pass


def open(name, mode="r", **_others):
    """`aiofiles.open`."""
    return Opening(name, mode)

"""Stands in for `aiofiles`: a disk in memory; to open, read, write or get a line takes 5 ms."""

import asyncio
import errno
import os

STEP_S = 0.005

disk = {}


class File:
    """An open file."""

    def __init__(self, name, mode):
        self._name = name
        self._mode = mode
        self._at = 0

    async def read(self, size=-1):
        await asyncio.sleep(STEP_S)
        text = disk[self._name]
        end = len(text) if size < 0 else self._at + size
        piece, self._at = text[self._at : end], min(end, len(text))
        return piece

    async def readline(self):
        await asyncio.sleep(STEP_S)
        lines = disk[self._name][self._at :].splitlines(keepends=True)
        line = lines[0] if lines else ""
        self._at += len(line)
        return line

    async def write(self, text):
        await asyncio.sleep(STEP_S)
        disk[self._name] += text
        return len(text)

    async def close(self):
        pass

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line


class Opening:
    """A file to be opened, awaited or entered."""

    def __init__(self, name, mode):
        self._name = name
        self._mode = mode

    async def _open(self):
        await asyncio.sleep(STEP_S)
        if "w" in self._mode:
            disk[self._name] = ""
        elif "a" in self._mode:
            disk.setdefault(self._name, "")
        elif self._name not in disk:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), self._name)
        return File(self._name, self._mode)

    def __await__(self):
        return self._open().__await__()

    async def __aenter__(self):
        return await self._open()

    async def __aexit__(self, *_):
        pass


def open(name, mode="r", **_others):
    return Opening(name, mode)

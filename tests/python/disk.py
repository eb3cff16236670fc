"""A disk in memory, empty at first; to open, read, write or get a line takes 5 ms."""

import errno
import os
import time

STEP_S = 0.005

contents = {}


def prepare(name, mode):
    """Check that a file can be opened so, and make it ready."""
    name = os.fspath(name)
    if mode[:1] not in ("r", "w", "a", "x"):
        raise ValueError(f"invalid mode: {mode!r}")
    if "r" in mode and name not in contents:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name)
    if "x" in mode and name in contents:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), name)
    if "w" in mode or name not in contents:
        contents[name] = b"" if "b" in mode else ""
    return name


class Content:
    """What is in an open file, and where in it reading stands."""

    def __init__(self, name, mode):
        self.name = prepare(name, mode)
        self.mode = mode
        self._at = 0

    def read(self, size=-1):
        content = contents[self.name]
        end = len(content) if size is None or size < 0 else self._at + size
        piece, self._at = content[self._at : end], min(end, len(content))
        return piece

    def line(self):
        lines = contents[self.name][self._at :].splitlines(keepends=True)
        line = lines[0] if lines else contents[self.name][:0]
        self._at += len(line)
        return line

    def write(self, piece):
        contents[self.name] += piece
        return len(piece)


class File:
    """A file that holds whoever reads or writes it."""

    def __init__(self, name, mode):
        self._content = Content(name, mode)
        self.name = self._content.name
        self.mode = mode
        self.closed = False

    def _step(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        time.sleep(STEP_S)

    def read(self, size=-1):
        self._step()
        return self._content.read(size)

    def readline(self):
        self._step()
        return self._content.line()

    def readlines(self):
        return list(self)

    def write(self, piece):
        self._step()
        return self._content.write(piece)

    def writelines(self, pieces):
        for piece in pieces:
            self.write(piece)

    def flush(self):
        pass

    def close(self):
        self.closed = True

    def __iter__(self):
        return self

    def __next__(self):
        if line := self.readline():
            return line
        raise StopIteration

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def open(name, mode="r", *_others, **_more):
    """The built-in `open`."""
    time.sleep(STEP_S)
    return File(name, mode)

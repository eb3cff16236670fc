"""Makes the interpreter ready for programs: its clocks, its output, and a clean start for each."""

import io
import sys
import traceback

import _interleave
import _wordings

# 2023-11-14 22:13:20 UTC.
EPOCH = 1_700_000_000


class Output(io.TextIOBase):
    """`sys.stdout` or `sys.stderr`."""

    encoding = "utf-8"
    errors = "strict"
    newlines = None
    line_buffering = True

    def __init__(self, name, fd, write):
        self.name = name
        self.mode = "w"
        self._fd = fd
        self._write = write

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._write(text)
        return len(text)

    def writable(self):
        return True

    def flush(self):
        pass

    def isatty(self):
        return False

    def fileno(self):
        return self._fd

    def reconfigure(self, **options):
        pass


class Builtin:
    """A function that stays itself as an attribute of a class, as those written in C do."""

    __slots__ = ("__name__", "__wrapped__")

    def __init__(self, name, function):
        self.__name__, self.__wrapped__ = name, function

    def __call__(self, *args):
        return self.__wrapped__(*args)

    def __repr__(self):
        return f"<built-in function {self.__name__}>"


def set_clocks():
    """The clocks show the run's time."""
    import operator
    import time

    now = _interleave.now

    def wall():
        return (EPOCH * 1_000_000 + round(now() * 1_000_000)) / 1_000_000

    def in_ns(clock):
        return lambda: round(clock() * 1_000_000) * 1_000

    def sleep(seconds, /):
        if not isinstance(seconds, (int, float)):
            seconds = operator.index(seconds)
        if seconds != seconds:
            raise ValueError("Invalid value NaN (not a number)")
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        _interleave.hold(seconds)

    def at_wall(function):
        return lambda seconds=None, /: function(wall() if seconds is None else seconds)

    def formatted(function):
        def format_time(format, moment=None, /):
            return function(format, time.localtime() if moment is None else moment)

        return format_time

    def get_clock_info(name):
        from types import SimpleNamespace

        return SimpleNamespace(
            implementation="the page's", monotonic=name != "time", adjustable=False, resolution=1e-06
        )

    asctime = time.asctime
    gmtime = at_wall(time.gmtime)
    functions = {
        "sleep": sleep,
        "time": wall,
        "time_ns": in_ns(wall),
        # A page's clock is in UTC, so that what is printed is the same everywhere.
        "gmtime": gmtime,
        "localtime": gmtime,
        "strftime": formatted(time.strftime),
        "ctime": lambda seconds=None, /: asctime(gmtime(seconds)),
        "asctime": lambda moment=None, /: asctime(gmtime() if moment is None else moment),
        "get_clock_info": get_clock_info,
    }
    for name in "monotonic", "perf_counter", "process_time", "thread_time":
        functions[name], functions[name + "_ns"] = now, in_ns(now)
    for name, function in functions.items():
        setattr(time, name, Builtin(name, function))
    time.tzname, time.timezone, time.altzone, time.daylight = ("UTC", "UTC"), 0, 0, 0

    import datetime

    real = datetime.datetime

    class ClockDatetime(real):
        @classmethod
        def now(cls, tz=None):
            return cls.fromtimestamp(wall(), tz)

        @classmethod
        def today(cls):
            return cls.fromtimestamp(wall())

        @classmethod
        def utcnow(cls):
            return cls.fromtimestamp(wall())

        @classmethod
        def fromtimestamp(cls, timestamp, tz=None):
            moment = real.fromtimestamp(timestamp, datetime.timezone.utc)
            moment = moment.replace(tzinfo=None) if tz is None else moment.astimezone(tz)
            return cls.combine(moment.date(), moment.timetz())

        def __repr__(self):
            return "datetime." + real.__repr__(self)

    ClockDatetime.__name__ = ClockDatetime.__qualname__ = "datetime"
    ClockDatetime.__module__ = "datetime"
    datetime.datetime = ClockDatetime


class BlockingFile:
    """What `open` gives: each thing that is done with the disk holds everything for a while."""

    def __init__(self, file):
        self._file = file

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __repr__(self):
        kind = "TextIOWrapper" if "b" not in self.mode else "BufferedWriter"
        if "b" in self.mode:
            kind = "BufferedReader" if "r" in self.mode else kind
            return f"<_io.{kind} name={self.name!r}>"
        return f"<_io.{kind} name={self.name!r} mode={self.mode!r} encoding='UTF-8'>"

    def _after(self, function, *args):
        import _disk

        _interleave.hold(_disk.SECONDS)
        return function(*args)

    def read(self, size=-1):
        return self._after(self._file.read, size)

    def readline(self, size=-1):
        return self._after(self._file.readline, size)

    def readlines(self, hint=-1):
        return self._after(self._file.readlines, hint)

    def write(self, data):
        return self._after(self._file.write, data)

    def writelines(self, lines):
        return self._after(self._file.writelines, lines)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self._file.close()


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, *rest):
    """`open`, on a disk in memory."""
    import _disk

    _interleave.hold(_disk.SECONDS)
    return BlockingFile(_disk.DISK.open(file, mode, encoding, newline))


# Linux's, as a page's system has none.
ERROR_NUMBERS = """
EPERM=1 ENOENT=2 EINTR=4 EIO=5 EBADF=9 ECHILD=10 EAGAIN=11 EWOULDBLOCK=11 ENOMEM=12 EACCES=13
EBUSY=16 EEXIST=17 ENOTDIR=20 EISDIR=21 EINVAL=22 EMFILE=24 ENOSPC=28 EPIPE=32 EDOM=33 ERANGE=34
ENAMETOOLONG=36 ENOSYS=38 ENOTEMPTY=39 EADDRINUSE=98 ENETUNREACH=101 ECONNABORTED=103
ECONNRESET=104 ENOTCONN=107 ESHUTDOWN=108 ETIMEDOUT=110 ECONNREFUSED=111 EHOSTUNREACH=113
EALREADY=114 EINPROGRESS=115
"""


def set_error_numbers():
    """`errno` has the names that programs look up, also where the VM has none."""
    import errno

    for name, number in (pair.split("=") for pair in ERROR_NUMBERS.split()):
        if not hasattr(errno, name):
            setattr(errno, name, int(number))
            errno.errorcode[int(number)] = name


def input(prompt="", /):
    """Nobody is there to answer."""
    error = EOFError("EOF when reading a line")
    error.add_note("A page has no terminal to type in: write the value into the program instead.")
    raise error


def prepare():
    """Once, when the interpreter starts."""
    import builtins

    sys.stdout = sys.__stdout__ = Output("<stdout>", 1, _interleave.write_out)
    sys.stderr = sys.__stderr__ = Output("<stderr>", 2, _interleave.write_err)
    sys.stdin = sys.__stdin__ = io.StringIO("")
    sys.argv = ["main.py"]
    set_error_numbers()
    set_clocks()
    _wordings.set_wordings()
    builtins.input = input
    builtins.open = open

    import asyncio
    import collections
    import contextlib
    import dataclasses
    import functools
    import itertools
    import json
    import logging
    import random
    import threading
    import typing

    import _strptime

    # Where its warnings look for its folder.
    _strptime.__file__ = "_strptime.py"

    # Theirs is what each run sets.
    import _disk
    import _network


prepare()

_modules = set(sys.modules)


def begin(source, world):
    """A clean start for a program in a world, which is JSON; returns the namespace of its module."""
    import asyncio
    import builtins
    import itertools
    import json
    import linecache
    import logging
    import random
    import signal
    import threading
    import types
    from asyncio import loopback, page_events

    import _disk
    import _network

    world = json.loads(world)
    for name in set(sys.modules) - _modules:
        del sys.modules[name]
    random.seed(world["seed"])
    _network.rules = [_network.Rule(rule) for rule in world["rules"]]
    threading._begin()
    signal._begin()
    loopback.begin()
    _disk.DISK = _disk.Disk()
    page_events.task_numbers = itertools.count(1)
    asyncio.events._set_running_loop(None)
    asyncio.events._event_loop_policy = None
    logging.root.handlers.clear()
    logging.root.setLevel(logging.WARNING)
    for logger in list(logging.root.manager.loggerDict):
        if not logger.startswith(("asyncio", "concurrent")):
            del logging.root.manager.loggerDict[logger]
    linecache.cache["main.py"] = (len(source), None, source.splitlines(True), "main.py")
    sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
    main = types.ModuleType("__main__")
    main.__file__ = "main.py"
    main.__builtins__ = builtins
    sys.modules["__main__"] = main
    return main.__dict__


def execute(code, namespace):
    """Run a program's module to its end, and what is left to do after it."""
    try:
        exec(code, namespace)
    except BaseException as exception:
        end_by(exception)
    finish()


async def play(source, world):
    """The same for a live run: each loop that the module itself runs is yielded, to be driven from
    outside."""
    import _live

    namespace = begin(source, world)
    try:
        await _live.run_module(source, namespace)
    except BaseException as exception:
        end_by(exception)
    finish()


def end_by(exception):
    """A program ends by an exception."""
    if not isinstance(exception, SystemExit):
        report(exception)
    elif isinstance(exception.code, str):
        print(exception.code, file=sys.stderr)


def finish():
    """A program's module is at its end."""
    import threading

    threading._shutdown()
    _interleave.end()


def report(exception):
    """Write an exception that nobody caught, as CPython does, without what is ours of it."""
    trace = exception.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename == "<frozen _prepare>":
        trace = trace.tb_next
    exception.__traceback__ = trace
    traceback.print_exception(exception)

"""Runs any Python program under CPython in virtual time.

As a command: `virtual.py PROGRAM.py` prints on standard output what the program prints there and,
where it ends by an exception, on standard error the last line of its traceback: for a group of
exceptions the line of the group, not the frame below it. The exit code is 1 after an exception,
3 where the program waits for ever, and otherwise the program's own.

Nothing waits: where nothing can go on, the clocks jump. They begin at 0 (`time.monotonic`,
`time.perf_counter`, the loop's) and at 2023-11-14 22:13:20 UTC (`time.time`,
`datetime.datetime.now`); computing takes no time. `random` begins with the seed 1. Threads are
modelled, and loopback connections and a few packages stood in for: see `world.py`, `loopback.py`
and `standins/`.
"""

import argparse
import io
import linecache
import os
import pathlib
import subprocess
import sys
import traceback
import types
from typing import NamedTuple

FILE_NAME = "main.py"


class Outcome(NamedTuple):
    """What a program printed, and the last line of the traceback that it ended with."""

    output: str
    error: str | None
    waits_for_ever: bool


def run(path: pathlib.Path) -> Outcome:
    """Run a program in a process of its own."""
    environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1"}
    process = subprocess.run(
        [sys.executable, "-B", __file__, str(path)],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        stdin=subprocess.DEVNULL,
        timeout=30,
        check=False,
    )
    return Outcome(process.stdout, process.stderr or None, process.returncode == 3)


def run_here(source: str, is_heap_order: bool):
    """Run a program's text in this process, which ends with it."""
    import world

    world.install()
    world.world.is_heap_order = is_heap_order
    sys.stderr = io.StringIO()
    linecache.cache[FILE_NAME] = (len(source), None, source.splitlines(True), FILE_NAME)
    main = types.ModuleType("__main__")
    main.__dict__["__file__"] = FILE_NAME
    sys.modules["__main__"] = main
    sys.argv = [FILE_NAME]
    code = 0
    try:
        exec(compile(source, FILE_NAME, "exec"), main.__dict__)
    except SystemExit as leave:
        code = leave.code if isinstance(leave.code, int) else int(leave.code is not None)
    except BaseException as error:
        lines = "".join(traceback.format_exception_only(error)).splitlines()
        # A group tells its members in a frame below.
        is_group = isinstance(error, BaseExceptionGroup)
        heads = [line for line in lines if line[:1].strip() and line[0] != "+"]
        print(heads[0] if is_group else lines[-1], file=sys.__stderr__)
        code = 1
    world.finish(code)


def parse_arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument(
        "--setting-order",
        action="store_true",
        help="timers that are due in one instant run as they were set, not as CPython's heap has them",
    )
    return parser.parse_args()


if __name__ == "__main__":
    options = parse_arguments()
    run_here(options.program.read_text("utf-8"), not options.setting_order)

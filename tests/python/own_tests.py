"""Runs CPython's own tests of asyncio in the page's VM, and tells how many pass.

Of each module of `test.test_asyncio` that needs no sockets and no processes a program is made: the
texts of the tests, of `unittest` and of the tests' helpers, as this very Python has them, then
`own_tests/inside.py`, which imports and runs them; `own_tests/standins/` has what takes the place
of helpers that need more than a page has. The program is predicted by what the command line names:

    own_tests.py cargo test --test own_tests                   the built worker, in a browser
    own_tests.py --native target/debug/examples/python         the same VM without a browser

`own_tests/known.txt` says why each test fails that does. The exit code is 1 where less than 90 %
pass, or one fails that is not known.
"""

import argparse
import fnmatch
import pathlib
import re
import subprocess
import sys
import sysconfig
import tempfile
import time
from typing import NamedTuple

HERE = pathlib.Path(__file__).parent / "own_tests"
LIBRARY = pathlib.Path(sysconfig.get_path("stdlib"))
MODULES = (
    "test_tasks test_futures test_futures2 test_locks test_queues test_timeouts test_taskgroups "
    "test_waitfor test_eager_task_factory test_context test_runners test_staggered test_threads "
    "test_pep492"
).split()
HELPERS = (
    "argparse gettext glob shlex unittest unittest._log unittest.async_case unittest.case "
    "unittest.loader unittest.main unittest.mock unittest.result unittest.runner unittest.signals "
    "unittest.suite unittest.util test test.support test.support.import_helper "
    "test.support.socket_helper test.support.threading_helper test.support.warnings_helper "
    "test.test_asyncio test.test_asyncio.utils"
).split()
LEAST = 0.9
# In seconds: the largest module takes some 15 of them.
PATIENCE = 60
NEVER_ENDS = "never ends"


class Known(NamedTuple):
    """Why some tests fail."""

    pattern: str
    why: str


class Outcome(NamedTuple):
    """What came of a test: ok, skip or FAIL, and why."""

    test: str
    what: str
    why: str


class Native:
    """Predicts programs by a command, one at a time."""

    def __init__(self, command):
        self.command = command

    def run(self, path):
        """What the program printed, and why it did not come to an end, if it did not."""
        command = [*self.command, str(path)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            return "", NEVER_ENDS
        return done.stdout, last_line(done.stderr)

    def close(self):
        pass


class Browser:
    """Predicts programs in the page's worker, by a command that is told their files."""

    def __init__(self, command):
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)

    def run(self, path):
        """What the program printed, and why it did not come to an end, if it did not."""
        self.process.stdin.write(f"{PATIENCE} {path}\n")
        self.process.stdin.flush()
        printed = []
        for line in self.process.stdout:
            if line.startswith("over: "):
                return "".join(printed), line.removeprefix("over: ").strip()
            printed.append(line)
        sys.exit("own tests: the browser has ended")

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def last_line(text):
    return text.strip().rpartition("\n")[2]


def main() -> int:
    """Run all modules; return the exit code."""
    options = parse_arguments()
    known = read_known()
    runner = (Native if options.native else Browser)(options.command)
    began, outcomes = time.monotonic(), []
    try:
        with tempfile.TemporaryDirectory() as folder:
            for module in options.module or MODULES:
                since = time.monotonic()
                of_module = outcomes_of(module, known, runner, pathlib.Path(folder))
                took = time.monotonic() - since
                print(f"{module}: {count(of_module)}, in {took:.1f} s", flush=True)
                outcomes += of_module
    finally:
        runner.close()
    print(f"CPython's own tests, all together: {count(outcomes)}, in {time.monotonic() - began:.0f} s")
    is_all_known = tell(outcomes, known, is_whole=not options.module)
    passed, run = passes(outcomes)
    if passed < LEAST * run:
        print(f"less than {LEAST:.0%} pass")
    return 0 if is_all_known and passed >= LEAST * run else 1


def parse_arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--native", action="store_true", help="COMMAND FILE predicts a program")
    parser.add_argument("--module", action="append", help="only this one of the modules")
    parser.add_argument("command", nargs=argparse.REMAINDER, help="what predicts the programs")
    return parser.parse_args()


def read_known() -> list[Known]:
    """The table of what is known to fail."""
    lines = (HERE / "known.txt").read_text("utf-8").splitlines()
    lines = [line for line in lines if line and not line.startswith("#")]
    return [Known(*line.split(" — ", 1)) for line in lines]


def outcomes_of(module: str, known: list[Known], runner, folder: pathlib.Path) -> list[Outcome]:
    """What comes of a module's tests, without those that are known never to end."""
    endless = [
        each
        for each in known
        if each.why.startswith(NEVER_ENDS) and each.pattern.startswith(f"{module}.")
    ]
    outcomes = [Outcome(each.pattern, "FAIL", each.why) for each in endless]
    found, ends = run_tests(module, None, outcomes, runner, folder)
    if ends:
        return found
    # Some test of it never ends: nothing is heard of the others of its class.
    for name in re.findall(r"^class (\w+)", text_of(f"test.test_asyncio.{module}"), re.MULTILINE):
        outcomes, ends = run_tests(module, name, outcomes, runner, folder)
        if not ends:
            outcomes.append(Outcome(f"{module}.{name}", "FAIL", NEVER_ENDS))
    return outcomes


def run_tests(module, class_name, before, runner, folder) -> tuple[list[Outcome], bool]:
    """The outcomes before and those of a module's tests, or of a class's alone; whether they end.

    A test may end its program, as one does that waits for ever: the others are run without it.
    """
    outcomes = list(before)
    while True:
        path = folder / f"{module}.py"
        path.write_text(program(module, class_name, [each.test for each in outcomes]), "utf-8")
        printed, why = runner.run(path)
        if why == NEVER_ENDS:
            return before, False
        found, is_whole = read(printed, why)
        outcomes += found
        if is_whole:
            return outcomes, True
        if not found:
            sys.exit(f"own tests: {module} cannot be run: {why}")


def program(module: str, class_name: str | None, left_out: list[str]) -> str:
    """The program that runs a module's tests."""
    name = f"test.test_asyncio.{module}"
    sources = {each: text_of(each) for each in [*HELPERS, name]}
    standins = HERE / "standins"
    for path in standins.rglob("*.py"):
        place = path.relative_to(standins).with_suffix("")
        sources[".".join(place.parts)] = path.read_text("utf-8")
    return "\n".join(
        [
            f"SOURCES = {sources!r}",
            f"MODULE = {name!r}",
            f"CLASSES = {class_name and [class_name]!r}",
            f"LEFT_OUT = {left_out!r}",
            (HERE / "inside.py").read_text("utf-8"),
        ]
    )


def text_of(module: str) -> str:
    """The text of one of this Python's modules."""
    path = LIBRARY.joinpath(*module.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return path.read_text("utf-8")


def read(printed: str, why: str) -> tuple[list[Outcome], bool]:
    """The outcomes that `inside.py` has printed, and whether it came to its end. What a test prints
    itself stands between."""
    outcomes, test = [], None
    for line in printed.splitlines():
        what, _, rest = line.partition(" ")
        if what == "began":
            test = rest
        elif test and line == "ok" or what in ("skip", "FAIL"):
            outcomes.append(Outcome(test, what, rest))
            test = None
        elif what == "outside":
            outcomes.append(Outcome(rest, "FAIL", rest))
        elif line == "end":
            return outcomes, True
    if test:
        outcomes.append(Outcome(test, "FAIL", f"it ends its program: {why}"))
    return outcomes, False


def passes(outcomes: list[Outcome]) -> tuple[int, int]:
    """How many tests pass, of how many that are not skipped."""
    run = [each for each in outcomes if each.what != "skip"]
    return sum(each.what == "ok" for each in run), len(run)


def count(outcomes: list[Outcome]) -> str:
    """The same in words."""
    passed, run = passes(outcomes)
    skipped = len(outcomes) - run
    share = f" ({passed / run:.1%})" if run else ""
    return f"{passed} of {run} pass{share}" + (f", {skipped} skip themselves" if skipped else "")


def tell(outcomes: list[Outcome], known: list[Known], is_whole: bool) -> bool:
    """Say why tests fail, and where that is not known or no longer so; return whether it is known
    of all."""
    unknown, by_reason, in_use = [], {}, set()
    for each in outcomes:
        reason = next((row for row in known if fnmatch.fnmatchcase(each.test, row.pattern)), None)
        if each.what == "skip":
            print(f"  skips itself: {each.test}: {each.why}")
        if each.what == "FAIL" and reason is None:
            unknown.append(each)
        elif each.what == "FAIL":
            by_reason.setdefault(reason.why, []).append(each.test)
            in_use.add(reason)
        elif reason is not None:
            print(f"  no longer fails: {each.test}, of {reason.pattern} in known.txt")
            in_use.add(reason)
    for why, tests in by_reason.items():
        print(f"  {len(tests)} fail: {why}")
        for test in tests:
            print(f"    {test}")
    for each in unknown:
        print(f"  not known yet: {each.test}: {each.why}")
    for row in known if is_whole else ():
        if row not in in_use:
            print(f"  there is no such test: {row.pattern} in known.txt")
    return not unknown


if __name__ == "__main__":
    sys.exit(main())

"""Holds the event loop to CPython: the same programs on both, in virtual time.

Every program in `programs/` is exported to Python and run here. What happens is kept beside it
(`NAME.txt`: a line for each start and end, in microseconds, in the order in which they happened),
and compared with the prediction. So are programs that are made up (`--random`).

`./dev conformance` runs it. It needs Python 3.11 or newer, and the example `conformance`, which
exports and predicts. The exit code is 1 if any figures have changed or any prediction is wrong.
"""

import argparse
import hashlib
import json
import pathlib
import subprocess
import sys
from itertools import zip_longest
from typing import NamedTuple

from generate import random_program
from recorder import record

PROGRAMS = pathlib.Path(__file__).parent / "programs"


class Program(NamedTuple):
    """A program in the notation, what Python made of it, and what was predicted."""

    name: str
    source: str
    export: str
    predicted: list[str]

    def run(self) -> list[str]:
        """What happens when Python runs its export."""
        return [str(event) for event in record(self.export)]


def main() -> int:
    """Run what the command line asks for; return the exit code."""
    options = parse_arguments()
    is_well = keep_figures(options.example)
    if options.random:
        is_well &= try_random(options.example, options.random, options.seed)
    return 0 if is_well else 1


def parse_arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("example", help="the built example `conformance`")
    parser.add_argument(
        "--random", type=int, default=0, metavar="N", help="try N made-up programs too"
    )
    parser.add_argument("--seed", type=int, default=1, help="what they are made up from")
    return parser.parse_args()


def keep_figures(example: str) -> bool:
    """Make the figures of the kept programs anew, and say what has changed or is wrong."""
    paths = sorted(PROGRAMS.glob("*.graph"))
    sources = {path.stem: path.read_text("utf-8") for path in paths}
    programs = predict(example, sources)
    hashes = []
    changed = wrong = 0
    for program in programs:
        events = program.run()
        wrong += not agrees(program, events)
        changed += has_changed(PROGRAMS / f"{program.name}.txt", lines(events))
        digest = hashlib.sha256(program.export.encode()).hexdigest()
        hashes.append(f"{digest}  {program.name}.py")
    changed += has_changed(PROGRAMS / "exports.sha256", lines(hashes))
    for path in PROGRAMS.glob("*.txt"):
        if path.stem not in sources:
            path.unlink()
            changed += 1
            print(f"{path.name}: removed, as it has no program")
    print(f"{len(programs)} kept programs: {changed} files changed, {wrong} predicted wrongly")
    return not changed and not wrong


def try_random(example: str, count: int, seed: int) -> bool:
    """Make up programs, and say where the prediction is not what Python does."""
    names = (f"random {seed}/{number}" for number in range(count))
    sources = {name: random_program(name) for name in names}
    programs = predict(example, sources)
    wrong = sum(not agrees(program, program.run()) for program in programs)
    print(f"{len(programs)} made-up programs: {wrong} predicted wrongly")
    return not wrong


def predict(example: str, sources: dict[str, str]) -> list[Program]:
    """Ask the example for the exports and predictions of all these programs."""
    questions = [{"name": name, "source": source} for name, source in sources.items()]
    answers = subprocess.run(
        [example],
        input=lines(map(json.dumps, questions)).encode(),
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    programs = []
    for answer in map(json.loads, answers.splitlines()):
        name = answer["name"]
        if "mistakes" in answer:
            sys.exit(f"{name} is no program: {answer['mistakes']}\n{sources[name]}")
        programs.append(Program(name, sources[name], answer["export"], answer["events"]))
    return programs


def agrees(program: Program, events: list[str]) -> bool:
    """Whether the prediction is what happened; says where not."""
    if events == program.predicted:
        return True
    print(f"{program.name}: predicted wrongly\n{program.source}")
    for predicted, happened in zip_longest(program.predicted, events, fillvalue="-"):
        mark = " " if predicted == happened else "!"
        print(f"{mark} {predicted:40} Python: {happened}")
    print()
    return False


def has_changed(path: pathlib.Path, text: str) -> bool:
    """Write a file, and say so if it is not what was there."""
    before = path.read_text("utf-8") if path.exists() else None
    if before == text:
        return False
    path.write_text(text, "utf-8")
    print(f"{path.name}: {'new' if before is None else 'changed'}")
    return True


def lines(items) -> str:
    """Items as lines of text."""
    return "".join(f"{item}\n" for item in items)


if __name__ == "__main__":
    sys.exit(main())

"""Keeps what CPython makes of the Python programs, in virtual time.

Every program in `programs/` is run (see `virtual.py`), and what it prints is kept beside it
(`NAME.txt`), with the last line of the traceback where it ends by an exception (`NAME.err`). What
the examples of `static/examples/python/` print is kept in `examples/`, and in `examples/tried/` the
examples with the change that they propose, with what comes of it.

The figures are made anew, and what has changed is said. With `--check` they are only compared, and
the exit code is 1 if any differ. CPython 3.13 is the judge: an older one lacks some of what the
programs use.
"""

import argparse
import pathlib
import sys
from concurrent.futures import ThreadPoolExecutor

from virtual import run

HERE = pathlib.Path(__file__).parent
SETS = [
    (HERE / "programs", HERE / "programs"),
    (HERE.parents[1] / "static" / "examples" / "python", HERE / "examples"),
    (HERE / "examples" / "tried", HERE / "examples" / "tried"),
]


def main() -> int:
    """Run what the command line asks for; return the exit code."""
    options = parse_arguments()
    if sys.version_info[:2] != (3, 13):
        sys.exit(f"CPython 3.13 is the judge, and this is {sys.version.split()[0]}")
    different = 0
    for programs, figures in SETS:
        different += keep_figures(programs, figures, options.check)
    return 1 if options.check and different else 0


def parse_arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="change nothing, only compare")
    return parser.parse_args()


def keep_figures(programs: pathlib.Path, figures: pathlib.Path, is_check: bool) -> int:
    """Compare the figures of a folder's programs, and keep the new ones; return how many differ."""
    paths = sorted(programs.glob("*.py"))
    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(run, paths))
    texts = {}
    for path, outcome in zip(paths, outcomes):
        texts[f"{path.stem}.txt"] = outcome.output
        if outcome.error is not None:
            texts[f"{path.stem}.err"] = outcome.error
    kept = {
        path.name: path.read_text("utf-8")
        for path in figures.iterdir()
        if path.suffix in (".txt", ".err")
    }
    different = sorted(name for name in texts | kept if texts.get(name) != kept.get(name))
    for name in different:
        path = figures / name
        if name not in kept:
            print(f"{path.relative_to(HERE)}: new")
        elif name not in texts:
            print(f"{path.relative_to(HERE)}: no longer so")
        else:
            print(f"{path.relative_to(HERE)}: changed")
        if not is_check and name in texts:
            path.write_text(texts[name], "utf-8")
        elif not is_check:
            path.unlink()
    print(f"{figures.relative_to(HERE)}: {len(paths)} programs, {len(different)} files differ")
    return len(different)


if __name__ == "__main__":
    sys.exit(main())

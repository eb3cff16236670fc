//! Races, threads and draws, as scripts.

use super::assert_export;

#[test]
fn a_race_cancels_its_losers() {
    assert_export(
        "mirror[1..3]: thread 20ms\n\
         page: io 1ms after first mirror",
        r#""""Tasks on asyncio's event loop, exported from Interleave (Python 3.11 or newer)."""

import asyncio
import functools
import time
from concurrent.futures import ThreadPoolExecutor

BEGAN = time.perf_counter()
executor = ThreadPoolExecutor(max_workers=4)
tasks = {}


class Skipped(asyncio.CancelledError):
    """What a task comes after can no longer succeed.

    It is a CancelledError because a TaskGroup must not count it as a failure.
    """


def report(event):
    """Print what the current task does, and when."""
    name = asyncio.current_task().get_name()
    print(f"{time.perf_counter() - BEGAN:8.3f} s  {name} {event}")


def succeeded(task):
    """Say whether a task that has ended was neither cancelled nor failed."""
    return not task.cancelled() and task.exception() is None


async def any_of(awaited):
    """Wait until one of these tasks has succeeded; skip the current one if none can."""
    pending = set(awaited)
    verdict = asyncio.get_running_loop().create_future()

    def on_end(task):
        pending.discard(task)
        if not verdict.done() and (not pending or succeeded(task)):
            verdict.set_result(succeeded(task))

    for task in awaited:
        task.add_done_callback(on_end)
    if not await verdict:
        raise Skipped


async def first_of(awaited):
    """Wait until one of these tasks has succeeded, then cancel the others."""
    await any_of(awaited)
    for task in awaited:
        task.cancel()


def reported(function):
    """Make a coroutine function report how it ends."""

    @functools.wraps(function)
    async def task(*args):
        try:
            await function(*args)
        except Skipped:
            report("skipped")
            raise
        except asyncio.CancelledError:
            report("cancelled")
            raise
        else:
            report("done")

    return task


@reported
async def mirror(i):
    """mirror[1..3]: thread 20ms"""
    loop = asyncio.get_running_loop()
    report("started")
    await loop.run_in_executor(executor, time.sleep, 0.02)


@reported
async def page():
    """page: io 1ms after first mirror"""
    await first_of([tasks[f"mirror[{n}]"] for n in range(1, 4)])
    report("started")
    await asyncio.sleep(0.001)


async def main():
    """Run all tasks at once."""
    async with asyncio.TaskGroup() as group:
        for i in range(1, 4):
            name = f"mirror[{i}]"
            tasks[name] = group.create_task(mirror(i), name=name)
        group.create_task(page(), name="page")
    print(f"{time.perf_counter() - BEGAN:8.3f} s  total")


if __name__ == "__main__":
    asyncio.run(main())
"#,
    );
}

#[test]
fn draws_are_by_sha_256() {
    assert_export(
        "seed 7\n\
         flaky: io 10ms..20ms then cpu 5us fails 12.5% retry 3",
        r#""""Tasks on asyncio's event loop, exported from Interleave (Python 3.11 or newer)."""

import asyncio
import functools
import hashlib
import sys
import time

BEGAN = time.perf_counter()
SEED = 7
failed = []


class Failed(Exception):
    """An attempt has failed, as the program says."""


def report(event):
    """Print what the current task does, and when."""
    name = asyncio.current_task().get_name()
    print(f"{time.perf_counter() - BEGAN:8.3f} s  {name} {event}")


def compute(seconds):
    """Keep the processor busy; nothing else runs on the event loop meanwhile."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


def draw(place, attempt):
    """Draw 64 bits that depend on the seed, the task, the place and the attempt."""
    name = asyncio.current_task().get_name()
    key = f"{SEED} {name} {place} {attempt}"
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")


def between(shortest, longest, step, attempt=0):
    """Draw how many seconds a step takes, in whole microseconds from end to end."""
    count = round((longest - shortest) * 1e6) + 1
    return shortest + (draw(step, attempt) * count >> 64) / 1e6


def chance(percent, attempt=0):
    """Draw whether an attempt fails that does so with this chance."""
    return (draw("fails", attempt) * 1_000_000 >> 64) < round(percent * 10_000)


def reported(function):
    """Make a coroutine function report how it ends."""

    @functools.wraps(function)
    async def task(*args):
        try:
            await function(*args)
        except asyncio.CancelledError:
            report("cancelled")
            raise
        except Failed:
            report("failed")
            failed.append(asyncio.current_task().get_name())
            raise
        else:
            report("done")

    return task


@reported
async def flaky():
    """flaky: io 10ms..20ms then cpu 5us retry 3 fails 12.5%"""
    for attempt in range(4):
        try:
            report(f"retry {attempt}" if attempt else "started")
            await asyncio.sleep(between(0.01, 0.02, step=0, attempt=attempt))
            compute(5e-06)
            if chance(12.5, attempt):
                raise Failed
        except Failed:
            if attempt == 3:
                raise
        else:
            return


async def main():
    """Run all tasks at once; the first failure cancels the others."""
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(flaky(), name="flaky")
    except* Failed:
        pass  # `reported` has kept the names in `failed`
    print(f"{time.perf_counter() - BEGAN:8.3f} s  total")


if __name__ == "__main__":
    asyncio.run(main())
    if failed:
        sys.exit(f"{failed[0]} has failed, so the others were cancelled.")
"#,
    );
}

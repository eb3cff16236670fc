//! Programs that can fail, as scripts.

use super::{assert_export, python};

#[test]
fn a_page_with_a_pool_a_timeout_and_retries() {
    assert_export(
        "pool db = 2\n\
         user: io 300ms\n\
         posts[1..6]: io 400ms after user using db\n\
         avatar: io 700ms after user timeout 500ms retry 2 backoff 100ms\n\
         render: cpu 120ms after posts, avatar",
        r#""""Tasks on asyncio's event loop, exported from Interleave (Python 3.11 or newer)."""

import asyncio
import functools
import sys
import time

BEGAN = time.perf_counter()
db = asyncio.Semaphore(2)
tasks = {}
failed = []


def report(event):
    """Print what the current task does, and when."""
    name = asyncio.current_task().get_name()
    print(f"{time.perf_counter() - BEGAN:8.3f} s  {name} {event}")


def compute(seconds):
    """Keep the processor busy; nothing else runs on the event loop meanwhile."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


def reported(function):
    """Make a coroutine function report how it ends."""

    @functools.wraps(function)
    async def task(*args):
        try:
            await function(*args)
        except asyncio.CancelledError:
            report("cancelled")
            raise
        except TimeoutError:
            report("failed")
            failed.append(asyncio.current_task().get_name())
            raise
        else:
            report("done")

    return task


@reported
async def user():
    """user: io 300ms"""
    report("started")
    await asyncio.sleep(0.3)


@reported
async def posts(i):
    """posts[1..6]: io 400ms after user using db"""
    await asyncio.wait([tasks["user"]])
    async with db:
        report("started")
        await asyncio.sleep(0.4)


@reported
async def avatar():
    """avatar: io 700ms after user timeout 500ms retry 2 backoff 100ms"""
    await asyncio.wait([tasks["user"]])
    for attempt in range(3):
        try:
            async with asyncio.timeout(0.5):
                report(f"retry {attempt}" if attempt else "started")
                await asyncio.sleep(0.7)
        except TimeoutError:
            if attempt == 2:
                raise
            await asyncio.sleep(0.1 * 2**attempt)
        else:
            return


@reported
async def render():
    """render: cpu 120ms after posts, avatar"""
    await asyncio.wait([*(tasks[f"posts[{n}]"] for n in range(1, 7)), tasks["avatar"]])
    report("started")
    compute(0.12)


async def main():
    """Run all tasks at once; the first failure cancels the others."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks["user"] = group.create_task(user(), name="user")
            for i in range(1, 7):
                name = f"posts[{i}]"
                tasks[name] = group.create_task(posts(i), name=name)
            tasks["avatar"] = group.create_task(avatar(), name="avatar")
            group.create_task(render(), name="render")
    except* TimeoutError:
        pass  # `reported` has kept the names in `failed`
    print(f"{time.perf_counter() - BEGAN:8.3f} s  total")


if __name__ == "__main__":
    asyncio.run(main())
    if failed:
        sys.exit(f"{failed[0]} has failed, so the others were cancelled.")
"#,
    );
}

#[test]
fn what_comes_after_a_failure_is_skipped_where_the_others_go_on() {
    assert_export(
        "on failure continue\n\
         load: io 10ms fails\n\
         show: block 5ms after load\n\
         log: io 1s background",
        r#""""Tasks on asyncio's event loop, exported from Interleave (Python 3.11 or newer)."""

import asyncio
import functools
import sys
import time

BEGAN = time.perf_counter()
tasks = {}
background = {}
failed = []


class Failed(Exception):
    """An attempt has failed, as the program says."""


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


async def all_of(awaited):
    """Wait until all these tasks have succeeded; skip the current one if they can't."""
    pending = set(awaited)
    verdict = asyncio.get_running_loop().create_future()

    def on_end(task):
        pending.discard(task)
        if not verdict.done() and (not pending or not succeeded(task)):
            verdict.set_result(succeeded(task))

    for task in awaited:
        task.add_done_callback(on_end)
    if not await verdict:
        raise Skipped


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
        except Failed:
            report("failed")
            failed.append(asyncio.current_task().get_name())
            raise
        else:
            report("done")

    return task


@reported
async def load():
    """load: io 10ms fails"""
    report("started")
    await asyncio.sleep(0.01)
    raise Failed


@reported
async def show():
    """show: block 5ms after load"""
    await all_of([tasks["load"]])
    report("started")
    time.sleep(0.005)


@reported
async def log():
    """log: io 1s background"""
    report("started")
    await asyncio.sleep(1)


async def main():
    """Run all tasks at once; when one fails, the others go on."""
    tasks["load"] = asyncio.create_task(load(), name="load")
    tasks["show"] = asyncio.create_task(show(), name="show")
    background["log"] = asyncio.create_task(log(), name="log")
    await asyncio.gather(*tasks.values(), return_exceptions=True)
    for task in background.values():
        task.cancel()
    await asyncio.gather(*background.values(), return_exceptions=True)
    print(f"{time.perf_counter() - BEGAN:8.3f} s  total")


if __name__ == "__main__":
    asyncio.run(main())
    if failed:
        sys.exit(f"{len(failed)} of {len(tasks) + len(background)} tasks failed.")
"#,
    );
}

#[test]
fn waits_for_all_and_for_any_share_what_they_have_in_common() {
    let script = python(
        "on failure continue\n\
         load[1..2]: io 10ms fails 1\n\
         show: io 1ms after load\n\
         tell: io 1ms after any load",
    );
    assert!(script.contains(
        r#"
async def wait_until(awaited, deciding):
    """Wait until all these tasks have ended, or one whose success is `deciding`.

    If the last of them has not succeeded, skip the current task.
    """
    pending = set(awaited)
    verdict = asyncio.get_running_loop().create_future()

    def on_end(task):
        pending.discard(task)
        if not verdict.done() and (not pending or succeeded(task) == deciding):
            verdict.set_result(succeeded(task))

    for task in awaited:
        task.add_done_callback(on_end)
    if not await verdict:
        raise Skipped


async def all_of(awaited):
    """Wait until all these tasks have succeeded; skip the current one if they can't."""
    await wait_until(awaited, deciding=False)


async def any_of(awaited):
    """Wait until one of these tasks has succeeded; skip the current one if none can."""
    await wait_until(awaited, deciding=True)


def reported(function):
"#
    ));
}

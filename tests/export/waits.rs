//! Programs in which nothing fails, as scripts.

use super::assert_export;

#[test]
fn a_wait_for_another_needs_no_more_than_asyncio_has() {
    assert_export(
        "A: io 2s\n\
         B: io 2s\n\
         C: io 2s after A",
        r#""""Tasks on asyncio's event loop, exported from Interleave (Python 3.11 or newer)."""

import asyncio
import time

BEGAN = time.perf_counter()
tasks = {}


def report(event):
    """Print what the current task does, and when."""
    name = asyncio.current_task().get_name()
    print(f"{time.perf_counter() - BEGAN:8.3f} s  {name} {event}")


async def A():
    """A: io 2s"""
    report("started")
    await asyncio.sleep(2)
    report("done")


async def B():
    """B: io 2s"""
    report("started")
    await asyncio.sleep(2)
    report("done")


async def C():
    """C: io 2s after A"""
    await asyncio.wait([tasks["A"]])
    report("started")
    await asyncio.sleep(2)
    report("done")


async def main():
    """Run all tasks at once."""
    async with asyncio.TaskGroup() as group:
        tasks["A"] = group.create_task(A(), name="A")
        group.create_task(B(), name="B")
        group.create_task(C(), name="C")
    print(f"{time.perf_counter() - BEGAN:8.3f} s  total")


if __name__ == "__main__":
    asyncio.run(main())
"#,
    );
}

#[test]
fn a_family_is_a_loop() {
    assert_export(
        "pool site = 10\n\
         request[1..50]: io 2s using site",
        r#""""Tasks on asyncio's event loop, exported from Interleave (Python 3.11 or newer)."""

import asyncio
import time

BEGAN = time.perf_counter()
site = asyncio.Semaphore(10)


def report(event):
    """Print what the current task does, and when."""
    name = asyncio.current_task().get_name()
    print(f"{time.perf_counter() - BEGAN:8.3f} s  {name} {event}")


async def request(i):
    """request[1..50]: io 2s using site"""
    async with site:
        report("started")
        await asyncio.sleep(2)
    report("done")


async def main():
    """Run all tasks at once."""
    async with asyncio.TaskGroup() as group:
        for i in range(1, 51):
            group.create_task(request(i), name=f"request[{i}]")
    print(f"{time.perf_counter() - BEGAN:8.3f} s  total")


if __name__ == "__main__":
    asyncio.run(main())
"#,
    );
}

#[test]
fn nothing_is_a_script_too() {
    assert_export(
        "",
        r#""""Tasks on asyncio's event loop, exported from Interleave (Python 3.11 or newer)."""

import asyncio
import time

BEGAN = time.perf_counter()


def report(event):
    """Print what the current task does, and when."""
    name = asyncio.current_task().get_name()
    print(f"{time.perf_counter() - BEGAN:8.3f} s  {name} {event}")


async def main():
    """Run all tasks at once."""
    print(f"{time.perf_counter() - BEGAN:8.3f} s  total")


if __name__ == "__main__":
    asyncio.run(main())
"#,
    );
}

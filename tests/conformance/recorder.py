"""What happens when a program's export runs, in virtual time.

As a command: `recorder.py < program.py` prints a line for each event.
"""

import asyncio
import sys
import types
from typing import NamedTuple

from virtual_time import OrderedTaskGroup, VirtualTimeLoop


class Event(NamedTuple):
    """A task's start, or its end with its outcome."""

    time_us: int
    task: str
    what: str

    def __str__(self):
        return f"{self.time_us} {self.task} {self.what}"


def record(script: str) -> list[Event]:
    """Run an export, and return its events in the order in which they happened.

    The script's text runs as it is. Its clock is the loop's, and what it would have printed or
    computed goes to the loop and the record. A task that said nothing of its end was cancelled
    before its first step, or waits for ever. Attempts after the first are no events of their own.
    """
    loop = VirtualTimeLoop()
    asyncio.set_event_loop(loop)
    asyncio.TaskGroup = OrderedTaskGroup
    events = []

    def report(event):
        if not event.startswith("retry "):
            events.append(Event(loop.now_us, asyncio.current_task().get_name(), event))

    module = {"__name__": "program"}
    exec(compile(script, "program.py", "exec"), module)
    module |= {
        "time": types.SimpleNamespace(sleep=loop.hold, perf_counter=loop.time),
        "report": report,
        "compute": loop.hold,
        "print": lambda *_: None,
    }
    try:
        main = run_until_end(loop, module["main"]())
        ended = {event.task for event in events if event.what != "started"}
        rest = "deadlocked" if loop.is_deadlocked else "cancelled"
        for task in loop.tasks:
            if task is not main and task.get_name() not in ended:
                events.append(Event(loop.now_us, task.get_name(), rest))
        record_of_run = list(events)
        clear(loop)
    finally:
        asyncio.set_event_loop(None)
        loop.close()
    return record_of_run


def run_until_end(loop: VirtualTimeLoop, coroutine) -> asyncio.Task:
    """Run until the coroutine has ended, or nothing can go on."""
    main = loop.create_task(coroutine)
    main.add_done_callback(lambda _: loop.stop())
    loop.run_forever()
    if main.done() and not main.cancelled():
        main.result()
    return main


def clear(loop: VirtualTimeLoop):
    """End what waits for ever, so that nothing complains of it."""
    for task in loop.tasks:
        task.cancel()
    if not all(task.done() for task in loop.tasks):
        loop.run_forever()


if __name__ == "__main__":
    print(*record(sys.stdin.read()), sep="\n")

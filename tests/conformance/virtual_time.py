"""An asyncio event loop in virtual time: nothing waits, the clock jumps.

It is CPython's own loop, iteration by iteration. What is different:

- the clock stands at whole microseconds, and moves only where a program holds the loop
  (`VirtualTimeLoop.hold`) or where nothing is ready: then to the next timer;
- timers that are due at the same time run in the order in which they were set (CPython's heap
  promises no order there);
- the executor's threads are modelled: how long a job takes is what it sleeps;
- a task group cancels its tasks in the order in which they were created (CPython's set of them
  promises no order);
- where nothing is ready, no timer is set and no thread runs, the loop stops, and says so.
"""

import asyncio
import collections
import heapq
import itertools


def in_microseconds(seconds: float) -> int:
    """The whole microseconds nearest to a time in seconds."""
    return round(seconds * 1_000_000)


class FifoTimerHandle(asyncio.TimerHandle):
    """A timer that comes after those which were set before it for the same time."""

    __slots__ = ("_number",)

    def __init__(self, number, *arguments):
        super().__init__(*arguments)
        self._number = number

    def __lt__(self, other):
        return (self._when, self._number) < (other._when, other._number)


class OrderedSet(dict):
    """As much of a set as a task group needs, in the order of adding."""

    def add(self, item):
        self[item] = None

    def discard(self, item):
        self.pop(item, None)


class OrderedTaskGroup(asyncio.TaskGroup):
    """A task group that cancels its tasks in the order of their creation."""

    def __init__(self):
        super().__init__()
        self._tasks = OrderedSet()


class NoFiles:
    """A selector with nothing to select from."""

    def select(self, _timeout):
        return ()


class Threads:
    """The executor's threads: the first job in is the first that a free thread takes."""

    def __init__(self, loop: "VirtualTimeLoop", count: int):
        self._loop = loop
        self._free = count
        self._ends_us = []
        self._queue = collections.deque()

    def submit(self, duration_us: int, future: asyncio.Future):
        """Take a job: at once where a thread is free, else into the queue."""
        self.catch_up()
        if self._free:
            self._free -= 1
            self._begin(self._loop.now_us, duration_us, future)
        else:
            self._queue.append((duration_us, future))

    def catch_up(self):
        """Let the threads that are free by now take jobs, each when it was free."""
        while self._ends_us and self._ends_us[0] <= self._loop.now_us:
            free_us = heapq.heappop(self._ends_us)
            while self._queue and self._queue[0][1].cancelled():
                self._queue.popleft()
            if self._queue:
                self._begin(free_us, *self._queue.popleft())
            else:
                self._free += 1

    def _begin(self, start_us, duration_us, future):
        end_us = start_us + duration_us
        heapq.heappush(self._ends_us, end_us)
        self._loop.call_at(end_us / 1_000_000, complete, future)


def complete(future: asyncio.Future):
    """A thread's job is done; whoever waited for it may be gone."""
    if not future.done():
        future.set_result(None)


class VirtualTimeLoop(asyncio.BaseEventLoop):
    """The event loop in virtual time, which begins at `start_us`."""

    def __init__(self, start_us: int = 0):
        super().__init__()
        self._clock_resolution = 0.4e-6
        self._selector = NoFiles()
        self._timer_numbers = itertools.count()
        self._threads = {}
        self._job_us = None
        self.now_us = start_us
        self.is_deadlocked = False
        self.tasks = []

    def time(self):
        return self.now_us / 1_000_000

    def hold(self, seconds: float):
        """Let time pass while the loop does nothing else; in a job, while its thread does."""
        duration_us = in_microseconds(seconds)
        if self._job_us is None:
            self.now_us += duration_us
            self._let_threads_catch_up()
        else:
            self._job_us += duration_us

    def call_at(self, when, callback, *args, context=None):
        self._check_closed()
        when = in_microseconds(when) / 1_000_000
        number = next(self._timer_numbers)
        timer = FifoTimerHandle(number, when, callback, args, self, context)
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        return timer

    def create_task(self, coro, **options):
        task = super().create_task(coro, **options)
        self.tasks.append(task)
        return task

    def run_in_executor(self, executor, function, *args):
        if executor not in self._threads:
            self._threads[executor] = Threads(self, executor._max_workers)
        self._job_us = 0
        try:
            function(*args)
        finally:
            duration_us, self._job_us = self._job_us, None
        future = self.create_future()
        self._threads[executor].submit(duration_us, future)
        return future

    def _run_once(self):
        if not self._ready and not self._stopping:
            self._jump()
        self._let_threads_catch_up()
        super()._run_once()

    def _let_threads_catch_up(self):
        for threads in self._threads.values():
            threads.catch_up()

    def _jump(self):
        """Go to the time of the next timer that has not been cancelled."""
        while self._scheduled and self._scheduled[0]._cancelled:
            self._timer_cancelled_count -= 1
            heapq.heappop(self._scheduled)._scheduled = False
        if self._scheduled:
            when_us = in_microseconds(self._scheduled[0]._when)
            self.now_us = max(self.now_us, when_us)
        else:
            self.is_deadlocked = True
            self.stop()

    def _process_events(self, event_list):
        pass

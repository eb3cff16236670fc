"""The world in which a Python program runs: clocks that jump, threads that are modelled, and
output that knows its time.

A thread's function runs in one go, with a clock of its own, which its sleeps move. What it prints
is put among the rest by time, and its result is there when its clock says.
"""

import asyncio
import builtins
import concurrent.futures
import contextlib
import datetime
import heapq
import io
import itertools
import logging
import multiprocessing
import multiprocessing.pool
import os
import pathlib
import random
import sys
import threading
import time
import types
import weakref

HERE = pathlib.Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "conformance")]

import disk
from virtual_time import OrderedTaskGroup, Threads, VirtualTimeLoop, in_microseconds

EPOCH_US = 1_700_000_000_000_000  # 2023-11-14 22:13:20 UTC
CORES = 8
WAITS_FOR_EVER = 3

real = types.SimpleNamespace(
    asctime=time.asctime,
    ctime=time.ctime,
    gmtime=time.gmtime,
    localtime=time.localtime,
    stdout=sys.stdout,
    strftime=time.strftime,
)


class Clock:
    """A thread's own time: the main thread's, or a modelled one's."""

    def __init__(self, now_us: int, thread=None):
        self.now_us = now_us
        self.thread = thread
        self.pools = []
        self._deliveries = []
        self._numbers = itertools.count()

    def hold(self, duration_us: int):
        """Let time pass, and what falls into it happen."""
        self.go_to(self.now_us + duration_us)

    def go_to(self, when_us: int):
        """Let time pass until `when_us`, which may be over."""
        while (next_us := self.next_us()) is not None and next_us <= when_us:
            self.now_us = max(self.now_us, next_us)
            self.catch_up()
        self.now_us = max(self.now_us, when_us)
        self.catch_up()

    def next_us(self) -> int | None:
        """When something happens next of itself."""
        times = [pool.next_us() for pool in self.pools if pool.next_us() is not None]
        if self._deliveries:
            times.append(self._deliveries[0][0])
        return min(times, default=None)

    def deliver(self, when_us: int, callback, *arguments):
        """Call back when this clock says `when_us`."""
        heapq.heappush(self._deliveries, (when_us, next(self._numbers), callback, arguments))

    def catch_up(self):
        """Do what is due: jobs begin in threads that are free, results are delivered."""
        for pool in self.pools:
            pool.catch_up()
        while self._deliveries and self._deliveries[0][0] <= self.now_us:
            _, _, callback, arguments = heapq.heappop(self._deliveries)
            callback(*arguments)

    def wait_until(self, is_so):
        """Hold until it is so; where it never will be, the program waits for ever."""
        while not is_so():
            next_us = self.next_us()
            if next_us is None:
                end(WAITS_FOR_EVER)
            self.go_to(next_us)


class Output(io.TextIOBase):
    """Standard output that knows when each piece was written, and by a daemon or not."""

    encoding = "utf-8"

    def __init__(self):
        self._pieces = []

    def writable(self):
        return True

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        thread = world.clock.thread
        is_daemon = thread is not None and thread.daemon
        self._pieces.append((world.clock.now_us, is_daemon, text))
        return len(text)

    def text(self, end_us: int) -> str:
        """All in the order of time; daemons' no later than the program's end."""
        pieces = sorted(self._pieces, key=lambda piece: piece[0])
        said = (text for when, is_daemon, text in pieces if when <= end_us or not is_daemon)
        return "".join(said)


world = types.SimpleNamespace(main=Clock(0), output=Output(), threads=[], is_heap_order=False)
world.clock = world.main


def finish(code: int):
    """End the program when the threads have ended that it waits for."""
    while (next_us := world.main.next_us()) is not None:
        world.main.go_to(next_us)
    for thread in world.threads:
        if not thread.daemon:
            world.main.go_to(thread.end_us)
    end(code)


def end(code: int):
    """End the program: write what it printed, and leave at once."""
    with contextlib.suppress(BrokenPipeError):
        real.stdout.buffer.write(world.output.text(world.main.now_us).encode())
        real.stdout.flush()
    sys.__stderr__.flush()
    os._exit(code)


# Threads


@contextlib.contextmanager
def on_thread(clock: Clock):
    """Let what follows run as if on a thread with this clock."""
    before = world.clock
    running = asyncio._get_running_loop()
    local = asyncio.get_event_loop_policy()._local
    set_loop, was_set = local._loop, local._set_called
    asyncio._set_running_loop(None)
    local._loop, local._set_called = None, True
    world.clock = clock
    try:
        yield
        while clock.next_us() is not None:
            clock.go_to(clock.next_us())
    finally:
        world.clock = before
        asyncio._set_running_loop(running)
        local._loop, local._set_called = set_loop, was_set


class Thread(threading.Thread):
    """A thread that is modelled: it runs when it starts, in one go."""

    _numbers = itertools.count(1)

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if name is None:
            name = f"Thread-{next(Thread._numbers)}"
            if target is not None:
                name += f" ({getattr(target, '__name__', '')})"
        super().__init__(group, target, name, args, kwargs, daemon=daemon)
        self._clock = None

    def start(self):
        if self._clock is not None:
            raise RuntimeError("threads can only be started once")
        self._clock = Clock(world.clock.now_us, self)
        world.threads.append(self)
        with on_thread(self._clock), contextlib.suppress(Exception):
            self.run()

    @property
    def end_us(self) -> int:
        """When it ends."""
        return self._clock.now_us

    def join(self, timeout=None):
        if self._clock is None:
            raise RuntimeError("cannot join thread before it is started")
        until_us = self.end_us
        if timeout is not None:
            until_us = min(until_us, world.clock.now_us + in_microseconds(timeout))
        world.clock.go_to(until_us)

    def is_alive(self):
        return self._clock is not None and world.clock.now_us < self.end_us


class Worker:
    """One of a pool's threads."""

    def __init__(self, name: str):
        self.name = name
        self.daemon = False
        self.ident = id(self)
        self.end_us = 0


class Pool(Threads):
    """A pool's threads, on the clock of the thread that made it."""

    def __init__(self, count: int, name: str):
        super().__init__(world.clock, count)
        self._name = name
        self._workers = []
        world.clock.pools.append(self)

    def next_us(self) -> int | None:
        """When a thread becomes free that others wait for."""
        return self._ends_us[0] if self._ends_us else None

    def _begin(self, start_us, job, future):
        free = (worker for worker in self._workers if worker.end_us <= start_us)
        worker = next(free, None)
        if worker is None:
            worker = Worker(f"{self._name}_{len(self._workers)}")
            self._workers.append(worker)
        clock = Clock(start_us, worker)
        with on_thread(clock):
            deliver = job(future)
        worker.end_us = clock.now_us
        heapq.heappush(self._ends_us, clock.now_us)
        loop = asyncio._get_running_loop()
        if isinstance(loop, Loop) and loop.clock is self._loop:
            loop.call_at(clock.now_us / 1_000_000, deliver)
        else:
            self._loop.deliver(clock.now_us, deliver)


class Future(concurrent.futures.Future):
    """What comes of a job; waiting for it holds the thread that waits."""

    def result(self, timeout=None):
        self._wait(timeout)
        return super().result(0)

    def exception(self, timeout=None):
        self._wait(timeout)
        return super().exception(0)

    def _wait(self, timeout):
        clock = world.clock
        if timeout is None:
            clock.wait_until(self.done)
        else:
            until_us = clock.now_us + in_microseconds(timeout)
            clock.deliver(until_us, lambda: None)
            clock.wait_until(lambda: self.done() or clock.now_us >= until_us)


class Executor(concurrent.futures.ThreadPoolExecutor):
    """A pool of threads that are modelled."""

    _numbers = itertools.count()

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, CORES + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        number = next(Executor._numbers)
        self._max_workers = max_workers
        self._pool = Pool(max_workers, thread_name_prefix or f"ThreadPoolExecutor-{number}")
        self._is_shut = False
        self._futures = []
        if initializer is not None:
            initializer(*initargs)

    def submit(self, fn, /, *args, **kwargs):
        if self._is_shut:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future = Future()
        self._futures.append(future)
        self._pool.submit(lambda future: self._run(future, fn, args, kwargs), future)
        return future

    @staticmethod
    def _run(future, function, args, kwargs):
        """Run a job; returns what delivers its outcome."""
        if not future.set_running_or_notify_cancel():
            return lambda: None
        try:
            result = function(*args, **kwargs)
        except BaseException as error:
            failure = error
            return lambda: future.set_exception(failure)
        return lambda: future.set_result(result)

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._is_shut = True
        if cancel_futures:
            for future in self._futures:
                future.cancel()
        if wait:
            world.clock.wait_until(lambda: all(future.done() for future in self._futures))


class ProcessExecutor(Executor):
    """A pool of processes, modelled as threads."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=()):
        super().__init__(max_workers or CORES, "ForkProcess", initializer, initargs)


class Process(Thread):
    """A process, modelled as a thread."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        super().__init__(group, target, name, args, kwargs, daemon=daemon)
        self.exitcode = None

    def run(self):
        super().run()
        self.exitcode = 0


class ProcessPool:
    """As much of `multiprocessing.Pool` as introductions use."""

    def __init__(self, processes=None):
        self._executor = ProcessExecutor(processes)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._executor.shutdown()

    def map(self, function, items):
        return list(self._executor.map(function, items))

    def starmap(self, function, items):
        futures = [self._executor.submit(function, *item) for item in items]
        return [future.result() for future in futures]

    def apply(self, function, args=(), kwargs=None):
        return self._executor.submit(function, *args, **(kwargs or {})).result()

    def apply_async(self, function, args=(), kwargs=None):
        future = self._executor.submit(function, *args, **(kwargs or {}))
        future.get = future.result
        return future

    def close(self):
        pass

    def join(self):
        self._executor.shutdown()


def futures_as_completed(futures, timeout=None):
    """`concurrent.futures.as_completed`: each when it is done."""
    waiting = list(dict.fromkeys(futures))
    while waiting:
        world.clock.wait_until(lambda: any(future.done() for future in waiting))
        for future in [future for future in waiting if future.done()]:
            waiting.remove(future)
            yield future


def futures_wait(futures, timeout=None, return_when=concurrent.futures.ALL_COMPLETED):
    """`concurrent.futures.wait`."""
    futures = InOrder(futures)
    until_us = None if timeout is None else world.clock.now_us + in_microseconds(timeout)
    if until_us is not None:
        world.clock.deliver(until_us, lambda: None)

    def is_over():
        if until_us is not None and world.clock.now_us >= until_us:
            return True
        done = [future for future in futures if future.done()]
        if return_when == concurrent.futures.FIRST_COMPLETED:
            return bool(done)
        if return_when == concurrent.futures.FIRST_EXCEPTION:
            failed = (future for future in done if not future.cancelled())
            if any(future.exception() for future in failed):
                return True
        return len(done) == len(futures)

    world.clock.wait_until(is_over)
    done = InOrder(future for future in futures if future.done())
    return concurrent.futures._base.DoneAndNotDoneFutures(done, InOrder(futures - done))


# The loop


class InOrder(set):
    """A set that is gone through in the order of adding, where CPython promises no order."""

    def __init__(self, items=()):
        super().__init__()
        self._order = {}
        for item in items:
            self.add(item)

    def add(self, item):
        super().add(item)
        self._order[item] = None

    def discard(self, item):
        super().discard(item)
        self._order.pop(item, None)

    def remove(self, item):
        super().remove(item)
        del self._order[item]

    def pop(self):
        for item in self:
            self.remove(item)
            return item
        return super().pop()

    def clear(self):
        super().clear()
        self._order.clear()

    def __iter__(self):
        return (item for item in list(self._order) if item in self)

    def __sub__(self, other):
        return InOrder(item for item in self if item not in other)


class Loop(VirtualTimeLoop):
    """The loop in virtual time, on the clock of the thread that runs it."""

    def __init__(self):
        self.clock = world.clock
        self._numbers = weakref.WeakKeyDictionary()
        super().__init__(self.clock.now_us)

    @property
    def now_us(self) -> int:
        """The clock's time."""
        return self.clock.now_us

    @now_us.setter
    def now_us(self, now_us: int):
        self.clock.now_us = now_us

    def number(self, task: asyncio.Task) -> int:
        """Which of its tasks this is, counted as they were created."""
        return self._numbers.get(task, 0)

    def create_task(self, coro, **options):
        number = len(self.tasks)
        self.tasks.append(None)  # a task lives no longer for having been created
        task = asyncio.BaseEventLoop.create_task(self, coro, **options)
        self._numbers[task] = number
        return task

    def call_at(self, when, callback, *args, context=None):
        if not world.is_heap_order:
            return super().call_at(when, callback, *args, context=context)
        when = in_microseconds(when) / 1_000_000
        return asyncio.BaseEventLoop.call_at(self, when, callback, *args, context=context)

    def call_soon_threadsafe(self, callback, *args, context=None):
        if world.clock is self.clock:
            return super().call_soon_threadsafe(callback, *args, context=context)
        when = world.clock.now_us / 1_000_000
        return self.call_at(when, callback, *args, context=context)

    def run_in_executor(self, executor, function, *args):
        if executor is None:
            executor = self._default_executor
            if executor is None:
                executor = Executor(thread_name_prefix="asyncio")
                self._default_executor = executor
        future = self.create_future()

        def run(_):
            try:
                result = function(*args)
            except BaseException as error:
                failure = error
                return lambda: future.done() or future.set_exception(failure)
            return lambda: future.done() or future.set_result(result)

        executor._pool.submit(run, future)
        return future

    async def shutdown_default_executor(self, timeout=None):
        self._executor_shutdown_called = True
        if self._default_executor is not None:
            next(Thread._numbers)  # CPython's loop takes a thread for this
            while (next_us := self._default_executor._pool.next_us()) is not None:
                await asyncio.sleep(next_us / 1_000_000 - self.time())
                self.clock.catch_up()

    def _write_to_self(self):
        pass

    def _let_threads_catch_up(self):
        self.clock.catch_up()

    def _jump(self):
        next_us = self.clock.next_us()
        while self._scheduled and self._scheduled[0]._cancelled:
            self._timer_cancelled_count -= 1
            heapq.heappop(self._scheduled)._scheduled = False
        if self._scheduled:
            timer_us = in_microseconds(self._scheduled[0]._when)
            self.clock.go_to(timer_us if next_us is None else min(timer_us, next_us))
        elif next_us is not None:
            self.clock.go_to(next_us)
        else:
            end(WAITS_FOR_EVER)

    async def create_server(self, factory, host=None, port=None, **_options):
        import loopback

        return loopback.listen(self, factory, host, port)

    async def create_connection(self, factory, host=None, port=None, **_options):
        import loopback

        return await loopback.connect(self, factory, host, port)


class Policy(asyncio.DefaultEventLoopPolicy):
    """Makes loops in virtual time."""

    _loop_factory = Loop


all_tasks_in_any_order = asyncio.all_tasks


def all_tasks(loop=None):
    """All tasks, in the order of their creation."""
    tasks = all_tasks_in_any_order(loop)
    return InOrder(sorted(tasks, key=lambda task: task.get_loop().number(task)))


# The clocks that a program sees


def now_us() -> int:
    """Microseconds since the program began, on the thread that runs."""
    return world.clock.now_us


def sleep(seconds):
    """`time.sleep`: holds the thread that calls it."""
    if not isinstance(seconds, (int, float)):
        kind = type(seconds).__name__
        raise TypeError(f"'{kind}' object cannot be interpreted as an integer")
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    world.clock.hold(in_microseconds(seconds))


class Datetime(datetime.datetime):
    """`datetime.datetime`, with the virtual clock."""

    @classmethod
    def now(cls, tz=None):
        whole, rest = divmod(EPOCH_US + now_us(), 1_000_000)
        return cls.fromtimestamp(whole, tz).replace(microsecond=rest)

    @classmethod
    def utcnow(cls):
        return cls.now()

    @classmethod
    def today(cls):
        return cls.now()

    def __repr__(self):
        return f"datetime.{super().__repr__()}"


Datetime.__name__ = Datetime.__qualname__ = "datetime"
Datetime.__module__ = "datetime"


def install():
    """Put the world in place of the real one."""
    os.environ["TZ"] = "UTC"
    time.tzset()
    time.sleep = sleep
    time.time = lambda: (EPOCH_US + now_us()) / 1_000_000
    time.time_ns = lambda: (EPOCH_US + now_us()) * 1_000
    time.monotonic = time.perf_counter = lambda: now_us() / 1_000_000
    time.monotonic_ns = time.perf_counter_ns = lambda: now_us() * 1_000
    time.process_time = time.thread_time = lambda: 0.0
    time.localtime = lambda seconds=None: real.localtime(
        time.time() if seconds is None else seconds
    )
    time.gmtime = lambda seconds=None: real.gmtime(time.time() if seconds is None else seconds)
    time.ctime = lambda seconds=None: real.ctime(time.time() if seconds is None else seconds)
    time.asctime = lambda t=None: real.asctime(time.localtime() if t is None else t)
    time.strftime = lambda form, t=None: real.strftime(form, time.localtime() if t is None else t)
    datetime.datetime = Datetime
    logging.Formatter.converter = staticmethod(time.localtime)
    logging._startTime = time.time_ns() if sys.version_info >= (3, 13) else time.time()

    asyncio.set_event_loop_policy(Policy())
    asyncio.SelectorEventLoop = Loop
    asyncio.TaskGroup = OrderedTaskGroup
    asyncio.tasks.set = InOrder
    asyncio.tasks.all_tasks = asyncio.all_tasks = all_tasks

    main_thread = threading.main_thread()
    threading.Thread = Thread
    threading.current_thread = lambda: world.clock.thread or main_thread
    threading.get_ident = lambda: threading.current_thread().ident
    for module in (concurrent.futures, concurrent.futures.thread):
        module.ThreadPoolExecutor = Executor
    concurrent.futures.ProcessPoolExecutor = ProcessExecutor
    concurrent.futures.as_completed = futures_as_completed
    concurrent.futures.wait = futures_wait
    multiprocessing.Process = Process
    multiprocessing.Pool = multiprocessing.pool.Pool = ProcessPool
    multiprocessing.cpu_count = os.cpu_count = lambda: CORES
    os.process_cpu_count = lambda: CORES

    builtins.open = disk.open
    random.seed(1)
    sys.path.insert(0, str(HERE / "standins"))
    sys.stdout = world.output

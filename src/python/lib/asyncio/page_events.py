"""The event loop's class: asyncio's own, on the page's queue, timers and iterations."""

import itertools
import math

import _interleave

from . import base_events
from . import events
from . import exceptions
from . import format_helpers
from . import futures
from . import loopback
from . import policies
from . import runners
from . import tasks

__all__ = ("sleep", "Handle", "TimerHandle", "EventLoop", "SelectorEventLoop", "DefaultEventLoopPolicy")


class _OrNative(type):
    """The page's loop makes handles of its own, which are handles all the same."""

    def __instancecheck__(cls, instance):
        return isinstance(instance, cls._native) or super().__instancecheck__(instance)


class Handle(events.Handle, metaclass=_OrNative):
    """What loops make that are written in Python."""

    __slots__ = ()
    _native = _interleave.Handle


class TimerHandle(events.TimerHandle, Handle):
    """The same for timers."""

    __slots__ = ()
    _native = _interleave.TimerHandle


for kind in Handle, TimerHandle:
    kind.__module__ = "asyncio.events"
    setattr(events, kind.__name__, kind)

# Each run of a program counts its tasks from 1.
task_numbers = itertools.count(1)


def _told(handle):
    """What `repr` says of a handle of the page's loop."""
    info = [type(handle).__name__]
    if handle.cancelled():
        info.append("cancelled")
    if isinstance(handle, _interleave.TimerHandle):
        info.append(f"when={handle.when()}")
    if handle._callback is not None:
        debug = handle._loop.get_debug()
        callback, args = handle._callback, handle._args
        info.append(format_helpers._format_callback_source(callback, args, debug=debug))
    return f"<{' '.join(info)}>"


class EventLoop(_interleave.Loop, base_events.BaseEventLoop):
    """The page's event loop."""

    def __init__(self):
        base_events.BaseEventLoop.__init__(self)

    def create_task(self, coro, *, name=None, **options):
        if name is None:
            name = f"Task-{next(task_numbers)}"
        return base_events.BaseEventLoop.create_task(self, coro, name=name, **options)

    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        if executor is None:
            self._check_default_executor()
            executor = self._default_executor
            if executor is None:
                from concurrent.futures import ThreadPoolExecutor

                executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
                self._default_executor = executor
        job = executor._begin(func, args, {})
        future = self.create_future()
        if _interleave.is_sequential():
            _interleave.wait_until(job.ends_at)
        _interleave.is_job(future, job.began_at, job.ends_at)
        if job.began_at > self.time():
            self.call_at(job.began_at, _interleave.job_begins, future)
        self.call_at(job.ends_at, _take_over, future, job)
        return future

    async def shutdown_default_executor(self, timeout=None):
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is not None:
            executor.shutdown(wait=False)
            left = executor._idle_at() - self.time()
            if left > 0:
                await tasks.sleep(left)

    async def create_server(self, protocol_factory, host=None, port=None, **options):
        return await loopback.create_server(self, protocol_factory, host, port, **options)

    async def create_connection(self, protocol_factory, host=None, port=None, **options):
        return await loopback.create_connection(self, protocol_factory, host, port, **options)

    def stop(self):
        base_events.BaseEventLoop.stop(self)
        self._stop()

    def _callback_failed(self, callback, args, exception, handle):
        source = format_helpers._format_callback_source(callback, args, debug=self.get_debug())
        message = f"Exception in callback {source}"
        self.call_exception_handler(
            {"message": message, "exception": exception, "handle": handle}
        )

    def _write_to_self(self):
        pass

    def _process_events(self, event_list):
        pass


def _take_over(future, job):
    """The future has what the job has come to, unless nobody waits for it any more."""
    _interleave.job_ended(future)
    if future.done():
        return
    if job.exception is None:
        future.set_result(job.result)
    else:
        future.set_exception(job.exception)


def _say(error):
    """What CPython's own futures say."""
    return str(error.args[0]).replace("Result is not ready.", "Result is not set.")


exceptions.InvalidStateError.__str__ = _say


class _Inspect:
    """What `run` asks about what is no coroutine: 3.13 takes nothing else."""

    @staticmethod
    def isawaitable(given):
        raise ValueError(f"a coroutine was expected, got {given!r}")


runners.inspect = _Inspect

SelectorEventLoop = EventLoop


class DefaultEventLoopPolicy(policies.BaseDefaultEventLoopPolicy):
    _loop_factory = EventLoop


_DefaultEventLoopPolicy = DefaultEventLoopPolicy


async def sleep(delay, result=None):
    """Coroutine that completes after a given time (in seconds)."""
    if delay <= 0:
        await tasks.__sleep0()
        return result
    if _interleave.is_sequential() and not math.isnan(delay):
        _interleave.wait(delay)
        await tasks.__sleep0()
        return result
    if math.isnan(delay):
        raise ValueError("Invalid delay: NaN (not a number)")
    loop = events.get_running_loop()
    future = loop.create_future()
    timer = loop.call_later(delay, futures._set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        timer.cancel()


tasks.sleep = sleep

"""A pool of threads, modelled: a job is run in one go when it is submitted, by the clock of the
thread that is free first, and its result is there when that clock says so."""

import heapq
import itertools
import os
import threading

import _interleave
from concurrent.futures import _base

_pools = itertools.count()


class Job:
    """What a job has come to, and when."""

    __slots__ = ("result", "exception", "began_at", "ends_at")


class ThreadFuture(_base.Future):
    """The future of a job, whose time is known."""

    _ends_at = 0.0

    def _wait(self, timeout):
        until = self._ends_at
        if timeout is not None and until > _interleave.now() + timeout:
            _interleave.hold(timeout)
            raise TimeoutError
        if until > _interleave.now():
            _interleave.wait_until(until)

    def result(self, timeout=None):
        self._wait(timeout)
        return super().result(0)

    def exception(self, timeout=None):
        self._wait(timeout)
        return super().exception(0)

    def done(self):
        return self._ends_at <= _interleave.now()

    def running(self):
        return not self.done()

    def cancel(self):
        return False


class ThreadPoolExecutor(_base.Executor):
    """Runs jobs in `max_workers` threads."""

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, os.cpu_count() + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._prefix = thread_name_prefix or f"ThreadPoolExecutor-{next(_pools)}"
        self._initializer = initializer
        self._initargs = initargs
        self._free = []
        self._shut = False

    def _begin(self, function, args, kwargs):
        """Run a job; return what it has come to."""
        if self._shut:
            raise RuntimeError("cannot schedule new futures after shutdown")
        now = _interleave.now()
        is_new = len(self._free) < self._max_workers and (not self._free or self._free[0][0] > now)
        if is_new:
            free_at, number = 0.0, len(self._free)
        else:
            free_at, number = heapq.heappop(self._free)
        thread = threading.Thread(name=f"{self._prefix}_{number}", daemon=True)
        thread._ident = number + 1000
        job = Job()
        job.result = job.exception = None
        job.began_at = max(now, free_at)
        _interleave.enter_thread(job.began_at)
        threading._stack.append(thread)
        try:
            with threading.WithoutLoop():
                if is_new and self._initializer is not None:
                    self._initializer(*self._initargs)
                job.result = function(*args, **kwargs)
        except BaseException as exception:
            job.exception = exception
        finally:
            threading._stack.pop()
            job.ends_at = thread._ends_at = _interleave.leave_thread()
        heapq.heappush(self._free, (job.ends_at, number))
        return job

    def _idle_at(self):
        """When every thread will be free."""
        return max((free_at for free_at, _ in self._free), default=0.0)

    def submit(self, fn, /, *args, **kwargs):
        job = self._begin(fn, args, kwargs)
        future = ThreadFuture()
        future._ends_at = job.ends_at
        future.set_running_or_notify_cancel()
        if job.exception is None:
            future.set_result(job.result)
        else:
            future.set_exception(job.exception)
        return future

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        return (future.result(timeout) for future in futures)

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shut = True
        if wait and self._idle_at() > _interleave.now():
            _interleave.wait_until(self._idle_at())


def as_completed(fs, timeout=None):
    """The futures, each when it is done."""
    for future in sorted(set(fs), key=lambda future: future._ends_at):
        future._wait(None)
        yield future


def wait(fs, timeout=None, return_when=_base.ALL_COMPLETED):
    """Wait for the futures; return those that are done and those that are not."""
    futures = sorted(set(fs), key=lambda future: future._ends_at)
    until = futures[-1]._ends_at if futures else 0.0
    if return_when == _base.FIRST_COMPLETED and futures:
        until = futures[0]._ends_at
    elif return_when == _base.FIRST_EXCEPTION:
        failed = [future._ends_at for future in futures if future._exception is not None]
        until = min(failed, default=until)
    if timeout is not None:
        until = min(until, _interleave.now() + timeout)
    if until > _interleave.now():
        _interleave.wait_until(until)
    done = {future for future in futures if future.done()}
    return _base.DoneAndNotDoneFutures(done, set(futures) - done)

"""Processes, modelled as threads are: each runs in one go, by a clock of its own."""

import itertools
import os
import queue
import threading
from concurrent.futures import ThreadPoolExecutor

from threading import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore

_pids = itertools.count(2)
_numbers = itertools.count(1)


class Process(threading.Thread):
    """A process."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        name = f"Process-{next(_numbers)}" if name is None else name
        super().__init__(group, target, name, args, {} if kwargs is None else kwargs, daemon=daemon)
        self.pid = None

    def start(self):
        self.pid = next(_pids)
        super().start()

    @property
    def exitcode(self):
        return None if self._ident is None or self.is_alive() else 0

    def terminate(self):
        pass

    kill = close = terminate


def current_process():
    thread = threading.current_thread()
    return thread if isinstance(thread, Process) else _main


class _MainProcess:
    name = "MainProcess"
    pid = os.getpid()
    daemon = False
    exitcode = None


_main = _MainProcess()


class Queue(queue.Queue):
    """A queue between processes."""

    def close(self):
        pass

    join_thread = cancel_join_thread = close


JoinableQueue = SimpleQueue = Queue


class _Result:
    def __init__(self, future):
        self._future = future

    def get(self, timeout=None):
        return self._future.result(timeout)

    def ready(self):
        return self._future.done()

    def wait(self, timeout=None):
        self._future.exception(timeout)

    def successful(self):
        return self._future.exception() is None


class Pool:
    """A pool of processes."""

    def __init__(self, processes=None, initializer=None, initargs=()):
        processes = os.cpu_count() if processes is None else processes
        self._executor = ThreadPoolExecutor(processes, "PoolWorker", initializer, initargs)

    def apply(self, func, args=(), kwds={}):
        return self._executor.submit(func, *args, **kwds).result()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        return _Result(self._executor.submit(func, *args, **kwds))

    def map(self, func, iterable, chunksize=None):
        return list(self._executor.map(func, iterable))

    def starmap(self, func, iterable, chunksize=None):
        futures = [self._executor.submit(func, *args) for args in iterable]
        return [future.result() for future in futures]

    def imap(self, func, iterable, chunksize=1):
        return self._executor.map(func, iterable)

    imap_unordered = imap

    def close(self):
        self._executor.shutdown(wait=False)

    terminate = close

    def join(self):
        self._executor.shutdown()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.terminate()


class Value:
    """A number that processes share."""

    def __init__(self, typecode, value=0, lock=True):
        self.value = value
        self._lock = RLock()

    def get_lock(self):
        return self._lock


def Array(typecode, size_or_initializer, lock=True):
    if isinstance(size_or_initializer, int):
        return [0] * size_or_initializer
    return list(size_or_initializer)


class _Manager:
    dict = staticmethod(dict)
    list = staticmethod(list)
    Queue = Queue
    Lock = Lock
    Value = Value

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass

    def shutdown(self):
        pass


def Manager():
    return _Manager()


def Pipe(duplex=True):
    one, other = queue.Queue(), queue.Queue()
    return _Connection(one, other), _Connection(other, one)


class _Connection:
    def __init__(self, incoming, outgoing):
        self._incoming, self._outgoing = incoming, outgoing

    def send(self, item):
        self._outgoing.put(item)

    def recv(self):
        return self._incoming.get()

    def poll(self, timeout=0.0):
        return not self._incoming.empty()

    def close(self):
        pass


def cpu_count():
    return os.cpu_count()


def active_children():
    return [thread for thread in threading.enumerate() if isinstance(thread, Process)]


def set_start_method(method, force=False):
    pass


def get_start_method(allow_none=False):
    return "fork"


def freeze_support():
    pass


def get_context(method=None):
    import multiprocessing

    return multiprocessing

"""Threads, modelled: what one runs is run in one go when it starts, by a clock of its own."""

import _asyncio
import _interleave
import itertools
import sys
import weakref

__all__ = [
    "Barrier",
    "BoundedSemaphore",
    "BrokenBarrierError",
    "Condition",
    "Event",
    "ExceptHookArgs",
    "Lock",
    "RLock",
    "Semaphore",
    "TIMEOUT_MAX",
    "Thread",
    "ThreadError",
    "Timer",
    "active_count",
    "current_thread",
    "enumerate",
    "excepthook",
    "get_ident",
    "get_native_id",
    "local",
    "main_thread",
    "settrace",
    "stack_size",
]

TIMEOUT_MAX = 4294967.0
ThreadError = RuntimeError


def _never():
    raise RuntimeError(
        "this thread waits for what only another could do, and threads are modelled here: "
        "each runs in one go"
    )


class Lock:
    """A lock. Who takes it after another thread had it goes on when that gave it back."""

    def __init__(self):
        self._owner = None
        # In which program, and when there.
        self._free_at = (None, 0.0)

    def acquire(self, blocking=True, timeout=-1):
        if self._owner is not None:
            if not blocking:
                return False
            if timeout is not None and timeout >= 0:
                _interleave.hold(timeout)
                return False
            _never()
        program, free_at = self._free_at
        if program is _program and free_at > _interleave.now():
            _interleave.wait_until(free_at)
        self._owner = get_ident()
        return True

    def release(self):
        if self._owner is None:
            raise RuntimeError("release unlocked lock")
        self._owner = None
        self._free_at = (_program, _interleave.now())

    def locked(self):
        return self._owner is not None

    acquire_lock = acquire
    release_lock = release
    locked_lock = locked

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exception):
        self.release()


class RLock(Lock):
    """A lock that its owner may take again."""

    def __init__(self):
        super().__init__()
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        if self._owner == get_ident():
            self._count += 1
            return True
        if super().acquire(blocking, timeout):
            self._count = 1
            return True
        return False

    def release(self):
        if self._owner != get_ident():
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            super().release()

    def _is_owned(self):
        return self._owner == get_ident()


class Condition:
    """A condition. Nobody can be waited for here: a thread is over before the next begins."""

    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exception):
        return self._lock.__exit__(*exception)

    def wait(self, timeout=None):
        if timeout is None:
            _never()
        _interleave.hold(timeout)
        return False

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if not result:
            self.wait(timeout)
            result = predicate()
        return result

    def notify(self, n=1):
        pass

    def notify_all(self):
        pass

    notifyAll = notify_all


class Semaphore:
    """A semaphore, whose places become free when they were given back."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value
        self._free_at = [0.0] * value

    def acquire(self, blocking=True, timeout=None):
        if not self._value:
            if not blocking:
                return False
            if timeout is None:
                _never()
            _interleave.hold(timeout)
            return False
        self._value -= 1
        self._free_at.sort()
        free_at = self._free_at.pop(0)
        if free_at > _interleave.now():
            _interleave.wait_until(free_at)
        return True

    __enter__ = acquire

    def release(self, n=1):
        self._value += n
        self._free_at.extend([_interleave.now()] * n)

    def __exit__(self, *exception):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def release(self, n=1):
        if self._value + n > self._initial_value:
            raise ValueError("Semaphore released too many times")
        super().release(n)


class Event:
    """An event, and the time at which it was set."""

    def __init__(self):
        self._set_at = None

    def is_set(self):
        return self._set_at is not None and self._set_at <= _interleave.now()

    isSet = is_set

    def set(self):
        if self._set_at is None:
            self._set_at = _interleave.now()

    def clear(self):
        self._set_at = None

    def wait(self, timeout=None):
        now = _interleave.now()
        if self._set_at is not None and (timeout is None or self._set_at <= now + timeout):
            _interleave.wait_until(max(now, self._set_at))
            return True
        if timeout is None:
            _never()
        _interleave.hold(timeout)
        return False


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        self.parties = parties
        self.n_waiting = 0
        self.broken = False

    def wait(self, timeout=None):
        if self.parties > 1:
            _never()
        return 0


class local:
    """What every thread has its own of."""

    def __init__(self):
        object.__setattr__(self, "_own", {})

    def _values(self):
        return object.__getattribute__(self, "_own").setdefault(get_ident(), {})

    def __getattribute__(self, name):
        if name in ("_values", "__class__"):
            return object.__getattribute__(self, name)
        values = object.__getattribute__(self, "_values")()
        if name == "__dict__":
            return values
        try:
            return values[name]
        except KeyError:
            return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        self._values()[name] = value

    def __delattr__(self, name):
        try:
            del self._values()[name]
        except KeyError:
            raise AttributeError(name) from None


class WithoutLoop:
    """Where a thread runs in which no event loop does: it may run one of its own."""

    def __enter__(self):
        self._loop = _asyncio._get_running_loop()
        if self._loop is not None:
            self._task = _asyncio.current_task(self._loop)
            if self._task is not None:
                _asyncio._leave_task(self._loop, self._task)
            _asyncio._set_running_loop(None)

    def __exit__(self, *exception):
        if self._loop is not None:
            _asyncio._set_running_loop(self._loop)
            if self._task is not None:
                _asyncio._enter_task(self._loop, self._task)


_numbers = itertools.count(1)
_idents = itertools.count(2)


class Thread:
    """A thread: what it runs is run in one go, from the moment at which it is started on."""

    _is_main = False

    def __init__(
        self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, context=None
    ):
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        if name is None:
            name = f"Thread-{next(_numbers)}"
            if target is not None and hasattr(target, "__name__"):
                name += f" ({target.__name__})"
        self._name = str(name)
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._ends_at = None

    def start(self):
        if self._ident is not None:
            raise RuntimeError("threads can only be started once")
        self._ident = next(_idents)
        _interleave.enter_thread(_interleave.now())
        _stack.append(self)
        try:
            with WithoutLoop():
                self.run()
        except SystemExit:
            pass
        except BaseException:
            excepthook(ExceptHookArgs((*sys.exc_info(), self)))
        finally:
            _stack.pop()
            self._ends_at = _interleave.leave_thread()
        _threads.append(self)

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        if self._ident is None:
            raise RuntimeError("cannot join thread before it is started")
        if self._ends_at is None:
            raise RuntimeError("cannot join current thread")
        until = self._ends_at
        if timeout is not None:
            until = min(until, _interleave.now() + timeout)
        if until > _interleave.now():
            _interleave.wait_until(until)

    def is_alive(self):
        if self._ident is None:
            return False
        return self._ends_at is None or self._ends_at > _interleave.now()

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        return self._ident

    native_id = ident

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._ident is not None:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def getName(self):
        return self._name

    def setName(self, name):
        self._name = name

    def isDaemon(self):
        return self._daemonic

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def __repr__(self):
        state = "initial" if self._ident is None else "started" if self.is_alive() else "stopped"
        if self._daemonic:
            state += " daemon"
        return f"<{type(self).__name__}({self._name}, {state} {self._ident})>"


class Timer(Thread):
    """Calls a function after some seconds."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs

    def cancel(self):
        pass

    def run(self):
        _interleave.hold(self.interval)
        self.function(*self.args, **self.kwargs)


class _MainThread(Thread):
    _is_main = True

    def __init__(self):
        self._name = "MainThread"
        self._daemonic = False
        self._ident = 1
        self._ends_at = None
        self._target = None


_main = _MainThread()
_stack = [_main]
_threads = []
# Locks of the library live on from one program to the next, whose times have nothing to do with
# each other.
_program = object()


def _begin():
    """A program begins: there is none but the main thread."""
    global _numbers, _idents, _program
    _program = object()
    _numbers, _idents = itertools.count(1), itertools.count(2)
    _stack[:] = [_main]
    _threads.clear()


def _shutdown():
    """The program ends when its threads have ended that are no daemons."""
    ends = [thread._ends_at for thread in _threads if not thread.daemon]
    if ends and max(ends) > _interleave.now():
        _interleave.wait_until(max(ends))


def current_thread():
    return _stack[-1]


currentThread = current_thread


def main_thread():
    return _main


def get_ident():
    return _stack[-1]._ident


get_native_id = get_ident


def enumerate():
    return [_main] + [thread for thread in _threads if thread.is_alive()]


def active_count():
    return len(enumerate())


activeCount = active_count


class ExceptHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args):
    import traceback

    print(f"Exception in thread {args.thread.name}:", file=sys.stderr)
    traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback)


__excepthook__ = excepthook


def settrace(function):
    pass


setprofile = settrace


def gettrace():
    return None


def stack_size(size=0):
    return 0


def _register_atexit(function, *args, **kwargs):
    pass

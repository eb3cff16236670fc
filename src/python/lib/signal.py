"""A page gets no signals but those that a program sends itself."""

import _thread
import enum
import threading


class Signals(enum.IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGKILL = 9
    SIGUSR1 = 10
    SIGUSR2 = 12
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17


globals().update(Signals.__members__)


class Handlers(enum.IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


globals().update(Handlers.__members__)


def default_int_handler(number, frame):
    raise KeyboardInterrupt


_handlers = {}


def _begin():
    """A program begins: nothing is handled but an interruption."""
    _handlers.clear()
    _handlers[SIGINT] = default_int_handler


_begin()


def getsignal(number):
    return _handlers.get(number, SIG_DFL)


def signal(number, handler):
    if threading.current_thread() is not threading.main_thread():
        raise ValueError("signal only works in main thread of the main interpreter")
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError(
            "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object"
        )
    before = getsignal(number)
    _handlers[number] = handler
    return before


def raise_signal(number):
    """Send a signal to the program itself: it is handled at once."""
    handler = getsignal(number)
    if callable(handler):
        handler(number, None)
    elif handler == SIG_DFL and number != SIGCHLD:
        raise SystemExit(128 + number)


def interrupt_main(number=SIGINT):
    """The same for the main thread, by whichever thread."""
    raise_signal(number)


_thread.interrupt_main = interrupt_main


def set_wakeup_fd(fd, *, warn_on_full_buffer=True):
    return -1

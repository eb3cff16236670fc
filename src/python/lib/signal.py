"""A page gets no signals. These are the names that asyncio looks up."""

import enum


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

SIG_DFL, SIG_IGN = 0, 1
_handlers = {}


def default_int_handler(number, frame):
    raise KeyboardInterrupt


def getsignal(number):
    return _handlers.get(number, SIG_DFL)


def signal(number, handler):
    before = getsignal(number)
    _handlers[number] = handler
    return before


def set_wakeup_fd(fd, *, warn_on_full_buffer=True):
    return -1

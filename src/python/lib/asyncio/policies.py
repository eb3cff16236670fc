"""Event loop policies, as public as they are in 3.13, where `get_event_loop` makes the main thread's
first loop."""

import sys
import threading
import warnings

from . import events

__all__ = ("AbstractEventLoopPolicy", "get_event_loop_policy", "set_event_loop_policy")


def _get_child_watcher(self):
    """Get the watcher for child processes."""
    raise NotImplementedError


def _set_child_watcher(self, watcher):
    """Set the watcher for child processes."""
    raise NotImplementedError


AbstractEventLoopPolicy = events._AbstractEventLoopPolicy
AbstractEventLoopPolicy.__name__ = AbstractEventLoopPolicy.__qualname__ = "AbstractEventLoopPolicy"
AbstractEventLoopPolicy.get_child_watcher = _get_child_watcher
AbstractEventLoopPolicy.set_child_watcher = _set_child_watcher
events.AbstractEventLoopPolicy = AbstractEventLoopPolicy

get_event_loop_policy = events.get_event_loop_policy = events._get_event_loop_policy
set_event_loop_policy = events.set_event_loop_policy = events._set_event_loop_policy


class BaseDefaultEventLoopPolicy(events._BaseDefaultEventLoopPolicy):
    """Default policy implementation for accessing the event loop."""

    class _Local(threading.local):
        _loop = None
        _set_called = False

    def get_event_loop(self):
        local = self._local
        is_main = threading.current_thread() is threading.main_thread()
        if local._loop is None and not local._set_called and is_main:
            warnings.warn(
                "There is no current event loop", DeprecationWarning, stacklevel=_steps_outside()
            )
            self.set_event_loop(self.new_event_loop())
        return super().get_event_loop()

    def set_event_loop(self, loop):
        self._local._set_called = True
        super().set_event_loop(loop)


events.BaseDefaultEventLoopPolicy = BaseDefaultEventLoopPolicy


def _steps_outside():
    """How far outside of asyncio the caller of a policy's method is called."""
    steps, frame = 2, sys._getframe(2)
    while frame and f"{frame.f_globals.get('__name__')}.".startswith("asyncio."):
        steps, frame = steps + 1, frame.f_back
    return steps

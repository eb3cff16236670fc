"""asyncio without sockets, subprocesses and signals, on the page's loop."""

from .base_events import *
from .coroutines import *
from .events import *
from .exceptions import *
from .futures import *
from .graph import *
from .locks import *
from .protocols import *
from .runners import *
from .queues import *
from .streams import *
from .tasks import *
from .taskgroups import *
from .timeouts import *
from .threads import *
from .transports import *
from .policies import *
from .page_events import *

from . import (
    base_events,
    coroutines,
    events,
    exceptions,
    format_helpers,
    futures,
    graph,
    locks,
    page_events,
    policies,
    protocols,
    queues,
    runners,
    streams,
    taskgroups,
    tasks,
    threads,
    timeouts,
    transports,
)

__all__ = tuple(
    name
    for module in (
        base_events,
        coroutines,
        events,
        exceptions,
        futures,
        graph,
        locks,
        protocols,
        runners,
        queues,
        streams,
        tasks,
        taskgroups,
        timeouts,
        threads,
        transports,
        policies,
        page_events,
    )
    for name in module.__all__
)

from .page_events import _DefaultEventLoopPolicy

# Without 3.14's warning.
iscoroutinefunction = coroutines.iscoroutinefunction = coroutines._iscoroutinefunction

_format_callback = format_helpers._format_callback


def _format_named_callback(func, args, kwargs, *, debug=False, suffix=""):
    """As `format_helpers` does, with CPython's name for what wakes a task up."""
    if type(func).__name__ == "TaskWakeupMethWrapper":
        return "Task.task_wakeup()" + suffix
    return _format_callback(func, args, kwargs, debug=debug, suffix=suffix)


format_helpers._format_callback = _format_named_callback


async def create_subprocess_exec(*command, **options):
    """There are no other programs."""
    raise NotImplementedError("a page cannot start other programs")


create_subprocess_shell = create_subprocess_exec

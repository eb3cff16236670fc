"""Live runs: a program's module as a coroutine, so that its loops can live on the page's."""

import ast
import asyncio
import inspect
from asyncio import base_events, coroutines, events, futures, tasks

# What the module's calls are given to that may run a loop.
RUN = "__run_loop__"
NAMES = {"run", "run_until_complete", "run_forever"}


class OfModule(ast.NodeTransformer):
    """Has a module await what runs a loop. What stands in functions is as it was."""

    def leave(self, node):
        return node

    visit_FunctionDef = visit_AsyncFunctionDef = visit_ClassDef = visit_Lambda = leave
    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = leave

    def visit_Call(self, node):
        self.generic_visit(node)
        name = getattr(node.func, "attr", getattr(node.func, "id", None))
        if name not in NAMES:
            return node
        run = ast.copy_location(ast.Name(RUN, ast.Load()), node.func)
        call = ast.copy_location(ast.Call(run, [node.func, *node.args], node.keywords), node)
        return ast.copy_location(ast.Await(call), node)


async def run_module(source, namespace):
    """Run the text of a module."""
    tree = OfModule().visit(ast.parse(source, "main.py"))
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    code = compile(ast.fix_missing_locations(tree), "main.py", "exec", flags)
    namespace[RUN] = run_loop
    module = eval(code, namespace)
    if inspect.iscoroutine(module):
        await module


async def run_loop(function, *args, **options):
    """Call a function; where it runs a loop, have that driven from outside."""
    owner = getattr(function, "__self__", None)
    if function is asyncio.run:
        return await run(*args, **options)
    if isinstance(owner, asyncio.EventLoop) and function.__name__ == "run_until_complete":
        return await until_complete(owner, *args, **options)
    if isinstance(owner, asyncio.EventLoop) and function.__name__ == "run_forever":
        return await forever(owner)
    return function(*args, **options)


class Drive:
    """Awaiting it has a loop driven until it stops."""

    def __init__(self, loop):
        self._loop = loop

    def __await__(self):
        yield self._loop


async def forever(loop):
    """`loop.run_forever`."""
    loop._run_forever_setup()
    try:
        await Drive(loop)
    finally:
        loop._run_forever_cleanup()


async def until_complete(loop, future):
    """`loop.run_until_complete`."""
    loop._check_closed()
    loop._check_running()
    is_new = not futures.isfuture(future)
    future = tasks.ensure_future(future, loop=loop)
    if is_new:
        future._log_destroy_pending = False
    future.add_done_callback(base_events._run_until_complete_cb)
    try:
        await forever(loop)
    except BaseException:
        if is_new and future.done() and not future.cancelled():
            future.exception()
        raise
    finally:
        future.remove_done_callback(base_events._run_until_complete_cb)
    if not future.done():
        raise RuntimeError("Event loop stopped before Future completed.")
    return future.result()


async def run(main, *, debug=None, loop_factory=None):
    """`asyncio.run`."""
    if events._get_running_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    if not coroutines.iscoroutine(main):
        raise ValueError(f"a coroutine was expected, got {main!r}")
    loop = events.new_event_loop() if loop_factory is None else loop_factory()
    if debug is not None:
        loop.set_debug(debug)
    try:
        return await until_complete(loop, loop.create_task(main))
    finally:
        try:
            await cancel_all(loop)
            await until_complete(loop, loop.shutdown_asyncgens())
            await until_complete(loop, loop.shutdown_default_executor())
        finally:
            loop.close()


async def cancel_all(loop):
    """What `asyncio.run` does with the tasks that are left."""
    left = tasks.all_tasks(loop)
    if not left:
        return
    for task in left:
        task.cancel()
    await until_complete(loop, tasks.gather(*left, return_exceptions=True))
    for task in left:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler(
                {
                    "message": "unhandled exception during asyncio.run() shutdown",
                    "exception": task.exception(),
                    "task": task,
                }
            )

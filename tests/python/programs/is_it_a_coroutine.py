import asyncio
import inspect


async def coroutine_function():
    pass


def plain():
    pass


async def agen():
    yield 1


async def main():
    coroutine = coroutine_function()
    print(asyncio.iscoroutine(coroutine), asyncio.iscoroutine(plain))
    print(asyncio.iscoroutinefunction(coroutine_function))
    print(inspect.iscoroutinefunction(agen), inspect.isasyncgenfunction(agen))
    task = asyncio.ensure_future(coroutine)
    print(asyncio.isfuture(task), asyncio.isfuture(coroutine))
    print(isinstance(task, asyncio.Task), isinstance(task, asyncio.Future))
    print(inspect.isawaitable(task), inspect.isawaitable(agen()))
    print(asyncio.ensure_future(task) is task)
    await task
    asyncio.ensure_future(42)


asyncio.run(main())

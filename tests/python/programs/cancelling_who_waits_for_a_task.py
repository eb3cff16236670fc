import asyncio


async def inner():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("inner is cancelled too")
        raise


async def outer(task):
    await task


async def main():
    task = asyncio.create_task(inner())
    waiting = asyncio.create_task(outer(task))
    await asyncio.sleep(1)
    waiting.cancel()
    await asyncio.wait([waiting, task])
    print(waiting.cancelled(), task.cancelled())
    task = asyncio.create_task(asyncio.sleep(1, "result"))
    waiting = asyncio.create_task(outer(asyncio.shield(task)))
    await asyncio.sleep(0.5)
    waiting.cancel()
    print(await task, waiting.cancelled())


asyncio.run(main())

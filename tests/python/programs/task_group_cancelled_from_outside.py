import asyncio

stopped = []


async def work(name, seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        stopped.append(name)
        raise


async def family():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("a", 5))
        group.create_task(work("b", 6))
    print("never printed")


async def main():
    task = asyncio.create_task(family())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print(sorted(stopped), task.cancelled(), task.cancelling())


asyncio.run(main())

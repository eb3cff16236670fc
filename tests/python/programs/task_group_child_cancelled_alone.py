import asyncio


async def work(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "done")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("a", 2))
        doomed = group.create_task(work("b", 3))
        await asyncio.sleep(1)
        doomed.cancel()
    print("no error; b cancelled:", doomed.cancelled())


asyncio.run(main())

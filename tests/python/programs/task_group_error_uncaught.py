import asyncio


async def work(n):
    await asyncio.sleep(1)
    raise KeyError(n)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(work(1))
        group.create_task(work(2))


asyncio.run(main())

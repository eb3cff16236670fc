import asyncio


async def work(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    tasks = {
        asyncio.create_task(work(n)): name
        for n, name in [(3, "three"), (1, "one"), (2, "two")]
    }
    async for task in asyncio.as_completed(tasks):
        print(tasks[task], task.result())


asyncio.run(main())

import asyncio


async def runner(name, start):
    print(name, "is ready")
    await start.wait()
    print(name, "runs")


async def main():
    start = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        for name in ("a", "b", "c"):
            group.create_task(runner(name, start))
        await asyncio.sleep(1)
        print("go!", start.is_set())
        start.set()
    print(start.is_set(), await start.wait())
    start.clear()
    print(start.is_set())


asyncio.run(main())

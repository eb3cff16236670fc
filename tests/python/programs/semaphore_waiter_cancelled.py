import asyncio


async def use(name, places):
    async with places:
        print(name, "from", asyncio.get_running_loop().time())
        await asyncio.sleep(1)


async def main():
    places = asyncio.Semaphore(1)
    tasks = [asyncio.create_task(use(name, places)) for name in "abcd"]
    await asyncio.sleep(0.5)
    tasks[1].cancel()
    await asyncio.sleep(1)
    tasks[2].cancel()
    await asyncio.wait(tasks)
    print([task.cancelled() for task in tasks], places.locked())


asyncio.run(main())

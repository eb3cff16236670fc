import asyncio


async def work(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "done")
    return seconds


async def main():
    async with asyncio.TaskGroup() as group:
        one = group.create_task(work("one", 2))
        two = group.create_task(work("two", 1))
        print("waiting")
    print(one.result() + two.result(), asyncio.get_running_loop().time())


asyncio.run(main())

import asyncio


async def one():
    print("runs once")
    return 1


async def main():
    print(await asyncio.gather())
    task = asyncio.create_task(one())
    print(await asyncio.gather(task, task))


asyncio.run(main())

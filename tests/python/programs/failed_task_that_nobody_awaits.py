import asyncio


async def fail():
    await asyncio.sleep(1)
    raise ValueError("unheard")


async def main():
    task = asyncio.create_task(fail())
    await asyncio.sleep(2)
    print("main goes on")
    print(task.done(), repr(task.exception()))


asyncio.run(main())

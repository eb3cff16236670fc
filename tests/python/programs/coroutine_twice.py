import asyncio


async def work():
    await asyncio.sleep(0.1)
    return "once"


async def main():
    coroutine = work()
    print(await coroutine)
    await coroutine


asyncio.run(main())

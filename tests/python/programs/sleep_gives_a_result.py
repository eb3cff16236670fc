import asyncio


async def main():
    print(await asyncio.sleep(1, "awake"))
    print(await asyncio.sleep(-1, "at once"))
    print(await asyncio.sleep(0))
    print(asyncio.get_running_loop().time())


asyncio.run(main())

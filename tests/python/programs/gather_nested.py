import asyncio


async def leaf(n):
    await asyncio.sleep(n / 10)
    return n


async def main():
    left = asyncio.gather(leaf(1), leaf(2))
    right = asyncio.gather(leaf(3), leaf(4))
    print(await asyncio.gather(left, right))
    print(asyncio.get_running_loop().time())


asyncio.run(main())

import asyncio


async def double(n):
    await asyncio.sleep(0.1)
    return n * 2


async def source():
    for n in range(4):
        yield n


async def main():
    print([await double(n) for n in range(3)])
    print([await double(n) async for n in source() if n])
    print(sorted({n % 2 async for n in source()}))
    lazy = (n * n async for n in source())
    print(type(lazy).__name__, [n async for n in lazy])
    print(f"{asyncio.get_running_loop().time():.1f}")


asyncio.run(main())

import asyncio


async def visit(name, limit):
    loop = asyncio.get_running_loop()
    async with limit:
        start = loop.time()
        await asyncio.sleep(1 + name / 10)
        print(name, f"{start:.1f}..{loop.time():.1f}")


async def main():
    limit = asyncio.Semaphore(2)
    await asyncio.gather(*(visit(n, limit) for n in range(5)))
    print(limit.locked())
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)


asyncio.run(main())

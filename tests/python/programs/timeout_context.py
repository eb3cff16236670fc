import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(2) as limit:
        await asyncio.sleep(1)
        print("in time", limit.when(), limit.expired())
    try:
        async with asyncio.timeout(2) as limit:
            await asyncio.sleep(5)
    except TimeoutError:
        print("late", loop.time(), limit.expired())
    async with asyncio.timeout(None) as limit:
        await asyncio.sleep(1)
    print(limit.when(), loop.time())


asyncio.run(main())

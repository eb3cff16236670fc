import asyncio


async def main():
    async with asyncio.timeout(0.25):
        print("waiting")
        await asyncio.sleep(1)


asyncio.run(main())

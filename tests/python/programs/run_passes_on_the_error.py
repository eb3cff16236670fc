import asyncio


async def main():
    await asyncio.sleep(0.1)
    print("about to fail")
    raise ValueError("no such luck")


asyncio.run(main())

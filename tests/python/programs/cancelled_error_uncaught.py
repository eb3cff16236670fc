import asyncio


async def main():
    asyncio.current_task().cancel()
    print("still here")
    await asyncio.sleep(0)
    print("never printed")


asyncio.run(main())

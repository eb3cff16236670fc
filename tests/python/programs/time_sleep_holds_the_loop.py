import asyncio
import time


async def polite():
    for _ in range(3):
        print("tick", asyncio.get_running_loop().time())
        await asyncio.sleep(0.5)


async def rude():
    await asyncio.sleep(0.7)
    time.sleep(2)
    print("held the loop until", asyncio.get_running_loop().time())


async def main():
    await asyncio.gather(polite(), rude())


asyncio.run(main())

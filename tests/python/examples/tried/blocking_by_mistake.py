import asyncio
import time


async def clock():
    for _ in range(4):
        print(f"{time.perf_counter():.1f} s: tick")
        await asyncio.sleep(0.5)


async def report():
    print(f"{time.perf_counter():.1f} s: printing the report")
    await asyncio.sleep(3)
    print(f"{time.perf_counter():.1f} s: report printed")


async def main():
    await asyncio.gather(clock(), report())


asyncio.run(main())

import asyncio
import time


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "done")
    return name.upper()


async def main():
    start = time.perf_counter()
    results = await asyncio.gather(
        fetch("slow", 3), fetch("fast", 1), fetch("medium", 2)
    )
    print(results, f"{time.perf_counter() - start:.1f}")


asyncio.run(main())

import asyncio
import time


async def make(what, seconds):
    print(f"{what}: started")
    await asyncio.sleep(seconds)
    print(f"{what}: ready")


async def main():
    start = time.perf_counter()
    await make("coffee", 3)
    await make("tea", 2)
    print(f"one by one: {time.perf_counter() - start:.1f} s")

    start = time.perf_counter()
    await asyncio.gather(make("coffee", 3), make("tea", 2), make("soup", 3))
    print(f"together: {time.perf_counter() - start:.1f} s")


asyncio.run(main())

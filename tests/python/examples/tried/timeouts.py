import asyncio
import time


async def call(service, seconds):
    await asyncio.sleep(seconds)
    return f"{service} has answered"


async def main():
    start = time.perf_counter()
    for service, seconds in [("mail", 0.4), ("maps", 5)]:
        try:
            async with asyncio.timeout(6):
                print(await call(service, seconds))
        except TimeoutError:
            print(f"{service} is too slow: going on without")
    print(f"done after {time.perf_counter() - start:.1f} s")


asyncio.run(main())

import asyncio
import time


async def call(attempt):
    await asyncio.sleep(0.2)
    if attempt < 4:
        raise ConnectionError("no answer")
    return "the answer"


async def call_patiently(attempts):
    pause = 0.5
    for attempt in range(1, attempts + 1):
        try:
            return await call(attempt)
        except ConnectionError as error:
            print(f"{time.perf_counter():.1f} s: {error}")
            if attempt == attempts:
                raise
        await asyncio.sleep(pause)
        pause *= 2


async def main():
    answer = await call_patiently(attempts=3)
    print(f"{time.perf_counter():.1f} s: {answer}")


asyncio.run(main())

import asyncio
import time

start = time.perf_counter()


def say(text):
    print(f"{time.perf_counter() - start:.1f} s: {text}")


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
            say(f"{error}")
            if attempt == attempts:
                raise
        await asyncio.sleep(pause)
        pause *= 2


async def main():
    answer = await call_patiently(attempts=3)
    say(f"{answer}")


asyncio.run(main())

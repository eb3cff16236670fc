import asyncio
import time

start = time.perf_counter()


def say(text):
    print(f"{time.perf_counter() - start:.1f} s: {text}")


async def clock():
    for _ in range(4):
        say("tick")
        await asyncio.sleep(0.5)


async def report():
    say("printing the report")
    await asyncio.sleep(3)
    say("report printed")


async def main():
    await asyncio.gather(clock(), report())


asyncio.run(main())

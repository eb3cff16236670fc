import asyncio
import time

start = time.perf_counter()


def say(text):
    print(f"{time.perf_counter() - start:.1f} s: {text}")


async def pay(amount):
    await asyncio.sleep(1)
    say(f"paid {amount}")
    return "receipt 1"


async def main():
    receipt = await pay(30)
    say(f"came back: {type(receipt).__name__}")
    say("done")


asyncio.run(main())

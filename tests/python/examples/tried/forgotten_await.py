import asyncio
import time


async def pay(amount):
    await asyncio.sleep(1)
    print("paid", amount)
    return "receipt 1"


async def main():
    receipt = await pay(30)
    print("came back:", type(receipt).__name__)
    print(f"done after {time.perf_counter():.0f} s")


asyncio.run(main())

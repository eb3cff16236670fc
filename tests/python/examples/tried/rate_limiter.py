import asyncio
import time


class RateLimiter:
    def __init__(self, per_second):
        self.gap = 1 / per_second
        self.next_start = time.monotonic()

    async def wait(self):
        now = time.monotonic()
        start = max(now, self.next_start)
        self.next_start = start + self.gap
        await asyncio.sleep(start - now)


async def call(number, limiter, start):
    await limiter.wait()
    print(f"{time.monotonic() - start:.1f} s: call {number}")
    await asyncio.sleep(0.6)


async def main():
    start = time.monotonic()
    limiter = RateLimiter(10)
    calls = [call(number, limiter, start) for number in range(1, 11)]
    await asyncio.gather(*calls)
    print(f"{time.monotonic() - start:.1f} s: all answered")


asyncio.run(main())

# en: Five calls a second
# A service allows 5 calls a second, and an answer takes
# 0.6 s. The limiter does not count how many calls are under
# way; it spaces their beginnings, one every 0.2 s. The last
# of the 10 calls begins at 1.8 s, and all are answered
# after 2.4 s.
# Try: allow 10 calls a second. They begin every 0.1 s, and
# all are answered after 1.5 s.
# ko: 초당 다섯 번까지만
# 어떤 서비스가 호출을 초당 5번까지 허용하고, 답에는 0.6초가
# 걸립니다. 제한기(`RateLimiter`)는 진행 중인 호출의 수를
# 세지 않고, 시작하는 간격을 0.2초로 벌립니다. 호출 10번
# 가운데 마지막은 1.8초에 시작하고, 2.4초면 모두 답을
# 받습니다.
# 해 보기: 초당 10번을 허용해 보세요. 0.1초마다 시작해서
# 1.5초면 모두 답을 받습니다.

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
    limiter = RateLimiter(5)
    calls = [call(number, limiter, start) for number in range(1, 11)]
    await asyncio.gather(*calls)
    print(f"{time.monotonic() - start:.1f} s: all answered")


asyncio.run(main())

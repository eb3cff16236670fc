# en: One after another, and together
# Coffee takes 3 s and tea takes 2 s, and all of it is
# waiting. Made one after the other they take 5 s. With
# `gather` both begin at once: while one of them waits, the
# event loop goes on with the other, and both are ready
# after 3 s.
# Try: add `make("soup", 3)` to the `gather` call. Together
# it is still 3 s.
# ko: 하나씩, 그리고 함께
# 커피는 3초, 차는 2초가 걸리는데 모두 기다리기만 하는
# 시간입니다. 하나씩 만들면 5초가 걸립니다. `gather` 함수로
# 함께 시작하면 하나가 기다리는 동안 이벤트 루프가 다른
# 하나를 진행하므로, 둘 다 3초 만에 준비됩니다.
# 해 보기: `gather` 호출에 `make("soup", 3)` 코루틴을 더해
# 보세요. 함께 하면 그대로 3초입니다.

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
    await asyncio.gather(make("coffee", 3), make("tea", 2))
    print(f"together: {time.perf_counter() - start:.1f} s")


asyncio.run(main())

# en: No longer than it may take
# The mail answers after 0.4 s, but the maps would need 5 s.
# A call may take 1 s at most: then `asyncio.timeout`
# cancels it and raises a `TimeoutError`. The program goes
# on without the maps and is done after 1.4 s.
# Try: allow 6 s in place of 1 s. Both answer, and the
# program takes 5.4 s.
# ko: 기다림에는 한도가 있다
# 메일은 0.4초 만에 답하지만, 지도는 5초나 걸릴 것입니다.
# 호출 하나에 허용된 시간은 1초이고, 그 시간이 지나면
# `asyncio.timeout` 블록이 호출을 취소하고 `TimeoutError`
# 예외를 일으킵니다. 프로그램은 지도 없이 계속되어 1.4초에
# 끝납니다.
# 해 보기: 타임아웃을 1초에서 6초로 늘려 보세요. 둘 다
# 답하고, 프로그램은 5.4초가 걸립니다.

import asyncio
import time


async def call(service, seconds):
    await asyncio.sleep(seconds)
    return f"{service} has answered"


async def main():
    start = time.perf_counter()
    for service, seconds in [("mail", 0.4), ("maps", 5)]:
        try:
            async with asyncio.timeout(1):
                print(await call(service, seconds))
        except TimeoutError:
            print(f"{service} is too slow: going on without")
    print(f"done after {time.perf_counter() - start:.1f} s")


asyncio.run(main())

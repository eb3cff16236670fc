# en: One sleep stops them all
# A clock should tick every 0.5 s, while a report is printed
# for 3 s. But `time.sleep` does not give the event loop
# back, and nothing else can run until it is over: the
# second tick comes only at 3 s. It is the same with every
# call that waits without an `await`.
# Try: write `await asyncio.sleep(3)` in place of
# `time.sleep(3)`. The clock ticks every 0.5 s.
# ko: 모두를 멈추는 sleep 하나
# 보고서를 3초 동안 인쇄하면서 시계가 0.5초마다 째깍거려야
# 합니다. 그런데 `time.sleep` 함수는 이벤트 루프를 놓아주지
# 않아서, 끝날 때까지 아무것도 실행되지 못하고 두 번째 째깍
# 소리는 3초에야 납니다. `await` 없이 기다리는 호출은 모두
# 마찬가지입니다.
# 해 보기: `time.sleep(3)` 대신 `await asyncio.sleep(3)`
# 문을 적어 보세요. 시계가 0.5초마다 째깍거립니다.

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
    time.sleep(3)
    say("report printed")


async def main():
    await asyncio.gather(clock(), report())


asyncio.run(main())

# en: Try again, a little later
# A service that struggles fails three times, and answers
# the fourth time; each attempt takes 0.2 s. So as not to
# press it, the program waits before it tries again, and
# twice as long each time: 0.5 s, 1 s, 2 s. The answer is
# there after 4.3 s.
# Try: allow 3 attempts. At the third error it gives up, and
# the program ends with that error after 2.1 s.
# ko: 조금 쉬었다가 다시
# 힘겨워하는 서비스가 세 번 실패하고 네 번째에 답하며,
# 시도마다 0.2초가 걸립니다. 프로그램은 서비스를 몰아붙이지
# 않도록 다시 시도하기 전에 0.5초, 1초, 2초, 이렇게 매번 두
# 배로 기다립니다. 답은 4.3초 만에 옵니다.
# 해 보기: 시도를 3번으로 줄여 보세요. 세 번째 오류에서
# 포기하고, 프로그램은 2.1초에 그 오류로 끝납니다.

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
    answer = await call_patiently(attempts=5)
    say(f"{answer}")


asyncio.run(main())

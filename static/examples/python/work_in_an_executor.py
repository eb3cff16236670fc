# en: Heavy work beside the loop
# Compressing a file (here a `time.sleep`) keeps whoever
# does it busy for 1 s. So it is given to an executor, whose
# two threads work beside the event loop: four files take
# 2 s, and the clicks are answered every 0.3 s all the
# while.
# Try: write `ThreadPoolExecutor(4)`. With a thread for
# each, the files take 1 s.
# ko: 무거운 일은 루프 곁에서
# 파일 하나를 압축하는 일(여기서는 `time.sleep` 호출)은 맡은
# 쪽을 1초 동안 붙잡아 둡니다. 그래서 익스큐터에 맡기면 두
# 스레드가 이벤트 루프 곁에서 일합니다. 파일 네 개에 2초가
# 걸리고, 그동안에도 0.3초마다 클릭에 응답합니다.
# 해 보기: `ThreadPoolExecutor(4)` 크기로 늘려 보세요.
# 파일마다 스레드가 하나씩 있어 1초가 걸립니다.

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

start = time.perf_counter()


def say(text):
    print(f"{time.perf_counter() - start:.1f} s: {text}")


def compress(file):
    time.sleep(1)
    return f"{file}.zip"


async def answer_clicks():
    while True:
        await asyncio.sleep(0.3)
        say("click answered")


async def main():
    clicks = asyncio.create_task(answer_clicks())
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(2) as pool:
        jobs = [
            loop.run_in_executor(pool, compress, file)
            for file in ("a", "b", "c", "d")
        ]
        say(f"files: {await asyncio.gather(*jobs)}")
    say("all compressed")
    clicks.cancel()


asyncio.run(main())

# en: No more than three at once
# Nine pages are wanted, of 1 s each, but the server allows
# three requests at once. A semaphore is a counter of free
# places: whoever finds none waits until somebody leaves. So
# three pages begin every second, and all are there after
# 3 s.
# Try: write `Semaphore(9)`. Nobody has to wait for a place,
# and it takes 1 s.
# ko: 한 번에 셋까지만
# 1초씩 걸리는 페이지 9개를 받으려는데, 서버는 요청을 한
# 번에 3개까지만 받아 줍니다. 세마포어는 빈자리를 세는
# 장치라서, 자리가 없으면 누군가 나갈 때까지 기다립니다.
# 그래서 1초마다 3페이지씩 시작하고, 3초면 모두 받습니다.
# 해 보기: `Semaphore(9)` 크기로 늘려 보세요. 자리를 기다릴
# 일이 없어 1초가 걸립니다.

import asyncio
import time

start = time.perf_counter()


def say(text):
    print(f"{time.perf_counter() - start:.1f} s: {text}")


async def fetch(page, places):
    async with places:
        say(f"page {page} begins")
        await asyncio.sleep(1)


async def main():
    places = asyncio.Semaphore(3)
    pages = range(1, 10)
    await asyncio.gather(*(fetch(page, places) for page in pages))
    say(f"all {len(pages)} are here")


asyncio.run(main())

# en: Answers as they come
# A film takes 3 s to download, a song 1 s and a photo
# 0.5 s. With `as_completed` each is dealt with as soon as
# it is there: something can be shown after 0.5 s, not only
# when the last one has come.
# Try: let the film take 0.2 s. It is now the first to be
# printed.
# ko: 도착하는 대로
# 내려받는 데 영화는 3초, 노래는 1초, 사진은 0.5초가
# 걸립니다. `as_completed` 함수를 쓰면 도착하는 것부터 바로
# 처리합니다. 그래서 마지막 것까지 기다리지 않고 0.5초
# 뒤부터 무언가 보여 줄 수 있습니다.
# 해 보기: 영화가 0.2초 걸리게 해 보세요. 이제 영화가 가장
# 먼저 출력됩니다.

import asyncio


async def download(name, seconds):
    await asyncio.sleep(seconds)
    return f"{name}, after {seconds} s"


async def main():
    downloads = [
        download("film", 3),
        download("song", 1),
        download("photo", 0.5),
    ]
    count = 0
    for next_one in asyncio.as_completed(downloads):
        result = await next_one
        count += 1
        print(f"{count} of 3: {result}")


asyncio.run(main())

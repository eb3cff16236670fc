# en: main does not wait for tasks
# Two backups run in tasks of their own, while `main` has
# something else to do for 2 s. When `main` returns,
# `asyncio.run` cancels whatever still runs: the photos were
# safe after 1 s, but the videos, which need 3 s, are cut
# off.
# Try: let `main` sleep for 4 s. Now both backups come to
# their end. It is better, though, to await the tasks.
# ko: main은 태스크를 기다리지 않는다
# 백업 둘이 따로 태스크로 도는 동안 `main` 코루틴은 2초 동안
# 다른 일을 합니다. `main` 코루틴이 끝나면 `asyncio.run`
# 함수는 아직 도는 것을 모두 취소합니다. 그래서 사진은 1초에
# 무사히 끝나지만, 3초가 필요한 동영상은 도중에 끊깁니다.
# 해 보기: `main` 코루틴이 4초를 자게 해 보세요. 이제 두
# 백업이 다 끝납니다. 하지만 태스크를 `await` 하는 편이 더
# 낫습니다.

import asyncio


async def back_up(what, seconds):
    try:
        await asyncio.sleep(seconds)
        print(f"{what}: safe")
    except asyncio.CancelledError:
        print(f"{what}: cut off")
        raise


async def main():
    photos = asyncio.create_task(back_up("photos", 1))
    videos = asyncio.create_task(back_up("videos", 3))
    await asyncio.sleep(2)
    print("main: done")


asyncio.run(main())

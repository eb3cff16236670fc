# en: An assembly line of queues
# Five photos are read, shrunk and stored, in 0.4 s, 1 s and
# 0.3 s each. Every stage is a task, and queues join them:
# while one photo is stored, the next is shrunk and another
# one read. The slowest stage sets the pace, so all are
# stored after 5.7 s; photo by photo it would take 8.5 s.
# Try: let shrinking take 0.5 s. All are stored after 3.2 s.
# ko: 큐로 이은 조립 라인
# 사진 다섯 장을 한 장마다 0.4초에 읽고, 1초에 줄이고,
# 0.3초에 저장합니다. 단계마다 태스크가 하나씩 있고 그
# 사이를 큐가 이어서, 한 장을 저장하는 동안 다음 장을 줄이고
# 그다음 장을 읽습니다. 가장 느린 단계에 맞춰 흘러가므로
# 5.7초면 모두 저장되고, 한 장씩 하면 8.5초가 걸립니다.
# 해 보기: 줄이는 시간을 0.5초로 바꿔 보세요. 3.2초면 모두
# 저장됩니다.

import asyncio
import time

start = time.perf_counter()


def say(text):
    print(f"{time.perf_counter() - start:.1f} s: {text}")


async def stage(what, seconds, source, target):
    while (photo := await source.get()) is not None:
        await asyncio.sleep(seconds)
        say(f"photo {photo} {what}")
        await target.put(photo)
    await target.put(None)


async def main():
    camera, memory, small, disk = (asyncio.Queue() for _ in range(4))
    for photo in [1, 2, 3, 4, 5, None]:
        camera.put_nowait(photo)
    async with asyncio.TaskGroup() as line:
        line.create_task(stage("read", 0.4, camera, memory))
        line.create_task(stage("shrunk", 1, memory, small))
        line.create_task(stage("stored", 0.3, small, disk))
    print("stored:", disk.qsize() - 1)


asyncio.run(main())

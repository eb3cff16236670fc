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
        line.create_task(stage("shrunk", 0.5, memory, small))
        line.create_task(stage("stored", 0.3, small, disk))
    print("stored:", disk.qsize() - 1)


asyncio.run(main())

import asyncio
import time


def fail(seconds):
    time.sleep(seconds)
    raise OSError("no disk")


async def main():
    loop = asyncio.get_running_loop()
    try:
        await loop.run_in_executor(None, fail, 0.5)
    except OSError as error:
        print(error, loop.time())
    try:
        await asyncio.wait_for(asyncio.to_thread(time.sleep, 3), 1)
    except TimeoutError:
        print("waited no longer, at", loop.time())


asyncio.run(main())
print("the thread had to end first:", time.monotonic())

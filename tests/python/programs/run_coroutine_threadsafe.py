import asyncio
import time


async def add(a, b):
    await asyncio.sleep(1)
    return a + b


def from_a_thread(loop):
    time.sleep(0.5)
    return asyncio.run_coroutine_threadsafe(add(1, 2), loop)


async def main():
    loop = asyncio.get_running_loop()
    future = await asyncio.to_thread(from_a_thread, loop)
    print(future.done(), loop.time())
    print(await asyncio.wrap_future(future), loop.time())


asyncio.run(main())

import asyncio
import threading
import time


def sensor(loop, queue):
    for value in (20.5, 21.0, 21.5):
        time.sleep(0.3)
        loop.call_soon_threadsafe(queue.put_nowait, value)
    time.sleep(0.3)
    loop.call_soon_threadsafe(queue.put_nowait, None)


async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    thread = threading.Thread(target=sensor, args=(loop, queue))
    thread.start()
    while (value := await queue.get()) is not None:
        print(f"{loop.time():.1f} s: {value}")
    thread.join()
    print("no more")


asyncio.run(main())

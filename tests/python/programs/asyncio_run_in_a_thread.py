import asyncio
import threading


async def work(name):
    for step in range(2):
        await asyncio.sleep(1)
        print(name, step)
    return name


def in_thread():
    print("returned", asyncio.run(work("thread")))


async def main():
    thread = threading.Thread(target=in_thread)
    thread.start()
    await asyncio.sleep(0.5)
    await work("main")
    thread.join()


asyncio.run(main())

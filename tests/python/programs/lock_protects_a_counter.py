import asyncio

counter = 0


async def add(lock):
    global counter
    if lock:
        await lock.acquire()
    before = counter
    await asyncio.sleep(0.01)
    counter = before + 1
    if lock:
        lock.release()


async def main():
    global counter
    await asyncio.gather(*(add(None) for _ in range(10)))
    print("without a lock:", counter)
    counter = 0
    lock = asyncio.Lock()
    await asyncio.gather(*(add(lock) for _ in range(10)))
    print("with a lock:", counter)


asyncio.run(main())

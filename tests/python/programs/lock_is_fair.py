import asyncio


async def use(name, lock, seconds):
    loop = asyncio.get_running_loop()
    async with lock:
        print(name, "from", loop.time())
        await asyncio.sleep(seconds)
    print(name, "until", loop.time(), lock.locked())


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(use(name, lock, 1) for name in "abc"))
    print(lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


asyncio.run(main())

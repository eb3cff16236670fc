import asyncio


async def use(name, lock):
    try:
        async with lock:
            print(name, "has it")
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(name, "was cancelled")
        raise


async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(use(name, lock)) for name in "abc"]
    await asyncio.sleep(0.5)
    tasks[1].cancel()
    await asyncio.wait(tasks)
    print(lock.locked(), asyncio.get_running_loop().time())


asyncio.run(main())

import asyncio


async def worker(name, queue):
    while True:
        seconds = await queue.get()
        await asyncio.sleep(seconds)
        print(name, "slept", seconds)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for seconds in (0.3, 0.5, 0.1, 0.4):
        queue.put_nowait(seconds)
    workers = [asyncio.create_task(worker(n, queue)) for n in ("a", "b")]
    await queue.join()
    print(f"joined at {asyncio.get_running_loop().time():.1f}")
    for task in workers:
        task.cancel()
    ends = await asyncio.gather(*workers, return_exceptions=True)
    print([type(end).__name__ for end in ends])


asyncio.run(main())

import asyncio


async def work(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    for returns in (True, False):
        tasks = [asyncio.create_task(work(n)) for n in (1, 2)]
        asyncio.get_running_loop().call_later(0.5, tasks[0].cancel)
        try:
            results = await asyncio.gather(*tasks, return_exceptions=returns)
            print([type(result).__name__ for result in results])
        except asyncio.CancelledError:
            print("cancelled", tasks[1].done())


asyncio.run(main())

import asyncio


async def work(seconds, fails=False):
    await asyncio.sleep(seconds)
    if fails:
        raise RuntimeError("broken")
    return seconds


async def main():
    tasks = [
        asyncio.create_task(work(1)),
        asyncio.create_task(work(2, fails=True)),
        asyncio.create_task(work(3)),
    ]
    done, pending = await asyncio.wait(
        tasks, return_when=asyncio.FIRST_EXCEPTION
    )
    print(len(done), len(pending), asyncio.get_running_loop().time())
    for task in tasks:
        if task in done:
            print(task.exception() or task.result())


asyncio.run(main())

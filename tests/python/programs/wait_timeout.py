import asyncio


async def work(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    tasks = [asyncio.create_task(work(n)) for n in (1, 2, 3)]
    done, pending = await asyncio.wait(tasks, timeout=1.5)
    print(sorted(task.result() for task in done), len(pending))
    done, pending = await asyncio.wait(pending)
    print(sorted(task.result() for task in done), len(pending))
    try:
        await asyncio.wait([])
    except ValueError as error:
        print(error)
    coroutine = work(1)
    try:
        await asyncio.wait([coroutine])
    except TypeError as error:
        print(error)
    coroutine.close()


asyncio.run(main())

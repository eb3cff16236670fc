import asyncio


async def work(seconds):
    await asyncio.sleep(seconds)
    if seconds == 1:
        raise ValueError(seconds)
    return seconds


async def main():
    tasks = {asyncio.create_task(work(n), name=f"t{n}") for n in (2, 1, 3)}
    done, pending = await asyncio.wait(tasks)
    for task in sorted(done, key=asyncio.Task.get_name):
        print(task.get_name(), repr(task.exception()))
    print(pending == set())


asyncio.run(main())

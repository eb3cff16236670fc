import asyncio


async def work(name, seconds, fails=False):
    try:
        await asyncio.sleep(seconds)
        if fails:
            raise ValueError(f"{name} failed")
        print(name, "done")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("a", 1))
            group.create_task(work("b", 2, fails=True))
            group.create_task(work("c", 3))
            await asyncio.sleep(9)
    except* ValueError as group:
        print(group.message, group.exceptions)


asyncio.run(main())

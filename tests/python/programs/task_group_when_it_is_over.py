import asyncio


async def work():
    pass


async def main():
    async with asyncio.TaskGroup() as group:
        await group.create_task(work(), name="child")
    coroutine = work()
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()
    coroutine = work()
    try:
        asyncio.TaskGroup().create_task(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()


asyncio.run(main())

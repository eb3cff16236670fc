import asyncio


async def whoami():
    return asyncio.current_task().get_name()


async def main():
    asyncio.current_task().set_name("boss")
    print(await whoami())
    print(await asyncio.create_task(whoami(), name="helper"))
    print((await asyncio.create_task(whoami())).startswith("Task-"))
    task = asyncio.create_task(whoami())
    task.set_name(7)
    print(repr(task.get_name()), task.get_coro().__name__)
    await task


asyncio.run(main())

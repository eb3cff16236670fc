import asyncio


async def spawn(group, depth):
    await asyncio.sleep(1)
    print("depth", depth, "at", asyncio.get_running_loop().time())
    if depth < 3:
        group.create_task(spawn(group, depth + 1))


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(spawn(group, 1))
    print("all done")


asyncio.run(main())

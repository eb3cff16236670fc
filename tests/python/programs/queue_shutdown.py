import asyncio


async def consumer(name, queue):
    try:
        while True:
            item = await queue.get()
            print(name, "gets", item)
            await asyncio.sleep(1)
    except asyncio.QueueShutDown:
        print(name, "ends at", asyncio.get_running_loop().time())


async def main():
    queue = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(consumer("a", queue))
        group.create_task(consumer("b", queue))
        for number in range(3):
            await queue.put(number)
        queue.shutdown()
        try:
            await queue.put("too late")
        except asyncio.QueueShutDown:
            print("closed")


asyncio.run(main())

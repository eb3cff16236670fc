import asyncio


async def producer(queue):
    for number in range(4):
        await queue.put(number)
        print("put", number, "size", queue.qsize())
    await queue.put(None)


async def consumer(queue):
    while (item := await queue.get()) is not None:
        await asyncio.sleep(0.5)
        print("used", item, "at", asyncio.get_running_loop().time())


async def main():
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(queue), consumer(queue))
    print(queue.empty(), queue.full(), queue.maxsize)


asyncio.run(main())

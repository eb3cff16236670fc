import asyncio


async def main():
    queue = asyncio.Queue()
    await queue.put("lost")
    getter = asyncio.create_task(asyncio.Queue().get(), name="other")
    queue.shutdown(immediate=True)
    print(queue.empty())
    await queue.join()
    getter.cancel()
    await queue.get()


asyncio.run(main())

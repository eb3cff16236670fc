import asyncio


async def main():
    queue = asyncio.Queue(maxsize=1)
    queue.put_nowait("only one")
    try:
        queue.put_nowait("too many")
    except asyncio.QueueFull as error:
        print(type(error).__name__, repr(str(error)))
    print(queue.get_nowait())
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(type(error).__name__)
    queue.task_done()
    queue.task_done()


asyncio.run(main())

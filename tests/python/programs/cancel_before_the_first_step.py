import asyncio


async def never():
    print("never printed")


async def main():
    task = asyncio.create_task(never())
    task.cancel()
    print(task.done())
    await asyncio.sleep(0)
    print(task.done(), task.cancelled())
    try:
        task.exception()
    except asyncio.CancelledError:
        print("no exception but a cancellation")


asyncio.run(main())

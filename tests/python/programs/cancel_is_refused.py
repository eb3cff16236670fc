import asyncio


async def stubborn():
    for attempt in range(3):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            task = asyncio.current_task()
            print("not yet", attempt, task.cancelling())
            task.uncancel()
    return "in my own time"


async def main():
    task = asyncio.create_task(stubborn())
    for _ in range(3):
        await asyncio.sleep(1)
        task.cancel()
    print(await task, task.cancelled(), task.cancelling())


asyncio.run(main())

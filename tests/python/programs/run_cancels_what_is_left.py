import asyncio


async def worker():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled")
        await asyncio.sleep(0.5)
        print("tidied up")
        raise


async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(1)
    print("main ends, the worker runs:", not task.done())
    return task


print(asyncio.run(main()).cancelled())

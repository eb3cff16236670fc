import asyncio


async def download():
    print("opened")
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("cancelled:", error)
        raise
    finally:
        await asyncio.sleep(0.5)
        print("closed at", asyncio.get_running_loop().time())


async def main():
    task = asyncio.create_task(download())
    await asyncio.sleep(1)
    print(task.cancel("the user left"))
    print(task.cancelled(), task.cancelling(), task.done())
    try:
        await task
    except asyncio.CancelledError as error:
        print("main sees:", error.args)
    print(task.cancelled(), task.cancel())


asyncio.run(main())

import asyncio


async def upload(file):
    try:
        for part in range(1, 6):
            await asyncio.sleep(1)
            print(f"{file}: part {part} sent")
    except asyncio.CancelledError:
        print(f"{file}: cancelled, deleting the parts")
        await asyncio.sleep(0.5)
        raise
    finally:
        print(f"{file}: connection closed")


async def main():
    task = asyncio.create_task(upload("video"))
    await asyncio.sleep(6)
    task.cancel()
    try:
        await task
        print("main: the upload is complete")
    except asyncio.CancelledError:
        print("main: the upload was cancelled")


asyncio.run(main())

import asyncio


async def back_up(what, seconds):
    try:
        await asyncio.sleep(seconds)
        print(f"{what}: safe")
    except asyncio.CancelledError:
        print(f"{what}: cut off")
        raise


async def main():
    photos = asyncio.create_task(back_up("photos", 1))
    videos = asyncio.create_task(back_up("videos", 3))
    await asyncio.sleep(4)
    print("main: done")


asyncio.run(main())

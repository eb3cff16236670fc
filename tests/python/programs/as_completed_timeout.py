import asyncio


async def work(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    try:
        for each in asyncio.as_completed([work(1), work(5)], timeout=2):
            print(await each)
    except TimeoutError:
        print("timeout at", asyncio.get_running_loop().time())


asyncio.run(main())

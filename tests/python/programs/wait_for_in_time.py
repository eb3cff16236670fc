import asyncio


async def work(seconds):
    await asyncio.sleep(seconds)
    return f"after {seconds} s"


async def main():
    print(await asyncio.wait_for(work(1), timeout=2))
    print(await asyncio.wait_for(work(1), timeout=None))
    try:
        await asyncio.wait_for(work(3), timeout=2)
    except asyncio.TimeoutError as error:
        print(type(error) is TimeoutError, repr(str(error)))
    print(asyncio.get_running_loop().time())


asyncio.run(main())

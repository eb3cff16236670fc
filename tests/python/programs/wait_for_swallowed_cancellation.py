import asyncio


async def unwilling():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "a result after all"


async def main():
    try:
        print(await asyncio.wait_for(unwilling(), 1))
    except TimeoutError:
        print("timed out")


asyncio.run(main())

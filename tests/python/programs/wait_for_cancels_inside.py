import asyncio


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled, tidying up for 1 s")
        await asyncio.sleep(1)
        print("tidied up")
        raise


async def main():
    loop = asyncio.get_running_loop()
    try:
        await asyncio.wait_for(stubborn(), timeout=0.5)
    except TimeoutError as error:
        print("too late at", loop.time(), type(error.__cause__).__name__)


asyncio.run(main())

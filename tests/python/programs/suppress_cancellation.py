import asyncio
import contextlib


async def heartbeat():
    while True:
        print("beat", asyncio.get_running_loop().time())
        await asyncio.sleep(0.5)


async def main():
    beat = asyncio.create_task(heartbeat())
    await asyncio.sleep(1.2)
    beat.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await beat
    print("quiet")


asyncio.run(main())

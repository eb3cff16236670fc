import asyncio


async def main():
    loop = asyncio.get_running_loop()
    soon = loop.call_soon(print, "never printed")
    later = loop.call_later(1, print, "nor this")
    kept = loop.call_later(2, print, "but this at 2")
    soon.cancel()
    later.cancel()
    print(soon.cancelled(), later.cancelled(), kept.cancelled())
    print(later.when(), kept.when())
    await asyncio.sleep(3)
    kept.cancel()
    print(kept.cancelled())


asyncio.run(main())

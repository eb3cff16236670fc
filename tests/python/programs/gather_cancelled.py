import asyncio


async def work(name):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    group = asyncio.gather(work("a"), work("b"), return_exceptions=True)
    asyncio.get_running_loop().call_later(1, group.cancel)
    try:
        await group
    except asyncio.CancelledError:
        print("gather cancelled", group.cancelled(), group.done())


asyncio.run(main())

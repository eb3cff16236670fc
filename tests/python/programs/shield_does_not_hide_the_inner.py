import asyncio


async def work():
    await asyncio.sleep(2)


async def main():
    inner = asyncio.create_task(work())
    asyncio.get_running_loop().call_later(1, inner.cancel)
    try:
        await asyncio.shield(inner)
    except asyncio.CancelledError:
        print("the inner was cancelled", inner.cancelled())
        print(asyncio.current_task().cancelling())


asyncio.run(main())

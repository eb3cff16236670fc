import asyncio


async def patient():
    try:
        async with asyncio.timeout(3) as limit:
            await asyncio.sleep(9)
    except TimeoutError:
        print("never printed")
    except asyncio.CancelledError:
        print("cancelled, not late:", limit.expired())
        raise


async def main():
    task = asyncio.create_task(patient())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())

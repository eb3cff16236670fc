import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1) as limit:
            for step in range(10):
                await asyncio.sleep(0.8)
                print("step", step, f"{loop.time():.1f}")
                if step < 2:
                    limit.reschedule(loop.time() + 1)
    except TimeoutError:
        print(f"expired at {loop.time():.1f}", limit.expired())
    try:
        limit.reschedule(None)
    except RuntimeError as error:
        print(error)


asyncio.run(main())

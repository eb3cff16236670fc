import asyncio


async def wait_for_it(name, future):
    try:
        await future
    except asyncio.CancelledError as error:
        print(name, "is told:", error)
        raise


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(wait_for_it(n, future)) for n in "ab"]
    await asyncio.sleep(1)
    future.cancel("called off")
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print([type(result).__name__ for result in results])
    print([task.cancelled() for task in tasks])


asyncio.run(main())

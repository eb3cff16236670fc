import asyncio


async def divide(a, b):
    await asyncio.sleep(a)
    return a / b


async def main():
    results = await asyncio.gather(
        divide(1, 2), divide(2, 0), divide(3, 4), return_exceptions=True
    )
    for result in results:
        if isinstance(result, Exception):
            print(type(result).__name__, result)
        else:
            print(result)


asyncio.run(main())

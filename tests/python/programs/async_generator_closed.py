import asyncio


async def lines():
    try:
        for number in range(10):
            yield number
            await asyncio.sleep(0.1)
    except GeneratorExit:
        print("closing")
        raise
    finally:
        await asyncio.sleep(0.5)
        print("closed at", asyncio.get_running_loop().time())


async def main():
    source = lines()
    async for number in source:
        print(number)
        if number == 2:
            break
    await source.aclose()
    async for number in source:
        print("never printed")


asyncio.run(main())

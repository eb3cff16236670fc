import asyncio


async def countdown(start):
    while start:
        await asyncio.sleep(0.5)
        yield start
        start -= 1


async def main():
    async for number in countdown(3):
        print(number, asyncio.get_running_loop().time())
    print([n async for n in countdown(4) if n % 2 == 0])
    print({n: n * n async for n in countdown(2)})
    numbers = countdown(2)
    print(await anext(numbers), await anext(numbers))
    print(await anext(numbers, "nothing left"))


asyncio.run(main())

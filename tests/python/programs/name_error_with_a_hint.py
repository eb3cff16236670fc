import asyncio


async def main():
    numbers = [1, 2, 3]
    print("start")
    try:
        numbers.appendd(4)
    except AttributeError as error:
        print(error)
    await asyncio.slep(1)


asyncio.run(main())

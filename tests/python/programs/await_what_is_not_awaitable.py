import asyncio


def plain():
    return 42


async def main():
    print("before")
    await plain()


asyncio.run(main())

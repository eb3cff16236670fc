import asyncio


async def inner(name):
    print(name, "inside")
    return name


async def outer(name):
    for _ in range(3):
        await inner(name)


async def main():
    await asyncio.gather(outer("a"), outer("b"))


asyncio.run(main())

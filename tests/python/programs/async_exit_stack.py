import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager


@asynccontextmanager
async def resource(name):
    print("+", name)
    yield name
    await asyncio.sleep(0.1)
    print("-", name)


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("numbers closed")


async def main():
    async with AsyncExitStack() as stack:
        names = [await stack.enter_async_context(resource(n)) for n in "abc"]
        stack.callback(print, "a plain callback")
        stack.push_async_callback(asyncio.sleep, 1)
        print(names)
    async with aclosing(numbers()) as source:
        async for number in source:
            print(number)
            break
    print(f"{asyncio.get_running_loop().time():.1f}")


asyncio.run(main())

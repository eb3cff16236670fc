import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def connection(name):
    await asyncio.sleep(0.1)
    print("open", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("swallowed", error)
    finally:
        await asyncio.sleep(0.1)
        print("close", name)


async def main():
    async with connection("db") as one, connection("cache") as two:
        print(one, two)
    async with connection("db"):
        raise ValueError("bad row")
    async with connection("db"):
        raise KeyError("not swallowed")


asyncio.run(main())

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_exception, OSError("disk full"))
    try:
        await future
    except OSError as error:
        print(error, error is future.exception())
    other = loop.create_future()
    try:
        other.set_exception(StopIteration)
    except TypeError as error:
        print(error)
    try:
        other.exception()
    except asyncio.InvalidStateError as error:
        print(error)
    print(other.cancel("no need"), other.cancel(), other.cancelled())
    await other


asyncio.run(main())

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(1, future.set_result, "here it is")
    print(future.done(), future.cancelled())
    try:
        future.result()
    except asyncio.InvalidStateError as error:
        print(error)
    print(await future, loop.time())
    print(await future, future.done(), future.exception())
    try:
        future.set_result("again")
    except asyncio.InvalidStateError as error:
        print(type(error).__name__, error)


asyncio.run(main())

import asyncio


def handle(loop, context):
    error = context.get("exception")
    print(context["message"], "|", repr(error))


async def fail():
    raise ValueError("nobody asked")


def broken():
    1 / 0


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handle)
    print(loop.get_exception_handler() is handle)
    asyncio.create_task(fail())
    await asyncio.sleep(0.1)
    loop.call_soon(broken)
    await asyncio.sleep(0.1)
    loop.call_exception_handler({"message": "by hand"})


asyncio.run(main())

import asyncio


async def fail(error, seconds):
    await asyncio.sleep(seconds)
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(fail(ValueError("outer"), 2))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fail(TypeError("inner"), 1))
                inner.create_task(fail(OSError("too late"), 5))
    except* TypeError as group:
        print("types", group.exceptions[0].exceptions)
    except* ValueError as group:
        print("values", group.exceptions)
    print(asyncio.get_running_loop().time())


asyncio.run(main())

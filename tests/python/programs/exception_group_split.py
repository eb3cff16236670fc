import asyncio


async def fail(error):
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for error in (ValueError("v"), KeyError("k"), OSError("o")):
                group.create_task(fail(error))
    except* LookupError as group:
        print("lookup:", group.exceptions)
    except* (ValueError, TypeError) as group:
        print("value:", group.exceptions)


asyncio.run(main())

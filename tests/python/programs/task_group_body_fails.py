import asyncio


async def work(name):
    try:
        await asyncio.sleep(5)
    finally:
        print(name, "leaves at", asyncio.get_running_loop().time())


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("a"))
            await asyncio.sleep(1)
            raise LookupError("in the body")
    except ExceptionGroup as error:
        print(error.message, error.exceptions)
    try:
        async with asyncio.TaskGroup():
            raise asyncio.CancelledError("not an error")
    except asyncio.CancelledError as error:
        print("cancelled:", error)


asyncio.run(main())

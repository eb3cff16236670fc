import asyncio


async def fail():
    raise ValueError("kept")


async def main():
    task = asyncio.create_task(fail())
    await asyncio.sleep(0)
    print(task.done(), repr(task.exception()))
    for _ in range(2):
        try:
            await task
        except ValueError as error:
            print("raised again:", error, error is task.exception())
    task.result()


asyncio.run(main())

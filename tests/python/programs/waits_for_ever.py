import asyncio


async def waiter(name, event):
    print(name, "waits")
    try:
        await event.wait()
    finally:
        print("never printed")


async def main():
    event = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(waiter("a", event))
        group.create_task(waiter("b", event))


asyncio.run(main())

import asyncio


async def child(name):
    print(name, "starts")
    await asyncio.sleep(0)
    print(name, "goes on")


async def main():
    first = asyncio.create_task(child("first"))
    second = asyncio.create_task(child("second"))
    print("both created")
    await second
    print(first.done(), second.done())


asyncio.run(main())

import asyncio


async def name():
    return asyncio.current_task().get_name()


async def main():
    print(await name())
    print(await asyncio.gather(name(), name()))
    print(await asyncio.create_task(name()))


asyncio.run(main())
asyncio.run(main())

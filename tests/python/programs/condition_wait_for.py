import asyncio


async def main():
    condition = asyncio.Condition()
    level = 0

    async def fill():
        nonlocal level
        while level < 3:
            await asyncio.sleep(1)
            async with condition:
                level += 1
                print("level", level)
                condition.notify_all()

    async def drain():
        async with condition:
            print(await condition.wait_for(lambda: level >= 3))
            print("full at", asyncio.get_running_loop().time())

    await asyncio.gather(drain(), fill())


asyncio.run(main())

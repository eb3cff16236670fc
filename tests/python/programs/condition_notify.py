import asyncio


async def consumer(name, condition, items):
    async with condition:
        await condition.wait()
        print(name, "takes", items.pop(0))


async def main():
    condition = asyncio.Condition()
    items = []
    tasks = [
        asyncio.create_task(consumer(name, condition, items))
        for name in ("a", "b", "c")
    ]
    await asyncio.sleep(1)
    async with condition:
        items.append("apple")
        condition.notify()
    await asyncio.sleep(1)
    async with condition:
        items += ["pear", "plum"]
        condition.notify_all()
        print("notified, lock still held")
    await asyncio.gather(*tasks)
    condition.notify()


asyncio.run(main())

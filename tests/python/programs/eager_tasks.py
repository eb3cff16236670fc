import asyncio


async def cached(key):
    print("look up", key)
    if key == "slow":
        await asyncio.sleep(1)
    return key


async def main():
    loop = asyncio.get_running_loop()
    lazy = asyncio.create_task(cached("lazy"))
    print("lazy created", lazy.done())
    loop.set_task_factory(asyncio.eager_task_factory)
    quick = asyncio.create_task(cached("quick"))
    print("quick created", quick.done())
    slow = asyncio.create_task(cached("slow"))
    print("slow created", slow.done())
    print(await asyncio.gather(lazy, quick, slow))


asyncio.run(main())

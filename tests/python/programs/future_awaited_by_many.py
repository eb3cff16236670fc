import asyncio


async def wait_for_news(name, news):
    print(name, "hears:", await news)


async def main():
    news = asyncio.get_running_loop().create_future()
    async with asyncio.TaskGroup() as group:
        for name in ("ann", "bob", "cat"):
            group.create_task(wait_for_news(name, news))
        await asyncio.sleep(1)
        news.set_result("rain")
        print("told")


asyncio.run(main())

import asyncio


class Pages:
    def __init__(self, count):
        self.count = count
        self.page = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.page == self.count:
            raise StopAsyncIteration
        self.page += 1
        await asyncio.sleep(0.2)
        return f"page {self.page}"


async def main():
    async for page in Pages(3):
        print(page)
    else:
        print("no more")
    async for page in Pages:
        pass


asyncio.run(main())

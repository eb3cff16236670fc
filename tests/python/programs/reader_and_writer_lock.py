import asyncio


class Library:
    def __init__(self):
        self.readers = 0
        self.free = asyncio.Condition()

    async def read(self, name):
        async with self.free:
            self.readers += 1
        await asyncio.sleep(1)
        print(name, "has read at", asyncio.get_running_loop().time())
        async with self.free:
            self.readers -= 1
            self.free.notify_all()

    async def write(self, name):
        async with self.free:
            await self.free.wait_for(lambda: self.readers == 0)
            await asyncio.sleep(0.5)
            print(name, "has written at", asyncio.get_running_loop().time())


async def main():
    library = Library()
    async with asyncio.TaskGroup() as group:
        group.create_task(library.read("ann"))
        group.create_task(library.read("bob"))
        group.create_task(library.write("cat"))
        await asyncio.sleep(1.2)
        group.create_task(library.read("dan"))


asyncio.run(main())

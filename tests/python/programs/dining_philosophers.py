import asyncio


async def dine(name, left, right):
    first, second = sorted((left, right), key=lambda fork: fork.number)
    async with first, second:
        print(name, "eats at", asyncio.get_running_loop().time())
        await asyncio.sleep(1)


class Fork(asyncio.Lock):
    def __init__(self, number):
        super().__init__()
        self.number = number


async def main():
    forks = [Fork(number) for number in range(4)]
    names = ["ann", "bob", "cat", "dan"]
    await asyncio.gather(
        *(dine(name, forks[i], forks[i - 1]) for i, name in enumerate(names))
    )
    print("all have eaten")


asyncio.run(main())

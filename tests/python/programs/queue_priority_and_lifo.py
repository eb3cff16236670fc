import asyncio


async def main():
    priority = asyncio.PriorityQueue()
    for item in [(3, "low"), (1, "urgent"), (2, "normal")]:
        await priority.put(item)
    while not priority.empty():
        print(*await priority.get())
    stack = asyncio.LifoQueue()
    for letter in "abc":
        stack.put_nowait(letter)
    print([stack.get_nowait() for _ in range(3)])
    priority.put_nowait((1, {"name": "first"}))
    priority.put_nowait((1, {"name": "second"}))


asyncio.run(main())

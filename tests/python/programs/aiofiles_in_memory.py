import asyncio

import aiofiles


async def main():
    loop = asyncio.get_running_loop()
    async with aiofiles.open("notes.txt", "w") as file:
        await file.write("one\n")
        await file.write("two\n")
    print(f"written at {loop.time():.3f}")
    async with aiofiles.open("notes.txt") as file:
        async for line in file:
            print(line.strip())
    async with aiofiles.open("notes.txt", "a") as file:
        await file.write("three\n")
    async with aiofiles.open("notes.txt") as file:
        print(repr(await file.read()))
    async with aiofiles.open("missing.txt") as file:
        pass


asyncio.run(main())

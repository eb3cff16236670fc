import asyncio
import time


def compress(name, seconds):
    time.sleep(seconds)
    print("compressed", name)
    return name + ".gz"


async def tick():
    for _ in range(3):
        await asyncio.sleep(0.4)
        print("tick")


async def main():
    loop = asyncio.get_running_loop()
    ticking = asyncio.create_task(tick())
    one = loop.run_in_executor(None, compress, "a", 1)
    two = loop.run_in_executor(None, compress, "b", 0.5)
    print(await one, await two, loop.time())
    await ticking


asyncio.run(main())

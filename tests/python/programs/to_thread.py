import asyncio
import time


def blocking(name, *, seconds):
    time.sleep(seconds)
    return f"{name} after {seconds} s"


async def main():
    results = await asyncio.gather(
        asyncio.to_thread(blocking, "a", seconds=2),
        asyncio.to_thread(blocking, "b", seconds=1),
        asyncio.sleep(1.5, "a plain sleep"),
    )
    print(*results, sep="\n")
    print(asyncio.get_running_loop().time())


asyncio.run(main())

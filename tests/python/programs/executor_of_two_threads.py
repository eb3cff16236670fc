import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def work(seconds):
    time.sleep(seconds)
    print("done", seconds)
    return seconds * 2


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2) as pool:
        times = (1, 0.75, 0.5, 0.75, 0.25)
        jobs = [loop.run_in_executor(pool, work, n) for n in times]
        print(await asyncio.gather(*jobs))
    print(loop.time())


asyncio.run(main())

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

start = time.perf_counter()


def say(text):
    print(f"{time.perf_counter() - start:.1f} s: {text}")


def compress(file):
    time.sleep(1)
    return f"{file}.zip"


async def answer_clicks():
    while True:
        await asyncio.sleep(0.3)
        say("click answered")


async def main():
    clicks = asyncio.create_task(answer_clicks())
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(4) as pool:
        jobs = [
            loop.run_in_executor(pool, compress, file)
            for file in ("a", "b", "c", "d")
        ]
        say(f"files: {await asyncio.gather(*jobs)}")
    say("all compressed")
    clicks.cancel()


asyncio.run(main())

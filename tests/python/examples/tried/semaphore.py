import asyncio
import time

start = time.perf_counter()


def say(text):
    print(f"{time.perf_counter() - start:.1f} s: {text}")


async def fetch(page, places):
    async with places:
        say(f"page {page} begins")
        await asyncio.sleep(1)


async def main():
    places = asyncio.Semaphore(9)
    pages = range(1, 10)
    await asyncio.gather(*(fetch(page, places) for page in pages))
    say(f"all {len(pages)} are here")


asyncio.run(main())

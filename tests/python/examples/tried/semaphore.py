import asyncio
import time


async def fetch(page, places):
    async with places:
        print(f"{time.perf_counter():.1f} s: page {page} begins")
        await asyncio.sleep(1)


async def main():
    places = asyncio.Semaphore(9)
    pages = range(1, 10)
    await asyncio.gather(*(fetch(page, places) for page in pages))
    print(f"{time.perf_counter():.1f} s: all {len(pages)} are here")


asyncio.run(main())

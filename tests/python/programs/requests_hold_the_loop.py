import asyncio
import time

import aiohttp
import requests

URLS = [f"https://httpbin.org/delay/{n}" for n in (1, 2, 1)]


async def blocking(url):
    return requests.get(url).status_code


async def polite(session, url):
    async with session.get(url) as response:
        return response.status


async def main():
    start = time.perf_counter()
    print(await asyncio.gather(*(blocking(url) for url in URLS)))
    print(f"requests: {time.perf_counter() - start:.1f} s")
    start = time.perf_counter()
    async with aiohttp.ClientSession() as session:
        print(await asyncio.gather(*(polite(session, url) for url in URLS)))
    print(f"aiohttp: {time.perf_counter() - start:.1f} s")
    start = time.perf_counter()
    jobs = [asyncio.to_thread(requests.get, url) for url in URLS]
    print([answer.ok for answer in await asyncio.gather(*jobs)])
    print(f"in threads: {time.perf_counter() - start:.1f} s")


asyncio.run(main())

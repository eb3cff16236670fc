import asyncio
import time

import aiohttp


async def fetch(session, url):
    start = time.perf_counter()
    try:
        async with session.get(url) as response:
            text = await response.text()
            what = f"{response.status} {text[:24]}"
    except aiohttp.ClientError as error:
        what = type(error).__name__
    return f"{time.perf_counter() - start:.2f} s {what}"


async def main():
    base = "https://httpbin.org"
    async with aiohttp.ClientSession() as session:
        urls = [f"{base}/delay/1", f"{base}/status/503", f"{base}/users/7"]
        urls += ["https://example.com/nonexistent", "https://example.com/a"]
        answers = await asyncio.gather(*(fetch(session, url) for url in urls))
        print(*answers, sep="\n")
        async with session.get(f"{base}/users") as response:
            print(len((await response.json())["users"]))


asyncio.run(main())

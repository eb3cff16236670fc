import asyncio


async def download(name, seconds):
    await asyncio.sleep(seconds)
    return f"{name}, after {seconds} s"


async def main():
    downloads = [
        download("film", 0.2),
        download("song", 1),
        download("photo", 0.5),
    ]
    count = 0
    for next_one in asyncio.as_completed(downloads):
        result = await next_one
        count += 1
        print(f"{count} of 3: {result}")


asyncio.run(main())

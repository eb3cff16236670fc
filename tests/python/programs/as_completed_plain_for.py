import asyncio


async def work(name, seconds):
    await asyncio.sleep(seconds)
    if name == "bad":
        raise ValueError("bad")
    return name


async def main():
    works = [work("slow", 3), work("quick", 1), work("bad", 2)]
    for next_one in asyncio.as_completed(works):
        try:
            print(await next_one)
        except ValueError as error:
            print("error:", error)


asyncio.run(main())

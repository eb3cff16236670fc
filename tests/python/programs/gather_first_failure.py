import asyncio


async def work(name, seconds, fails=False):
    await asyncio.sleep(seconds)
    if fails:
        raise ValueError(f"{name} failed")
    print(name, "done")
    return name


async def main():
    try:
        await asyncio.gather(
            work("a", 1), work("b", 2, fails=True), work("c", 3)
        )
    except ValueError as error:
        print("caught:", error)
    await asyncio.sleep(2)
    print("the others were not cancelled")


asyncio.run(main())

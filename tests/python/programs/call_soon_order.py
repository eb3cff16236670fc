import asyncio


def say(loop, text):
    print(text)
    if text == "one":
        loop.call_soon(print, "from one: next iteration")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(say, loop, "one")
    loop.call_soon(say, loop, "two")
    loop.call_soon(print, "three")
    print("main goes first")
    await asyncio.sleep(0)
    print("main again")
    await asyncio.sleep(0)


asyncio.run(main())

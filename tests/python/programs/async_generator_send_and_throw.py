import asyncio


async def echo():
    received = None
    while True:
        try:
            received = yield received
            await asyncio.sleep(1)
        except ValueError as error:
            received = f"error {error}"


async def main():
    agen = echo()
    print(await agen.asend(None))
    print(await agen.asend("hello"))
    print(await agen.athrow(ValueError("oops")))
    print(asyncio.get_running_loop().time())
    await agen.athrow(KeyError("out"))


asyncio.run(main())

import asyncio


async def main():
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    loop.call_later(1, reader.feed_data, b"one\ntwo")
    loop.call_later(2, reader.feed_data, b"\n\x00\x01rest|end")
    loop.call_later(3, reader.feed_eof)
    print(await reader.readline(), loop.time())
    print(await reader.readline(), loop.time())
    print(await reader.readexactly(2))
    print(await reader.readuntil(b"|"), reader.at_eof())
    print(await reader.read(), loop.time(), reader.at_eof())
    await reader.readexactly(1)


asyncio.run(main())

import asyncio


async def echo(reader, writer):
    while line := await reader.readline():
        print("server got", line.decode().strip())
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 8888)
    async with server:
        reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
        for word in ("hello", "world"):
            writer.write(f"{word}\n".encode())
            await writer.drain()
            print("client got", (await reader.readline()).decode().strip())
        writer.close()
        await writer.wait_closed()
    print("closed")


asyncio.run(main())

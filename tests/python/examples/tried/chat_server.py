import asyncio

writers = {}


async def serve(reader, writer):
    name = (await reader.readline()).decode().strip()
    writers[name] = writer
    while line := await reader.readline():
        for other in writers:
            if other != name:
                writers[other].write(f"{name}: ".encode() + line)
    del writers[name]
    writer.close()


async def client(name, seconds, text):
    reader, writer = await asyncio.open_connection("localhost", 8888)
    writer.write(f"{name}\n".encode())
    loop = asyncio.get_running_loop()
    loop.call_later(seconds, writer.write, f"{text}\n".encode())
    for _ in range(3):
        line = await reader.readline()
        print(f"{name} reads {line.decode().strip()}")
    await asyncio.sleep(5)
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "localhost", 8888)
    async with server:
        await asyncio.gather(
            client("Ann", 1, "hi all"),
            client("Bea", 2, "hi Ann"),
            client("Cem", 3, "bye"),
            client("Dan", 4, "hello"),
        )


asyncio.run(main())

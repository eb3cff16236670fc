import asyncio


async def greet(reader, writer):
    writer.write(b"welcome\n")
    writer.writelines([b"one\n", b"two\n"])
    await writer.drain()
    name = await reader.read()
    print("server read", name, reader.at_eof())
    writer.write(b"bye " + name)
    writer.write_eof()
    writer.close()


async def main():
    server = await asyncio.start_server(greet, "127.0.0.1", 8890)
    print(server.is_serving(), server.sockets[0].getsockname())
    reader, writer = await asyncio.open_connection("127.0.0.1", 8890)
    print(writer.get_extra_info("peername"))
    for _ in range(3):
        print(await reader.readline())
    writer.write(b"ann")
    writer.write_eof()
    print(await reader.read(), reader.at_eof())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    print(server.is_serving(), server.sockets)


asyncio.run(main())

# en: A chat server and three clients
# The server and its three clients are tasks of one program,
# on a simulated network where a message takes 1 ms. What a
# client says goes to the server and from there to the other
# two, who read it 2 ms later. One waits for another nearly
# all the time, and one event loop is enough for all of
# them.
# Try: add `client("Dan", 4, "hello")` and let everybody
# read three lines, with `range(3)`. They all hear of each
# other.
# ko: 채팅 서버와 클라이언트 셋
# 서버와 클라이언트 셋이 한 프로그램의 태스크이고, 모의
# 네트워크에서는 메시지 하나에 1ms가 걸립니다. 클라이언트의
# 말은 서버를 거쳐 나머지 둘에게 가므로 2ms 뒤에 읽힙니다.
# 거의 내내 서로를 기다리기만 하므로 이벤트 루프 하나로
# 충분합니다.
# 해 보기: `client("Dan", 4, "hello")` 코루틴을 더하고,
# `range(3)` 범위로 모두가 세 줄씩 읽게 해 보세요. 모두가
# 서로의 말을 듣습니다.

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
    for _ in range(2):
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
        )


asyncio.run(main())

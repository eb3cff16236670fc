import asyncio


async def main():
    try:
        await asyncio.open_connection("127.0.0.1", 9)
    except ConnectionRefusedError as error:
        print(type(error).__name__)
    except OSError:
        print("another error")


asyncio.run(main())

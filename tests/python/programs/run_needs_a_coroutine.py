import asyncio


async def main():
    print("never")


try:
    asyncio.run(main)
except ValueError as error:
    print("ValueError", str(error).split(",")[0])

asyncio.run(42)

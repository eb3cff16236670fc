import asyncio
import sys


async def work():
    try:
        await asyncio.sleep(9)
    finally:
        print("cleaned up")


async def quit_after(seconds):
    await asyncio.sleep(seconds)
    print("leaving")
    sys.exit(5)


async def main():
    task = asyncio.create_task(work())
    asyncio.create_task(quit_after(1))
    await task


try:
    asyncio.run(main())
except SystemExit as leave:
    print("exit code", leave.code)

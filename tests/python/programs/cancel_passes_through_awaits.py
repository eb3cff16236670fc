import asyncio


async def inner():
    try:
        await asyncio.sleep(9)
    finally:
        print("inner leaves")


async def middle():
    try:
        await inner()
    finally:
        print("middle leaves")


async def main():
    child = asyncio.create_task(inner())
    parent = asyncio.create_task(asyncio.wait_for(child, 8))
    chain = asyncio.create_task(middle())
    await asyncio.sleep(1)
    parent.cancel()
    chain.cancel()
    await asyncio.wait([parent, chain])
    print(child.cancelled(), parent.cancelled(), chain.cancelled())


asyncio.run(main())

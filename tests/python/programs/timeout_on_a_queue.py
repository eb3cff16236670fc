import asyncio


async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    loop.call_later(2.5, queue.put_nowait, "parcel")
    for attempt in range(3):
        try:
            item = await asyncio.wait_for(queue.get(), timeout=1)
            print("got", item, "at", loop.time())
        except TimeoutError:
            print("nothing yet at", loop.time())
    event = asyncio.Event()
    try:
        async with asyncio.timeout(1):
            await event.wait()
    except TimeoutError:
        print("no event, and nobody waits any more")
    event.set()
    print(await event.wait(), queue.qsize())


asyncio.run(main())

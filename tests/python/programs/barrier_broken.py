import asyncio


async def wait(name, barrier):
    try:
        async with barrier as place:
            print(name, "passes", place)
    except asyncio.BrokenBarrierError:
        print(name, "meets a broken barrier")


async def main():
    barrier = asyncio.Barrier(2)
    task = asyncio.create_task(wait("a", barrier))
    await asyncio.sleep(1)
    await barrier.abort()
    await task
    await wait("b", barrier)
    print(barrier.broken)
    await barrier.reset()
    await asyncio.gather(wait("c", barrier), wait("d", barrier))


asyncio.run(main())

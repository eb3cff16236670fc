import asyncio


async def party(name, seconds, barrier):
    await asyncio.sleep(seconds)
    print(name, "arrives", barrier.n_waiting)
    place = await barrier.wait()
    if place == 0:
        print("the first to arrive says: all here")
    return name, place


async def main():
    barrier = asyncio.Barrier(3)
    print(await asyncio.gather(
        party("a", 2, barrier), party("b", 1, barrier), party("c", 3, barrier)
    ))
    print(barrier.parties, barrier.n_waiting, barrier.broken)


asyncio.run(main())

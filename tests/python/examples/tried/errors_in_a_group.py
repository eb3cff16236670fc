import asyncio


async def book(what, seconds, fails=False):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(f"{what}: cancelled")
        raise
    if fails:
        raise ValueError(f"no {what} left")
    print(f"{what}: booked")


async def main():
    try:
        async with asyncio.TaskGroup() as trip:
            trip.create_task(book("flight", 1))
            trip.create_task(book("hotel", 2))
            trip.create_task(book("car", 3))
        print("have a nice trip")
    except* ValueError as group:
        for error in group.exceptions:
            print("no trip:", error)


asyncio.run(main())

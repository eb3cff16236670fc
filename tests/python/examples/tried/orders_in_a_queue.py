import asyncio
import time

start = time.perf_counter()


def say(text):
    print(f"{time.perf_counter() - start:.1f} s: {text}")


async def take_orders(pace, tables, orders):
    for table in tables:
        await asyncio.sleep(pace)
        await orders.put(table)
        say(f"table {table}: ordered")


async def cook(name, orders):
    while True:
        table = await orders.get()
        await asyncio.sleep(2.5)
        say(f"table {table}: cooked by {name}")
        orders.task_done()


async def main():
    orders = asyncio.Queue(maxsize=2)
    names = ("Kim", "Lee", "Park")
    cooks = [asyncio.create_task(cook(name, orders)) for name in names]
    await asyncio.gather(
        take_orders(1, ["A1", "A2", "A3"], orders),
        take_orders(1.1, ["B1", "B2", "B3"], orders),
    )
    await orders.join()
    for task in cooks:
        task.cancel()
    say("all served")


asyncio.run(main())

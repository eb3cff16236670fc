import asyncio


def add_up():
    total = 0
    while (price := (yield total)) is not None:
        total += price
    return total


def till():
    total = yield from add_up()
    print("to pay:", total)


customer = till()
print(next(customer), customer.send(5), customer.send(4))
try:
    customer.send(None)
except StopIteration:
    print("the generator has ended")


async def order(dish, seconds):
    await asyncio.sleep(seconds)
    print(dish, "is served")
    return seconds


async def main():
    times = await asyncio.gather(order("soup", 2), order("tea", 1))
    print("longest wait:", max(times), "s")


asyncio.run(main())

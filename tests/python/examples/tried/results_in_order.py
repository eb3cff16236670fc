import asyncio


async def ask_price(shop, seconds, price):
    await asyncio.sleep(seconds)
    print(f"{shop} has answered")
    return price


async def main():
    prices = await asyncio.gather(
        ask_price("North", 0.1, 31),
        ask_price("East", 0.5, 28),
        ask_price("South", 1, 35),
    )
    print("prices:", prices)
    print("cheapest:", min(prices))


asyncio.run(main())

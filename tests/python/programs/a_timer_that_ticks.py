import asyncio


class Ticker:
    def __init__(self, loop, period):
        self.loop = loop
        self.period = period
        self.ticks = 0
        self.handle = loop.call_later(period, self.tick)

    def tick(self):
        self.ticks += 1
        print("tick", self.ticks, self.loop.time())
        self.handle = self.loop.call_later(self.period, self.tick)


async def main():
    ticker = Ticker(asyncio.get_running_loop(), 0.25)
    await asyncio.sleep(1.1)
    ticker.handle.cancel()
    await asyncio.sleep(1)
    print(ticker.ticks)


asyncio.run(main())

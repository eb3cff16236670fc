import asyncio


class Countdown:
    def __init__(self, start):
        self.start = start

    def __await__(self):
        for number in range(self.start, 0, -1):
            print(number)
            yield from asyncio.sleep(0.5).__await__()
        return "lift-off"


async def main():
    print(await Countdown(3))
    print(await asyncio.wait_for(Countdown(1), 2))
    print(await asyncio.gather(Countdown(1), Countdown(1)))


asyncio.run(main())

import asyncio
import time

start = time.perf_counter()


def say(text):
    print(f"{time.perf_counter() - start:.1f} s: {text}")


class Sensor:
    def __init__(self, room, degrees):
        self.room = room
        self.degrees = degrees

    async def __aenter__(self):
        await asyncio.sleep(0.5)
        say(f"{self.room}: on")
        return self

    async def __aexit__(self, *error):
        await asyncio.sleep(0.2)
        say(f"{self.room}: off")

    async def readings(self, count):
        for number in range(count):
            await asyncio.sleep(1)
            yield self.degrees + number


async def watch(room, degrees):
    async with Sensor(room, degrees) as sensor:
        async for degrees in sensor.readings(3):
            say(f"{room}: {degrees} degrees")
            break


async def main():
    await asyncio.gather(watch("kitchen", 21), watch("cellar", 12))


asyncio.run(main())

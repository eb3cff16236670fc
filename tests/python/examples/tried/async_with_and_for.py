import asyncio
import time


class Sensor:
    def __init__(self, room, degrees):
        self.room = room
        self.degrees = degrees

    async def __aenter__(self):
        await asyncio.sleep(0.5)
        print(f"{self.room}: on")
        return self

    async def __aexit__(self, *error):
        await asyncio.sleep(0.2)
        print(f"{self.room}: off at {time.perf_counter():.1f} s")

    async def readings(self, count):
        for number in range(count):
            await asyncio.sleep(1)
            yield self.degrees + number


async def watch(room, degrees):
    async with Sensor(room, degrees) as sensor:
        async for degrees in sensor.readings(3):
            print(f"{room}: {degrees} degrees")
            break


async def main():
    await asyncio.gather(watch("kitchen", 21), watch("cellar", 12))


asyncio.run(main())

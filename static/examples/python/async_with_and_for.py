# en: async with and async for
# A sensor takes 0.5 s to switch on, gives a reading every
# second and takes 0.2 s to switch off. `async with`
# switches it off whatever happens in between, and
# `async for` awaits one reading after another. Two sensors
# are read side by side, and both are off after 3.7 s.
# Try: write `break` below the line that says the degrees.
# Each sensor gives one reading and is switched off all the
# same, at 1.7 s.
# ko: async with와 async for
# 센서를 켜는 데 0.5초, 끄는 데 0.2초가 걸리고, 측정값은
# 매초 나옵니다. `async with` 블록은 그 안에서 무슨 일이
# 있어도 센서를 끄고, `async for` 반복문은 측정값을 하나씩
# 기다립니다. 센서 둘을 나란히 읽어서 3.7초면 둘 다
# 꺼집니다.
# 해 보기: 온도를 출력하는 줄 아래에 `break` 문을 적어
# 보세요. 측정값을 하나만 읽지만, 센서는 그래도 꺼지고
# 1.7초에 끝납니다.

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


async def main():
    await asyncio.gather(watch("kitchen", 21), watch("cellar", 12))


asyncio.run(main())

import asyncio
import time
from datetime import datetime, timedelta


async def main():
    loop = asyncio.get_running_loop()
    began, ticks, now = loop.time(), time.monotonic(), datetime.now()
    await asyncio.sleep(1.25)
    time.sleep(0.5)
    print(loop.time() - began, time.monotonic() - ticks)
    print(datetime.now() - now, datetime.now() - now == timedelta(seconds=1.75))
    print(time.time() - 1_700_000_000, time.time_ns())


asyncio.run(main())

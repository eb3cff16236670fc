import asyncio
import time


async def work(name):
    print(name, "begins at", asyncio.get_running_loop().time())
    await asyncio.sleep(1)


asyncio.run(work("first"))
time.sleep(0.5)
asyncio.run(work("second"))
print("total", time.perf_counter())

import asyncio
import time


async def answer():
    await asyncio.sleep(1.5)
    return 42


before = time.perf_counter()
print(asyncio.run(answer()))
print(asyncio.run(answer(), debug=True))
print(f"{time.perf_counter() - before:.2f} s")

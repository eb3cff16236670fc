"""How a task shows that it waits, and what tells a coroutine function."""

import asyncio
import re


async def work():
    await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(work(), name="worker")
    await asyncio.sleep(0)
    print(re.sub(r"running at .*?:", "running at ", repr(task)))
    print(asyncio.iscoroutinefunction(work), asyncio.iscoroutinefunction(print))
    await task
    print(re.sub(r"defined at .*?:", "defined at ", repr(task)))


asyncio.run(main())

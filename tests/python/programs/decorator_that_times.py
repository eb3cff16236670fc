import asyncio
import functools
import time


def timed(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            return await function(*args, **kwargs)
        finally:
            took = time.perf_counter() - start
            print(f"{function.__name__}{args} took {took:.3f} s")

    return wrapper


@timed
async def fetch(page, delay=0.5):
    """Fetch a page."""
    await asyncio.sleep(delay)
    return page


async def main():
    print(await fetch("index"))
    print(await asyncio.gather(fetch("a", 0.2), fetch("b", delay=0.1)))
    print(fetch.__name__, fetch.__doc__)


asyncio.run(main())

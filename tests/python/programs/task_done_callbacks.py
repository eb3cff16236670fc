import asyncio
import functools


async def work(fails):
    await asyncio.sleep(1)
    if fails:
        raise ValueError("oh no")
    return "fine"


def report(prefix, task):
    outcome = task.exception() or task.result()
    print(prefix, task.get_name(), repr(outcome))


async def main():
    for fails in (False, True):
        task = asyncio.create_task(work(fails), name=f"fails={fails}")
        task.add_done_callback(functools.partial(report, "callback:"))
        await asyncio.wait([task])
        print("waited")


asyncio.run(main())

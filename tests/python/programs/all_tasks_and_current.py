import asyncio


async def work(seconds):
    await asyncio.sleep(seconds)


async def main():
    me = asyncio.current_task()
    me.set_name("main")
    tasks = [asyncio.create_task(work(n), name=f"work-{n}") for n in (2, 1)]
    print(sorted(task.get_name() for task in asyncio.all_tasks()))
    await asyncio.sleep(1.5)
    print(sorted(task.get_name() for task in asyncio.all_tasks()))
    await asyncio.gather(*tasks)
    print(asyncio.all_tasks() == {me})


asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as error:
    print(error)

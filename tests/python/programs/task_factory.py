import asyncio


def factory(loop, coroutine, **options):
    print("new task:", coroutine.__name__)
    return asyncio.Task(coroutine, loop=loop, **options)


async def child():
    return "child's result"


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    print(await asyncio.create_task(child()))
    print(await asyncio.gather(child()))
    loop.set_task_factory(None)
    print(await asyncio.create_task(child()))


asyncio.run(main())

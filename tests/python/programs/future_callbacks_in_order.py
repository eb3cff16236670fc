import asyncio


def note(name):
    return lambda future: print(name, future.result())


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    second = note("second")
    future.add_done_callback(note("first"))
    future.add_done_callback(second)
    future.add_done_callback(note("third"))
    print("removed:", future.remove_done_callback(second))
    future.set_result("!")
    print("set, nobody called yet")
    await asyncio.sleep(0)
    future.add_done_callback(note("late"))
    print("late added")
    await asyncio.sleep(0)


asyncio.run(main())

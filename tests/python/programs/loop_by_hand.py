import asyncio


async def hello(name):
    await asyncio.sleep(1)
    return f"hello {name}"


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(hello("one")))
task = loop.create_task(hello("two"))
loop.call_later(3, loop.stop)
loop.run_forever()
print(task.result(), loop.is_running(), loop.is_closed())
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
print(loop.is_closed())
try:
    loop.call_soon(print)
except RuntimeError as error:
    print(error)

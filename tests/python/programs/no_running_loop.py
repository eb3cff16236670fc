import asyncio


async def work():
    pass


coroutine = work()
try:
    asyncio.create_task(coroutine)
except RuntimeError as error:
    print(error)
coroutine.close()
asyncio.get_running_loop()

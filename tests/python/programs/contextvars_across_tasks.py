import asyncio
from contextvars import ContextVar, copy_context

request_id = ContextVar("request_id")


async def log(text):
    await asyncio.sleep(0.1)
    print(f"[{request_id.get()}] {text}")


async def handle(number):
    token = request_id.set(number)
    await log("begin")
    await asyncio.create_task(log("in a child"))
    request_id.reset(token)
    print(number, "then:", request_id.get("nothing"))


async def main():
    await asyncio.gather(handle(1), handle(2))
    print(request_id in copy_context())
    try:
        request_id.get()
    except LookupError:
        print("not set here")


asyncio.run(main())

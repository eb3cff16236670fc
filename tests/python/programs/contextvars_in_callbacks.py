import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


def say(where):
    print(where, user.get())


async def main():
    loop = asyncio.get_running_loop()
    user.set("ann")
    loop.call_soon(say, "soon")
    context = contextvars.copy_context()
    context.run(user.set, "bob")
    loop.call_later(1, say, "later")
    loop.call_soon(say, "given", context=context)
    user.set("cat")
    say("now")
    print(await asyncio.to_thread(user.get))
    await asyncio.sleep(2)


asyncio.run(main())

import asyncio
import contextvars

color = contextvars.ContextVar("color", default="none")


async def paint(new):
    before = color.get()
    color.set(new)
    return f"{before} -> {color.get()}"


async def main():
    color.set("red")
    print(await asyncio.create_task(paint("green")))
    context = contextvars.Context()
    print(await asyncio.create_task(paint("blue"), context=context))
    print(color.get(), context[color])
    print(await paint("white"), color.get())


asyncio.run(main())

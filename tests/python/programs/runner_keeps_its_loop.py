import asyncio
import contextvars

visits = contextvars.ContextVar("visits", default=0)


async def visit():
    visits.set(visits.get() + 1)
    await asyncio.sleep(1)
    return asyncio.get_running_loop(), visits.get()


with asyncio.Runner() as runner:
    first, one = runner.run(visit())
    second, two = runner.run(visit())
    print(first is second is runner.get_loop())
    print(one, two)
    print(f"{runner.get_loop().time():.1f}")

try:
    runner.run(visit())
except RuntimeError as error:
    print(error)

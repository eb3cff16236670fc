async def double(n):
    return n * 2


async def outer():
    return await double(20) + 2


coroutine = outer()
print(type(coroutine).__name__, coroutine.__name__)
try:
    coroutine.send(None)
except StopIteration as stop:
    print(stop.value)
try:
    coroutine.send(None)
except RuntimeError as error:
    print(error)
another = outer()
another.close()
another.throw(ValueError("never started"))

"""The words of exceptions that are caught and printed, or asked for their repr."""

import abc
import asyncio
import datetime
import math
import random
import re
import time

def t(f):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__, str(e), repr(e))
t(lambda: 10 // 0)
t(lambda: 10 % 0)
t(lambda: divmod(5, 0))
t(lambda: 10 / 0)
t(lambda: 0 ** -1)
t(lambda: [1] + "a")
t(lambda: (1,) + [1])
t(lambda: [1].remove(5))
t(lambda: [1].index(9))
def f():
    a, b = 1, 2, 3
t(f)
def f():
    raise 5
t(f)
t(lambda: math.sqrt(-1))
t(lambda: 1 in 5)
t(lambda: random.randint(5, 1))
t(lambda: datetime.datetime(2024, 2, 30))
t(lambda: time.sleep("1"))
t(lambda: re.match("a", 5))
t(lambda: {{}})
t(lambda: {[]: 1})
counter = 0
def inc():
    counter += 1
t(inc)
class S(abc.ABC):
    @abc.abstractmethod
    def x(self): pass
t(S)
def f():
    with 5: pass
t(f)
async def main():
    try:
        await 5
    except TypeError as e:
        print(e)
    try:
        await asyncio.sleep("1")
    except TypeError as e:
        print(e)
    try:
        async with 5: pass
    except TypeError as e:
        print(e)
    lock = asyncio.Lock()
    try:
        with lock: pass
    except TypeError as e:
        print(e)
asyncio.run(main())

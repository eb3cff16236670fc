import functools
import operator


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@functools.singledispatch
def show(value):
    return f"something: {value}"


@show.register
def _(value: int):
    return f"a number: {value}"


class Circle:
    @functools.cached_property
    def area(self):
        print("computed once")
        return 3.14


print(fib(50), fib.cache_info())
print(functools.reduce(operator.mul, range(1, 6)))
print(functools.partial(int, base=2)("101"), show(1), show("x"))
circle = Circle()
print(circle.area, circle.area)

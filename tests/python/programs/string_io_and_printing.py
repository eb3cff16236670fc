import io
import sys

buffer = io.StringIO()
print("a", "b", sep="-", end="!\n", file=buffer)
print(buffer.getvalue(), end="")
sys.stdout.write("written\n")
print(*range(5), sep=", ")
print()
print("no newline", end=" ")
print("here", flush=True)
print({"a": [1, (2,), {3}], "b": None}, {1: {}}, set(), frozenset([1]))
print(repr("it's"), repr('"both\''), repr("tab\t\\ é 한 \x00"))
print(b"bytes\xff", bytearray(b"x"), 1e16, 1e-5, 0.1, -0.0, float("nan"))
print(range(3), slice(1, 2), ..., NotImplemented, print, int)
print(None is None, type(None).__name__, [*"ab"], 10**20, 1_000)
input()

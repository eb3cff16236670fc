import contextlib
import io


class Timer:
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, kind, error, trace):
        print("exit", kind.__name__ if kind else None)
        return kind is ValueError


@contextlib.contextmanager
def tag(name):
    print(f"<{name}>")
    yield
    print(f"</{name}>")


with Timer(), tag("p"):
    print("inside")
with Timer():
    raise ValueError("swallowed")
with contextlib.suppress(KeyError, IndexError):
    [][0]
with contextlib.redirect_stdout(io.StringIO()) as captured:
    print("hidden")
print(captured.getvalue().strip(), contextlib.nullcontext(5).enter_result)
with tag("b"):
    raise TypeError("not closed")

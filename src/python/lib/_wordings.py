"""What exceptions say: what CPython 3.13 says, where the VM or a newer library has other words.

An exception that is asked for its text or its `repr` is put right first, with its arguments."""

import re

import _interleave

NOT_IN_LIST = "list.remove(x): x not in list"


def of_remove(match, line):
    """`list.remove` and `list.index` say the same in the VM."""
    return NOT_IN_LIST if ".remove(" in line else f"{match[1]} is not in list"


def of_division(match, line):
    """So do the divisions of whole numbers."""
    if "//" in line or "divmod(" in line:
        return "integer division or modulo by zero"
    if re.search(r"%(?![-#0 +\\d.]*[a-z])", line) and "/" not in line:
        return "integer modulo by zero"
    return match[0]


def of_range(match, line):
    """`random.randint` asks `randrange`, which does not count its end."""
    return f"empty range in randrange({match[1]}, {int(match[2]) + 1})"


# By the exception's class: what is said, and what CPython says.
WORDINGS = {
    AttributeError: [
        (r"'(datetime|date|timedelta)' object has", r"'datetime.\1' object has"),
        (r"type object '(datetime|date|timedelta)' has", r"type object 'datetime.\1' has"),
    ],
    NameError: [
        (
            r"free variable '(.*)' referenced before assignment in enclosing scope$",
            r"cannot access free variable '\1' where it is not associated with a value "
            r"in enclosing scope",
        ),
    ],
    RecursionError: [(r"(.*) $", r"\1")],
    TypeError: [
        (r"'(.*)' object can't be awaited$", r"object \1 can't be used in 'await' expression"),
        (
            r"('.*' object does not support the (?:asynchronous )?context manager protocol) .*",
            r"\1",
        ),
        (r"Cannot add list and (.*)$", r'can only concatenate list (not "\1") to list'),
        (
            r"can only concatenate tuple \(not '(.*)'\) to tuple$",
            r'can only concatenate tuple (not "\1") to tuple',
        ),
        (
            r"exceptions must be classes or instances deriving from BaseException, not .*",
            r"exceptions must derive from BaseException",
        ),
        (
            r"class (.*) without an implementation",
            r"Can't instantiate abstract class \1 without an implementation",
        ),
        (r"(argument of type '.*') is not a container or iterable$", r"\1 is not iterable"),
        (r"expected string got '(.*)'$", r"expected string or bytes-like object, got '\1'"),
        (r"cannot use '.*' as a .* \((unhashable type: '.*')\)$", r"\1"),
        (
            r"unsupported operand type\(s\) for (.*): '(datetime|date|timedelta)' and",
            r"unsupported operand type(s) for \1: 'datetime.\2' and",
        ),
    ],
    UnboundLocalError: [
        (
            r"local variable '(.*)' referenced before assignment$",
            r"cannot access local variable '\1' where it is not associated with a value",
        ),
    ],
    ValueError: [
        (r"expected a (?:nonnegative|positive|finite) input, got .*", "math domain error"),
        (r"'(.*)' is not in list$", of_remove),
        (r"(too many values to unpack \(expected .*), got .*\)$", r"\1)"),
        (r"empty range in randint\((-?\d+), (-?\d+)\)$", of_range),
        (r"day \d+ must be in range .*", "day is out of range for month"),
        (r"(month must be in 1\.\.12), not .*", r"\1"),
    ],
    ZeroDivisionError: [
        (r"division by zero$", of_division),
        (r"zero to a negative power$", "0.0 cannot be raised to a negative power"),
    ],
}


def line_of(exception):
    """The line of the program at which it was raised."""
    import linecache

    trace, line = exception.__traceback__, ""
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "main.py":
            line = linecache.getline("main.py", trace.tb_lineno)
        trace = trace.tb_next
    return line


def put_right(exception, wordings):
    """Have its argument say what CPython says."""
    args = exception.args
    if len(args) != 1 or type(args[0]) is not str:
        return
    for said, says in wordings:
        match = re.match(said, args[0])
        if match is None:
            continue
        if callable(says):
            exception.args = (says(match, line_of(exception)),)
        else:
            exception.args = (match.expand(says) + args[0][match.end() :],)
        return


def set_wordings():
    """From now on all are put right."""
    for kind, wordings in WORDINGS.items():
        for name in "__str__", "__repr__":
            said = getattr(kind, name)

            def say(self, said=said, wordings=wordings):
                put_right(self, wordings)
                return said(self)

            _interleave.change_class(kind, name, say)

from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


def describe(thing):
    match thing:
        case 0 | 1:
            return "small"
        case int() as n if n < 0:
            return f"negative {n}"
        case [first, *rest]:
            return f"{first} and {len(rest)} more"
        case {"type": "move", "to": Point(x=0, y=y)}:
            return f"move along the edge to {y}"
        case Point(x, y):
            return f"point {x},{y}"
        case str(text):
            return text.title()
        case None:
            return "nothing"
        case _:
            return "no idea"


things = [1, -7, [1, 2, 3], {"type": "move", "to": Point(0, 5)}]
for thing in things + [Point(2, 3), "hello world", None, 2.5]:
    print(describe(thing))

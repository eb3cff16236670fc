class ConfigError(Exception):
    pass


def load(name):
    try:
        return {"a": 1}[name]
    except KeyError as error:
        raise ConfigError(f"no {name!r}") from error
    else:
        print("never printed")
    finally:
        print("looked for", name)


print(load("a"))
try:
    load("b")
except ConfigError as error:
    print(repr(error), "|", repr(error.__cause__))
    error.add_note("have you set it?")
    print(error.__notes__)
try:
    assert 1 > 2, "numbers are broken"
except AssertionError as error:
    print(error)
try:
    int("x")
except (TypeError, ValueError) as error:
    print(error)
load("c")

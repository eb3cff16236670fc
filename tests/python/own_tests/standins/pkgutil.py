"""What `unittest.mock` has of it."""


def resolve_name(name):
    """What a dotted name stands for."""
    path, *parts = name.split(".")
    found = __import__(path)
    for part in parts:
        path += "." + part
        if not hasattr(found, part):
            __import__(path)
        found = getattr(found, part)
    return found

"""`importlib` where modules come from the interpreter alone."""

import sys

import _frozen_importlib as _bootstrap
from _frozen_importlib import __import__

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]


def import_module(name, package=None):
    """Import a module."""
    level = len(name) - len(name.lstrip("."))
    if level and not package:
        raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
    return _bootstrap._gcd_import(name[level:], package, level)


def invalidate_caches():
    """There are none."""


def reload(module):
    """Import a module that is there once more."""
    del sys.modules[module.__name__]
    return import_module(module.__name__)

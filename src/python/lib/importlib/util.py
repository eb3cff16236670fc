"""Whether a module is there."""

import sys

from _frozen_importlib import FrozenImporter, BuiltinImporter


def find_spec(name, package=None):
    module = sys.modules.get(name)
    if module is not None:
        return module.__spec__
    return BuiltinImporter.find_spec(name) or FrozenImporter.find_spec(name)

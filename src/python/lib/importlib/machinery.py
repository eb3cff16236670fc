"""What kinds of modules there are."""

from _frozen_importlib import BuiltinImporter, FrozenImporter, ModuleSpec

SOURCE_SUFFIXES = [".py"]
DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES = [".pyc"]
EXTENSION_SUFFIXES = []


class _Loader:
    """Modules come from no files here."""


ExtensionFileLoader = SourceFileLoader = SourcelessFileLoader = _Loader


def all_suffixes():
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES

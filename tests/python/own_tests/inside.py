"""The half of `own_tests.py` that runs in the page's VM: the tests of one module.

What stands before this in the program: `SOURCES`, the texts of modules by their names; `MODULE`,
whose tests are run; `CLASSES`, those of them that are, or None for all; `LEFT_OUT`, the tests that
are not run. Said is of each test that it begins and what came of it, and at last `end`.
"""

import fnmatch
import linecache
import os
import sys
import threading
import types

import _frozen_importlib
import _interleave

# A prediction is of both runs, and these tests are of the concurrent one.
if _interleave.is_sequential():
    raise SystemExit

# What the tests' helpers import for servers, scripts and files, which no test here has.
ABSENT = (
    "http.server",
    "py_compile",
    "selectors",
    "shutil",
    "socketserver",
    "tempfile",
    "test.support.os_helper",
    "wsgiref.simple_server",
    "zipfile",
)


class Absent(types.ModuleType):
    """A module of classes that do nothing: enough to be inherited from."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


class FromTexts:
    """Imports the modules whose texts came with the program, and those that are absent."""

    def find_spec(self, name, path=None, target=None):
        if not any(f"{there}.".startswith(f"{name}.") for there in (*SOURCES, *ABSENT)):
            return None
        is_package = any(there.startswith(f"{name}.") for there in (*SOURCES, *ABSENT))
        return _frozen_importlib.ModuleSpec(name, self, is_package=is_package)

    def create_module(self, spec):
        return None if spec.name in SOURCES else Absent(spec.name)

    def exec_module(self, module):
        name = module.__name__
        if name not in SOURCES:
            return
        is_package = module.__spec__.submodule_search_locations is not None
        source, end = SOURCES[name], "/__init__.py" if is_package else ".py"
        file = module.__file__ = f"/{name.replace('.', '/')}{end}"
        linecache.cache[file] = (len(source), None, source.splitlines(True), file)
        exec(compile(source, file, "exec"), module.__dict__)


sys.meta_path.append(FromTexts())

# What the helpers look for, and only servers read.
os.makedirs("/test/certdata")
for name in "ssl_cert", "ssl_key", "keycert3", "pycacert":
    open(f"/test/certdata/{name}.pem", "w").close()

# Threads are modelled: none goes on after its test.
threading._dangling = set()

import unittest


def one_line(text):
    return " ".join(str(text).split())[:240]


def said(error):
    """What is said of an exception."""
    return f"{error[0].__name__}: {one_line(error[1])}"


class Told(unittest.TestResult):
    """Says of each test that it begins, and what came of it."""

    def startTest(self, test):
        super().startTest(test)
        self.outcome = "ok"
        print("began", name_of(test))

    def stopTest(self, test):
        super().stopTest(test)
        print(self.outcome)

    def fails(self, why):
        if not self.outcome.startswith("FAIL"):
            self.outcome = f"FAIL {why}"

    def addError(self, test, error):
        if isinstance(test, unittest.TestCase):
            self.fails(said(error))
        else:
            print("outside", one_line(test), said(error))

    def addFailure(self, test, error):
        self.fails(said(error))

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self.fails(said(error))

    def addSkip(self, test, reason):
        if self.outcome == "ok":
            self.outcome = f"skip {one_line(reason)}"

    def addUnexpectedSuccess(self, test):
        self.fails("it is expected to fail")


def name_of(test):
    """The test's module, class and method."""
    return test.id().removeprefix("test.test_asyncio.")


def is_wanted(test):
    is_left_out = any(fnmatch.fnmatchcase(name_of(test), pattern) for pattern in LEFT_OUT)
    return not is_left_out and (CLASSES is None or type(test).__name__ in CLASSES)


def each(suite):
    """The tests of a suite that are to be run."""
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            yield from each(test)
        elif is_wanted(test):
            yield test


__import__(MODULE)
suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules[MODULE])
unittest.TestSuite(each(suite)).run(Told())
print("end")

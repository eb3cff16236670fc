"""Runs programs in processes of their own, which a page does not have."""

import subprocess


def assert_python_ok(*args, **environment):
    return subprocess.run(args)

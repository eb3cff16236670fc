"""A page has no processes to start. These are the names that asyncio looks up."""

PIPE, STDOUT, DEVNULL = -1, -2, -3


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    pass


class TimeoutExpired(SubprocessError):
    pass


class Popen:
    def __init__(self, *args, **kwargs):
        raise OSError("a page cannot start other programs")


def run(*args, **kwargs):
    return Popen(*args, **kwargs)


call = check_call = check_output = run

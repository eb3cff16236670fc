"""What of `os` makes sense in a page."""

import abc
import sys

name = "posix"
linesep = "\n"
curdir, pardir, extsep, sep, altsep, pathsep = ".", "..", ".", "/", None, ":"
defpath = "/bin:/usr/bin"
devnull = "/dev/null"
environ = {}
environb = {}
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
error = OSError
supports_bytes_environ = True


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    try:
        path_repr = type(path).__fspath__(path)
    except AttributeError:
        raise TypeError(
            f"expected str, bytes or os.PathLike object, not {type(path).__name__}"
        ) from None
    if not isinstance(path_repr, (str, bytes)):
        raise TypeError(
            f"expected {type(path).__name__}.__fspath__() to return str or bytes, "
            f"not {type(path_repr).__name__}"
        )
    return path_repr


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


class PathLike(abc.ABC):
    """Abstract base class for implementing the file system path protocol."""

    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, "__fspath__") or NotImplemented


def getcwd():
    return "/home/web"


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def getpid():
    return 1


def getppid():
    return 0


def cpu_count():
    return 4


process_cpu_count = cpu_count


def urandom(size):
    import random

    return random.randbytes(size)


def getlogin():
    return "web"


def strerror(code):
    import errno

    return errno.errorcode.get(code, f"Unknown error {code}")


def register_at_fork(**functions):
    pass


def _disk():
    import _disk

    return _disk.DISK


def listdir(path="."):
    return _disk().names(path)


def remove(path):
    _disk().remove(path)


unlink = remove


def rename(source, destination):
    _disk().rename(source, destination)


replace = rename


def mkdir(path, mode=0o777):
    _disk().add_folder(path, exist_ok=False)


def makedirs(path, mode=0o777, exist_ok=False):
    _disk().add_folder(path, exist_ok=exist_ok)


def rmdir(path):
    disk = _disk()
    folder = disk.path(path)
    if folder not in disk.folders:
        raise disk.missing(path)
    disk.folders.discard(folder)


def readlink(path, *, dir_fd=None):
    raise OSError(22, "Invalid argument", path)


def isatty(fd):
    return False


def walk(top, topdown=True, onerror=None, followlinks=False):
    names = listdir(top)
    folders = [name for name in names if path.isdir(path.join(top, name))]
    yield top, folders, [name for name in names if name not in folders]
    for name in folders:
        yield from walk(path.join(top, name), topdown, onerror, followlinks)


def stat(path):
    return _disk().stat(path)


lstat = stat


def system(command):
    raise OSError("a page has no shell: os.system cannot run anything")


class terminal_size(tuple):
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])


def get_terminal_size(fd=1):
    return terminal_size((80, 24))


def get_exec_path(env=None):
    return defpath.split(":")


import posixpath as path

sys.modules["os.path"] = path
from os.path import curdir, pardir, sep, pathsep, defpath, extsep, altsep, devnull

"""What of `shutil` makes sense on a disk in memory."""

import os

import _disk


class Error(OSError):
    pass


class SameFileError(Error):
    pass


def get_terminal_size(fallback=(80, 24)):
    return os.terminal_size(fallback)


def copyfile(source, destination, *, follow_symlinks=True):
    disk = _disk.DISK
    if disk.path(source) == disk.path(destination):
        raise SameFileError(f"{source!r} and {destination!r} are the same file")
    data = disk.read(source)
    with disk.open(destination, "wb") as file:
        file.write(data)
    return destination


def copy(source, destination, *, follow_symlinks=True):
    if os.path.isdir(destination):
        destination = os.path.join(destination, os.path.basename(source))
    return copyfile(source, destination)


copy2 = copy


def move(source, destination, copy_function=copy2):
    if os.path.isdir(destination):
        destination = os.path.join(destination, os.path.basename(source))
    os.rename(source, destination)
    return destination


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    disk = _disk.DISK
    folder = disk.path(path)
    if folder not in disk.folders:
        if ignore_errors:
            return
        raise disk.missing(path)
    inside = folder + "/"
    disk.files = {name: data for name, data in disk.files.items() if not name.startswith(inside)}
    disk.folders = {name for name in disk.folders if f"{name}/".startswith(inside) is False}


def which(command, mode=None, path=None):
    return None

"""A disk in memory, empty at first. Whatever is asked of it takes 5 ms."""

import errno
import io

SECONDS = 0.005


class Disk:
    """Files by their paths."""

    def __init__(self):
        self.files = {}
        self.folders = {"", "tmp"}

    def path(self, path):
        import os

        return os.path.normpath(os.fspath(path)).lstrip("./")

    def missing(self, path):
        return FileNotFoundError(errno.ENOENT, "No such file or directory", str(path))

    def read(self, path):
        try:
            return self.files[self.path(path)]
        except KeyError:
            raise self.missing(path) from None

    def names(self, path):
        folder = self.path(path)
        prefix = folder + "/" if folder else ""
        known = [*self.files, *self.folders]
        below = (name[len(prefix) :] for name in known if name.startswith(prefix))
        return sorted({name.split("/")[0] for name in below} - {"", "tmp"})

    def remove(self, path):
        self.read(path)
        del self.files[self.path(path)]

    def rename(self, source, destination):
        self.files[self.path(destination)] = self.read(source)
        del self.files[self.path(source)]

    def add_folder(self, path, exist_ok):
        folder = self.path(path)
        if folder in self.folders and not exist_ok:
            raise FileExistsError(errno.EEXIST, "File exists", str(path))
        while folder:
            self.folders.add(folder)
            folder = folder.rpartition("/")[0]

    def stat(self, path):
        from types import SimpleNamespace

        if self.path(path) in self.folders:
            return SimpleNamespace(st_size=0, st_mode=0o040755, st_mtime=0.0)

        return SimpleNamespace(st_size=len(self.read(path)), st_mode=0o100644, st_mtime=0.0)

    def open(self, path, mode="r", encoding=None, newline=None):
        """A file as `io.open` gives it; what is written is there when it is closed or flushed."""
        kinds = [kind for kind in mode if kind in "rwax"]
        if len(kinds) != 1:
            if set(mode) - set("rwaxbt+"):
                raise ValueError(f"invalid mode: {mode!r}")
            raise ValueError("must have exactly one of create/read/write/append mode")
        kind, name = kinds[0], self.path(path)
        if kind == "x" and name in self.files:
            raise FileExistsError(errno.EEXIST, "File exists", str(path))
        if kind == "r":
            self.read(path)
        elif name.rpartition("/")[0] not in self.folders:
            raise self.missing(path)
        if kind in "wx" or name not in self.files:
            self.files[name] = b""
        file = DiskFile(self, name, mode)
        if "b" in mode:
            return file
        text = io.TextIOWrapper(file, encoding or "utf-8", newline=newline, write_through=True)
        text.mode = mode
        return text


class DiskFile(io.BytesIO):
    """An open file."""

    def __init__(self, disk, name, mode):
        super().__init__(disk.files[name])
        self._disk, self.name, self.mode = disk, name, mode
        if "a" in mode:
            self.seek(0, io.SEEK_END)

    def readable(self):
        return "r" in self.mode or "+" in self.mode

    def writable(self):
        return "r" not in self.mode or "+" in self.mode

    def write(self, data):
        if not self.writable():
            raise io.UnsupportedOperation("write")
        written = super().write(data)
        self._disk.files[self.name] = self.getvalue()
        return written

    def read(self, size=-1):
        if not self.readable():
            raise io.UnsupportedOperation("read")
        return super().read(size)


DISK = Disk()

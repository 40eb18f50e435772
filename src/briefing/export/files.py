"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

#: Waits, in seconds, before each try to put a file in place. On Windows a virus scanner, a sync client or an editor
#: can hold the old one for a moment.
_WAITS = (0.0, 0.01, 0.03, 0.1, 0.3, 1.0) if sys.platform == "win32" else (0.0,)

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EROFS: "the disk can only be read",
    errno.EACCES: "the folder or the file is protected, or open in another program",
    errno.EPERM: "the folder or the file is protected, or open in another program",
    errno.ENOENT: "the folder {0} is not there",
    errno.ENOTDIR: "the folder {0} is not there",
    errno.EISDIR: "a folder of that name is there",
    errno.ENAMETOOLONG: "its name is too long",
}


class ExportError(Exception):
    """A file that could not be written: one plain sentence on what, why, and what was kept."""


def write_whole(path: Path, data: bytes) -> None:
    """Puts `data` in the file at `path`, which holds either all of it afterwards or what it held before.

    A link stays a link, an existing file keeps its mode. ExportError says what went wrong; the old file is then
    untouched. The data is on the disk, not only on its way there, when this returns.
    """
    target = Path(os.path.realpath(path))
    existed = target.exists()
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
        _replace(target, data)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, error.strerror or str(error)).replace("{0}", str(target.parent))
        kept = "What was there before is unchanged." if existed else "Nothing was written."
        raise ExportError(f"{path.name} could not be saved: {reason}. {kept}") from error


def _replace(target: Path, data: bytes) -> None:
    """Writes beside the target, in the same folder and so on the same disk, and then takes its place."""
    beside = target.with_name(f".{os.urandom(8).hex()}.tmp")
    try:
        _write(beside, data)
        with suppress(FileNotFoundError):  # a new file has no mode to keep
            os.chmod(beside, target.stat().st_mode & 0o777)
        _put(beside, target)
    except BaseException:
        with suppress(OSError):  # the first error is the one to tell
            beside.unlink()
        raise
    _sync_folder(target.parent)


def _write(path: Path, data: bytes) -> None:
    """A new file with this data, on the disk itself; its mode is what the person's umask makes of a plain file's."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o666), "wb") as stream:
        stream.write(data)
        stream.flush()
        _sync(stream.fileno())


def _sync(descriptor: int) -> None:
    """Has the disk itself write; on macOS plain fsync stops at the disk's own memory."""
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):  # network disks do not know it; fsync is what is left
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def _put(beside: Path, target: Path) -> None:
    for number, wait in enumerate(_WAITS, 1):
        time.sleep(wait)
        try:
            os.replace(beside, target)
        except PermissionError:
            if number == len(_WAITS):
                raise
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Makes the new name itself last. The file is in place already, so a disk that cannot do this is no failure."""
    if os.name != "posix":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

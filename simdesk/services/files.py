"""Files that are whole or not there, one instance per fleet, names that every system takes."""

import errno
import itertools
import os
import platform
import shutil
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep
from types import TracebackType
from typing import BinaryIO, Self

from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LONGEST_NAME = 50
FORBIDDEN_IN_NAMES = '\\/:*?"<>|'
_RESERVED_ON_WINDOWS = frozenset(
    {"CON", "PRN", "AUX", "NUL"}
    | {f"{port}{digit}" for port in ("COM", "LPT") for digit in "123456789¹²³"}
)
_LOCKED_BYTE = 4096  # beyond the text, so that a refused second can read who holds the lock
_parts = itertools.count()


@contextmanager
def write_atomically(path: Path, *, durable: bool = True) -> Iterator[BinaryIO]:
    """Write a file that appears under `path` only when it is complete.

    Bytes go to a temporary file in the same folder, are forced to the disk and take the name at
    the end; whatever goes wrong, the old file stays and nothing half-written is left. Not
    `durable` skips the disk and may lose the last change in a power cut. Raises KnownError.
    """
    target = Path(os.path.realpath(path))
    part = target.with_name(f".simdesk-{os.getpid()}-{next(_parts)}.part")
    try:
        file = part.open("xb")
    except OSError as error:
        raise file_trouble(error, path) from error
    try:
        try:
            with _disk_trouble(path):
                yield file
            with _saving_trouble(path):
                file.flush()
                if durable:
                    os.fsync(file.fileno())
        finally:
            # After a flush that failed, closing fails as well, and would hide what was said of it.
            with suppress(OSError):
                file.close()
        with _saving_trouble(path):
            part.replace(target)
            if durable:
                _sync_folder(target.parent)
    finally:
        with suppress(OSError):
            part.unlink()


def clear_parts(folder: Path, process: int | None = None) -> None:
    """Remove what `write_atomically` left unfinished in a folder when it was killed.

    `process` is the number of the one that wrote; without it nobody else may write there. Raises
    KnownError.
    """
    for part in folder.glob(f".simdesk-{'*' if process is None else process}-*.part"):
        try:
            part.unlink(missing_ok=True)
        except OSError as error:
            raise file_trouble(error, part) from error


@contextmanager
def _saving_trouble(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise file_trouble(error, path) from error


@contextmanager
def _disk_trouble(path: Path) -> Iterator[None]:
    # The caller's own work may fail for reasons that have nothing to do with this file.
    try:
        yield
    except OSError as error:
        if error.errno in _DISK_TROUBLES:
            raise file_trouble(error, path) from error
        raise


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return  # Windows has no handle on a folder to force
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def append_line(path: Path, line: str) -> None:
    """Add a line at the end of a text file and force it to the disk; a new file is made.

    What a power cut left half-written before it stays a line of its own. Raises KnownError.
    """
    try:
        with path.open("a+b") as file:
            new = file.tell() == 0
            if not new:
                file.seek(-1, os.SEEK_END)
            whole = new or file.read(1) == b"\n"
            file.write(("" if whole else "\n").encode() + f"{line}\n".encode())
            file.flush()
            os.fsync(file.fileno())
        if new:
            _sync_folder(path.parent)
    except OSError as error:
        raise file_trouble(error, path) from error


def require_space(folder: Path, wanted: int) -> None:
    """Refuse before starting when `folder` has no room for `wanted` bytes. Raises KnownError."""
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise file_trouble(error, folder) from error
    if free < wanted:
        raise file_trouble(OSError(errno.ENOSPC, "no room"), folder)


def file_trouble(error: OSError, path: Path) -> KnownError:
    """What the system refused, said with the place and the remedy."""
    sentence, remedy = _TROUBLES.get(error.errno or 0, _OTHER_TROUBLE)
    return KnownError(
        text(sentence, path=str(path), reason=error.strerror or type(error).__name__), text(remedy)
    )


def reading_trouble(error: OSError, path: Path) -> KnownError:
    """Why a file could not be read."""
    return KnownError(
        text(
            QT_TRANSLATE_NOOP("trade", "“{path}” could not be read: {reason}."),
            path=str(path),
            reason=error.strerror or type(error).__name__,
        )
    )


_NO_ROOM = (
    QT_TRANSLATE_NOOP("trade", "The disk is full: “{path}” could not be written."),
    QT_TRANSLATE_NOOP("trade", "Free some space or choose another folder, then try again."),
)
_READ_ONLY = (
    QT_TRANSLATE_NOOP("trade", "“{path}” may not be written: {reason}."),
    QT_TRANSLATE_NOOP(
        "trade",
        "Choose a folder you may write to, or close the program that has the file open.",
    ),
)
_NO_FOLDER = (
    QT_TRANSLATE_NOOP("trade", "“{path}” cannot be written: its folder does not exist."),
    QT_TRANSLATE_NOOP("trade", "Create the folder or choose another one."),
)
_OTHER_TROUBLE = (
    QT_TRANSLATE_NOOP("trade", "“{path}” could not be written: {reason}."),
    QT_TRANSLATE_NOOP("trade", "Choose another place and try again."),
)
_TROUBLES = {
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.EFBIG: _NO_ROOM,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
    errno.EBUSY: _READ_ONLY,
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
}

_DISK_TROUBLES = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO})


def clean_name(name: str) -> str:
    """A name for a file or fleet, without surrounding blanks, that every system takes.

    1 to 50 characters, none of ``\\ / : * ? " < > |``, nothing invisible, not one of the names
    Windows keeps for devices. Raises KnownError.
    """
    name = name.strip()
    if not 1 <= len(name) <= LONGEST_NAME:
        raise _bad_name(name, QT_TRANSLATE_NOOP("trade", "A name has 1 to 50 characters."))
    if any(letter in FORBIDDEN_IN_NAMES for letter in name):
        raise _bad_name(
            name, QT_TRANSLATE_NOOP("trade", 'A name has none of the characters \\ / : * ? " < > |')
        )
    if any(_invisible(letter) for letter in name):
        raise _bad_name(
            name, QT_TRANSLATE_NOOP("trade", "A name has no invisible or control characters.")
        )
    if name[0] == "." or name[-1] == ".":
        raise _bad_name(
            name, QT_TRANSLATE_NOOP("trade", "A name neither begins nor ends with a dot.")
        )
    if name.partition(".")[0].rstrip().upper() in _RESERVED_ON_WINDOWS:
        raise _bad_name(
            name, QT_TRANSLATE_NOOP("trade", "Windows keeps this name for a device; take another.")
        )
    return name


def _invisible(letter: str) -> bool:
    # Control, format (bidi marks among them), surrogate and separator characters.
    category = unicodedata.category(letter)
    return category in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def _bad_name(name: str, remedy: str) -> KnownError:
    shown = "".join("\N{REPLACEMENT CHARACTER}" if _invisible(char) else char for char in name)
    return KnownError(
        text(QT_TRANSLATE_NOOP("trade", "“{name}” cannot be used as a name."), name=shown),
        text(remedy),
    )


class InstanceLock:
    """Holds a fleet for one running SimDesk; the system lets go when the process ends.

    The file stays behind, empty of meaning; while held it names the process and the machine.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None

    def acquire(self) -> None:
        """Take the lock. Raises KnownError naming who has it, or why it cannot be taken."""
        try:
            # Nobody else's: what lies there is worth money (reliability.md F60).
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._path.touch()
            file = self._path.open("r+b", buffering=0)
        except OSError as error:
            raise file_trouble(error, self._path) from error
        try:
            _lock(file)
        except OSError as error:
            holder = _holder(file)
            file.close()
            raise _held(self._path.parent, holder) from error
        try:
            file.truncate(0)
            file.write(f"{os.getpid()} {platform.node()}\n".encode())
        except OSError as error:
            file.close()
            raise file_trouble(error, self._path) from error
        self._file = file

    def release(self) -> None:
        """Let go; does nothing when not held."""
        if self._file is not None:
            self._file.truncate(0)
            self._file.close()
            self._file = None

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


@contextmanager
def in_turn(path: Path) -> Iterator[None]:
    """Let no other program in here that asks with the same lock file; for what takes milliseconds.

    Who waits longer than a second, or where no lock can be had, goes on without: a lock of a
    file that can be made anew is not worth more.
    """
    try:
        file = path.open("ab", buffering=0)
    except OSError:
        yield
        return
    with file:
        for _ in range(_TURNS):
            try:
                _lock(file)
                break
            except OSError:
                sleep(_TURN)
        yield


_TURNS, _TURN = 50, 0.02


def _lock(file: BinaryIO) -> None:
    if sys.platform == "win32":
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _holder(file: BinaryIO) -> tuple[str, str] | None:
    file.seek(0)
    pid, _, host = file.read(200).decode("utf-8", "replace").strip().partition(" ")
    return (pid, host) if pid and host else None


def _held(folder: Path, holder: tuple[str, str] | None) -> KnownError:
    remedy: Text = text(
        QT_TRANSLATE_NOOP("trade", "Go to that window, or open another fleet with --fleet NAME.")
    )
    if holder is None:
        return KnownError(
            text(
                QT_TRANSLATE_NOOP("trade", "“{folder}” is already open in another SimDesk."),
                folder=str(folder),
            ),
            remedy,
        )
    return KnownError(
        text(
            QT_TRANSLATE_NOOP(
                "trade",
                "“{folder}” is already open in another SimDesk (process {pid} on {host}).",
            ),
            folder=str(folder),
            pid=holder[0],
            host=holder[1],
        ),
        remedy,
    )

"""The settings file on the disk: whatever lies in its place, reading it ends well."""

import errno
import os
import shutil
import stat
from collections.abc import Mapping
from pathlib import Path

from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.files import file_trouble, in_turn, reading_trouble, write_atomically

LARGEST = 256 * 1024
"""Bytes of a file that is read; ours has four thousand."""
LOCK, DAMAGED, BEFORE = "settings.lock", "settings.damaged.toml", "settings.before.toml"
"""Beside the file: who writes it holds the first; what could not be read becomes the second; what
had to be written anew, without the comments of people, is kept as the third."""


def stamp_of(path: Path) -> object:
    """Something that is different when the file is; None when it is not there."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_mode


def read_words(path: Path) -> str:
    """What the file says; nothing where it is not there.

    Raises KnownError when it cannot be read: no file, too large, not UTF-8, forbidden.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # a pipe would be waited for
            kind = errno.EISDIR if stat.S_ISDIR(found.st_mode) else errno.EINVAL
            raise OSError(kind, os.strerror(kind))
        if found.st_size > LARGEST:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise reading_trouble(error, path) from error
    try:
        # Some editors begin a file with a mark of its encoding, and end lines in two letters.
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        words = QT_TRANSLATE_NOOP("trade", "“{path}” is not written in UTF-8.")
        raise KnownError(text(words, path=str(path))) from error


def no_toml(error: ValueError) -> Text:
    """Why the words of a file are no settings."""
    return text(
        QT_TRANSLATE_NOOP("trade", "The settings file is not written as TOML: {reason}."),
        reason=str(error).rstrip("."),
    )


def write_words(path: Path, changes: Mapping[str, object]) -> None:
    """Change keys in the file as it is by now; it is made where it is not there.

    What cannot be read is kept aside, and a new file begun. Raises KnownError when the file is not
    to be written, as one that is marked read-only, or cannot be.
    """
    from simdesk.services.preference_editing import edited
    from simdesk.services.preference_words import fresh

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with in_turn(path.with_name(LOCK)):
            aside = None
            try:
                new = edited(read_words(path) or fresh({}), changes)
            except (KnownError, ValueError):
                new, aside = edited(fresh({}), changes), DAMAGED
            _require_writable(path)
            if aside is not None:
                path.replace(path.with_name(aside))
            elif new.anew:
                shutil.copyfile(path, path.with_name(BEFORE))
            # Called from the window's thread: waiting for the disk would be felt.
            with write_atomically(path, durable=False) as file:
                file.write(new.words.encode())
    except OSError as error:
        raise file_trouble(error, path) from error


def _require_writable(path: Path) -> None:
    # A new file could take the place of a read-only one, but whoever marked it so means it.
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not mode & stat.S_IWUSR or not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

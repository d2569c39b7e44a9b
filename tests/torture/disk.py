"""A disk in Python under SQLite, whose every write and sync is written down.

`RecordingDisk` is a VFS of apsw: files lie in memory, and each change of a file that has a name
becomes an `Event`. A power cut is made afterwards, at any event, by `tests/torture/cuts.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

import apsw

_SECTOR = 4096
_NAMED_FLAGS = apsw.SQLITE_OPEN_MAIN_DB | apsw.SQLITE_OPEN_WAL | apsw.SQLITE_OPEN_MAIN_JOURNAL


class Kind(Enum):
    """What happened to a file, or that a promise was given."""

    WRITE = "write"
    TRUNCATE = "truncate"
    SYNC = "sync"
    DELETE = "delete"
    PROMISE = "promise"
    """The writer was told that a transaction is durable; `offset` is its number."""


@dataclass(frozen=True, slots=True)
class Event:
    """One call that reached the disk; `offset` is the new size for TRUNCATE."""

    kind: Kind
    file: str = ""
    offset: int = 0
    data: bytes = b""


class RecordingDisk(apsw.VFS):
    """Registered under `name`; `images` are the files that are there, and durable, at first."""

    def __init__(self, name: str, images: Mapping[str, bytes]) -> None:
        super().__init__(name, base="")
        self.files = {path: bytearray(image) for path, image in images.items()}
        self.events: list[Event] = []

    def promise(self, number: int) -> None:
        """Note that transaction `number` was acknowledged here."""
        self.events.append(Event(Kind.PROMISE, offset=number))

    def xFullPathname(self, name: str) -> str:
        return name

    def xAccess(self, pathname: str, flags: int) -> bool:
        del flags
        return pathname in self.files

    def xDelete(self, filename: str, syncdir: bool) -> None:
        del syncdir  # a folder is synced as late as a file
        self.files.pop(filename, None)
        self.events.append(Event(Kind.DELETE, filename))

    def xOpen(self, name: Any, flags: list[int]) -> "_File":
        flags[1] = flags[0]
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        named = path if path and flags[0] & _NAMED_FLAGS else ""
        return _File(self, named)


class _File:
    """An open file: SQLite's calls on it, as apsw hands them on. Locks are nobody else's."""

    def __init__(self, disk: RecordingDisk, name: str) -> None:
        self._events = disk.events
        self._name = name
        self._data = disk.files.setdefault(name, bytearray()) if name else bytearray()

    def xRead(self, amount: int, offset: int) -> bytes:
        return bytes(self._data[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:
        if len(self._data) < offset:
            self._data.extend(bytes(offset - len(self._data)))
        self._data[offset : offset + len(data)] = data
        self._note(Event(Kind.WRITE, self._name, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:
        del self._data[newsize:]
        self._note(Event(Kind.TRUNCATE, self._name, newsize))

    def xSync(self, flags: int) -> None:
        del flags
        self._note(Event(Kind.SYNC, self._name))

    def _note(self, event: Event) -> None:
        if self._name:
            self._events.append(event)

    def xFileSize(self) -> int:
        return len(self._data)

    def xLock(self, level: int) -> None: ...

    def xUnlock(self, level: int) -> None: ...

    def xCheckReservedLock(self) -> bool:
        return False

    def xFileControl(self, op: int, ptr: int) -> bool:
        del op, ptr
        return False

    def xSectorSize(self) -> int:
        return _SECTOR

    def xDeviceCharacteristics(self) -> int:
        # What SQLite takes for granted of the disks the program meets.
        return apsw.SQLITE_IOCAP_POWERSAFE_OVERWRITE

    def xClose(self) -> None: ...

"""An xlsx file as what it is, a zip file of parts: each read in pieces, and counted."""

import struct
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO

from simdesk.models.sheets import SheetRejectedError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.spreadsheets.reading import refusals
from simdesk.services.spreadsheets.reading.limits import (
    DIRECTORY_BYTES,
    FOREIGN_UNPACKED,
    PARTS,
)

PIECE = 1 << 18
"""Bytes unpacked at once: larger ones leave the processor's cache, of fewer the rows of each are
too few to be worth what every chunk costs."""
_END, _END_64, _PLACE_64 = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
_END_BYTES, _COMMENT_BYTES = 22, 65_535
_ENCRYPTED = 0x1


class Archive:
    """The parts of a zip file. Every method raises SheetRejectedError for what is wrong with it.

    `allowed` is how many bytes all parts together may unpack to; what is read twice counts once.
    """

    def __init__(self, file: IO[bytes], size: int) -> None:
        self.size = size
        self.allowed = FOREIGN_UNPACKED
        self._unpacked: dict[str, int] = {}
        _check_directory(file, size)
        with _faults(""):
            self._zip = zipfile.ZipFile(file)
        self.names = self._checked(self._zip.infolist())

    def pieces(self, name: str) -> Generator[bytes, None, None]:
        """A part's content in pieces; its checksum is compared after the last."""
        if name not in self.names:
            raise refusals.damaged_part(name)
        read = 0
        with _faults(name), self._zip.open(name) as part:
            while piece := part.read(PIECE):
                read += len(piece)
                self._count(name, read)
                yield piece

    def whole(self, name: str, most: int) -> bytes:
        """A part that is at most `most` bytes."""
        pieces, read = [], 0
        for piece in self.pieces(name):
            read += len(piece)
            if read > most:
                raise refusals.too_much_inside(most)
            pieces.append(piece)
        return b"".join(pieces)

    def close(self) -> None:
        self._zip.close()

    def _count(self, name: str, read: int) -> None:
        self._unpacked[name] = max(read, self._unpacked.get(name, 0))
        if sum(self._unpacked.values()) > self.allowed:
            raise refusals.too_much_inside(self.allowed)

    def _checked(self, parts: list[zipfile.ZipInfo]) -> tuple[str, ...]:
        names = tuple(part.filename for part in parts)
        if len(names) > PARTS:
            raise _too_many_parts()
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise refusals.locked()
        if len(set(map(str.casefold, names))) < len(names) or any(map(_leads_out, names)):
            raise refusals.unsafe(
                text(QT_TRANSLATE_NOOP("trade", "The file holds parts where none may lie."))
            )
        for part in parts:
            if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise refusals.damaged_part(part.filename)
        return names


def _leads_out(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in PurePosixPath(name).parts


def _too_many_parts() -> SheetRejectedError:
    return refusals.too_large(
        text(QT_TRANSLATE_NOOP("trade", "The file has more than {most} parts."), most=PARTS)
    )


def _check_directory(file: IO[bytes], size: int) -> None:
    """Refuse a directory that would not fit in memory: `zipfile` reads it whole."""
    file.seek(max(0, size - _END_BYTES - _COMMENT_BYTES))
    tail = file.read()
    place = tail.rfind(_END)
    if place < 0 or len(tail) - place < _END_BYTES:
        raise _no_end()
    length: int = struct.unpack_from("<I", tail, place + 12)[0]
    if tail[max(0, place - 20) : place].startswith(_PLACE_64):
        file.seek(min(struct.unpack_from("<Q", tail, place - 12)[0], size))
        end = file.read(56)
        if len(end) < 56 or not end.startswith(_END_64):
            raise _no_end()
        length = max(length if length < 0xFFFFFFFF else 0, struct.unpack_from("<Q", end, 40)[0])
    if length > DIRECTORY_BYTES:
        raise _too_many_parts()


def _no_end() -> SheetRejectedError:
    return refusals.damaged(
        text(QT_TRANSLATE_NOOP("trade", "The file is damaged: its end is missing."))
    )


@contextmanager
def _faults(name: str) -> Iterator[None]:
    """What zipfile and zlib raise for files that are not whole; an odd way of packing is a
    RuntimeError."""
    try:
        yield
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        RuntimeError,
        ValueError,
        struct.error,
        OverflowError,
    ) as error:
        raise (refusals.damaged_part(name) if name else _no_end()) from error

"""One file from one seed: the same bytes whenever and wherever it is asked for."""

import io
import zipfile
import zlib
from collections.abc import Callable
from random import Random

from tests.fuzz.corpus import Corpus

_XML = (
    *(b"99999999999", b"-1", b"0", b"1e999", b"NaN", b"XFD1048576", b"ZZZZ1", b"A0", b"1048577"),
    *(b"&#0;", b"&x;", b"<!DOCTYPE a>", b"]]>", b"<![CDATA[", b"<c", b"</row>", b"<row ", b"<si>"),
    *(
        b"\x00",
        b"\xff\xfe",
        b'"',
        b"'",
        b">",
        b't="s"',
        b't="d"',
        b'r="A1"',
        b"_x0000_",
        b"\xed\xa0\x80",
    ),
)
_CSV = (
    *(b'"', b'""', b",", b";", b"\t", b"\r", b"\n", b"\r\n", b"\x00", b"=", b"'"),
    *(b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x81\x30\x81\x30", b"\xff", "北".encode("gbk")),
    *(b"sep=;\r\n", b"<html>", b"PK\x03\x04", b"8986" * 8),
)


def case(files: Corpus, seed: int) -> tuple[str, bytes]:
    """The ending and the content of a file. The first seeds are the known bombs, untouched."""
    if seed < len(files.bombs):
        path = files.bombs[seed]
        return path.suffix, path.read_bytes()
    dice = Random(seed)
    path = dice.choice(files.seeds)
    content = path.read_bytes()
    if content.startswith(b"PK") and dice.random() < 0.7:
        content = _repacked(content, dice)
    elif content.startswith(b"PK"):
        content = _bytes_changed(content, dice, ())
    else:
        content = _bytes_changed(content, dice, _CSV)
    return path.suffix, content


def _repacked(content: bytes, dice: Random) -> bytes:
    """The parts taken apart, changed and packed again, so that their checksums are right."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError):
        return _bytes_changed(content, dice, ())
    if not parts:
        return content
    dice.choice((_part_changed, _part_changed, _part_changed, _parts_swapped, _part_gone))(
        parts, dice
    )
    packed = io.BytesIO()
    method = dice.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    again = packed.getvalue()
    return _bytes_changed(again, dice, ()) if dice.random() < 0.1 else again


def _part_changed(parts: dict[str, bytes], dice: Random) -> None:
    # Sheets and shared texts hold what is read; the other parts are small.
    likely = [name for name in parts if "sheet" in name.lower() or "shared" in name]
    name = dice.choice(likely if likely and dice.random() < 0.7 else list(parts))
    parts[name] = _bytes_changed(parts[name], dice, _XML)


def _parts_swapped(parts: dict[str, bytes], dice: Random) -> None:
    one, other = dice.choice(list(parts)), dice.choice(list(parts))
    parts[one], parts[other] = parts[other], parts[one]


def _part_gone(parts: dict[str, bytes], dice: Random) -> None:
    name = dice.choice(list(parts))
    part = parts.pop(name)
    if dice.random() < 0.5:
        parts[dice.choice((name.upper(), f"../{name}", f"xl/{name}", name + " "))] = part


def _bytes_changed(content: bytes, dice: Random, words: tuple[bytes, ...]) -> bytes:
    changed = bytearray(content)
    ways: tuple[Callable[[bytearray, Random], None], ...] = (_flipped, _cut, _doubled, _noise)
    for _ in range(dice.choice((1, 1, 2, 4, 9))):
        if words and dice.random() < 0.6:
            _word_in(changed, dice, dice.choice(words))
        else:
            dice.choice(ways)(changed, dice)
    return bytes(changed)


def _word_in(changed: bytearray, dice: Random, word: bytes) -> None:
    place = dice.randrange(len(changed) + 1)
    changed[place : place + dice.choice((0, 0, len(word), 3))] = word


def _flipped(changed: bytearray, dice: Random) -> None:
    if changed:
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)


def _cut(changed: bytearray, dice: Random) -> None:
    place = dice.randrange(len(changed) + 1)
    del changed[place : place + dice.choice((1, 4, 50, len(changed)))]


def _doubled(changed: bytearray, dice: Random) -> None:
    place = dice.randrange(len(changed) + 1)
    piece = changed[place : place + dice.randrange(1, 400)]
    changed[place:place] = piece * dice.choice((1, 2, 200))


def _noise(changed: bytearray, dice: Random) -> None:
    place = dice.randrange(len(changed) + 1)
    changed[place : place + 8] = dice.randbytes(8)

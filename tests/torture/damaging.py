"""Damages desks by a seed, opens them as SimDesk does, and tells what became of each.

Run in a process of its own, for what it looks for is also a crash: `damaging.py FOLDER SEED FIRST
LAST`, where the folder holds an undamaged desk; prints a line for each case.
"""

import asyncio
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

from simdesk.models.errors import KnownError
from simdesk.services.storage import opening
from simdesk.services.storage.database import Database
from tests.services.storage.booked_desk import BOOKS, WORLD

PAGE = 4096
REFUSED, SAID, SAME, SILENT, CRASHED = "refused", "said", "same", "silent", "crashed"
Books = dict[str, list[tuple[object, ...]]]


def flip(desk: bytes, dice: Random) -> bytes:
    """One to three bits anywhere."""
    changed = bytearray(desk)
    for _ in range(dice.randint(1, 3)):
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def cut(desk: bytes, dice: Random) -> bytes:
    """The end is missing, at the border of a page or not."""
    length = dice.randrange(len(desk))
    return desk[: length - length % PAGE if dice.random() < 0.5 else length]


def zero(desk: bytes, dice: Random) -> bytes:
    """A page, a sector, or a few bytes are zero."""
    size = dice.choice((PAGE, 512, 16))
    start = dice.randrange(len(desk) // size) * size
    return desk[:start] + bytes(size) + desk[start + size :]


def swap(desk: bytes, dice: Random) -> bytes:
    """Two pages change places."""
    one, other = dice.sample(range(len(desk) // PAGE), 2)
    pages = [desk[start : start + PAGE] for start in range(0, len(desk), PAGE)]
    pages[one], pages[other] = pages[other], pages[one]
    return b"".join(pages)


def foreign(desk: bytes, dice: Random) -> bytes:
    """Something else: nothing, text, noise, another database, or a page of an older copy."""
    kind = dice.randrange(5)
    if kind == 0:
        return b""
    if kind == 1:
        return b"ICCID;MSISDN\r\n" * dice.randint(1, 9000)
    if kind == 2:
        return desk[:100] + dice.randbytes(len(desk) - 100)
    if kind == 3:
        with closing(sqlite3.connect(":memory:")) as raw:
            raw.execute("CREATE TABLE audit (n)")
            raw.execute(f"PRAGMA application_id={opening.APPLICATION_ID}")
            return raw.serialize()
    page = dice.randrange(1, len(desk) // PAGE) * PAGE
    older = desk[page : page + PAGE].replace(b"DONE", b"FAIL", 1)
    return desk[:page] + older + desk[page + PAGE :]


KINDS: tuple[Callable[[bytes, Random], bytes], ...] = (flip, flip, flip, cut, zero, swap, foreign)


def books(path: Path) -> Books:
    """Every row of every book. Raises sqlite3.Error."""
    with closing(sqlite3.connect(path)) as raw:
        return {
            name: raw.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall() for name in BOOKS
        }


async def said(path: Path, undamaged: Books) -> str:
    """Open the desk, verify it, and compare its books with the undamaged ones."""
    try:
        database = await Database.open(path, WORLD)
    except KnownError:
        return REFUSED
    try:
        flaws = await (await database.begin_check())
    finally:
        await database.aclose()
    if flaws:
        return SAID
    return SAME if books(path) == undamaged else SILENT


def case(folder: Path, number: int, seed: int, desk: bytes, undamaged: Books) -> tuple[str, str]:
    """Damage by this number; the kind of damage, and what became of it."""
    dice = Random(f"{seed} {number}")
    damage = KINDS[number % len(KINDS)]
    path = folder / f"{number}" / "desk.db"
    path.parent.mkdir()
    path.write_bytes(damage(desk, dice))
    try:
        outcome = asyncio.run(said(path, undamaged))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
        outcome = f"{CRASHED} {type(error).__name__}: {error}"
    for left in path.parent.iterdir():
        left.unlink()
    path.parent.rmdir()
    return damage.__name__, outcome


def main(folder: Path, seed: int, first: int, last: int) -> None:
    whole = folder / "desk.db"
    desk, undamaged = whole.read_bytes(), books(whole)
    for number in range(first, last):
        damage, outcome = case(folder, number, seed, desk, undamaged)
        print(number, damage, outcome, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))

"""Power cuts under the journal: its real SQL, said again to a disk that loses what is not synced.

A desk lives through a paid bulk while its writer is listened to (`recording`). What it said is
played to SQLite on a disk that writes everything down (`disk`), the power is cut at any event
(`cuts`), and what is left is opened with the standard library's SQLite. The journal must then be
exactly as it was after some transaction, and no earlier one than the last that was promised.
"""

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

import apsw

from tests.torture.cuts import Remains, cut
from tests.torture.disk import Event, RecordingDisk
from tests.torture.recording import Statement

FILE: Final = "desk.db"
Transaction = Sequence[Statement]
_JOURNAL: Final = (
    "SELECT * FROM operation ORDER BY id",
    "SELECT * FROM op_item ORDER BY op_id, seq",
    "SELECT * FROM attempt ORDER BY op_id, seq, n",
    "SELECT * FROM evidence ORDER BY id",
    "SELECT * FROM ledger ORDER BY id",
    "SELECT * FROM audit ORDER BY n",
)


@dataclass(frozen=True, slots=True)
class Mark:
    """The journal after a transaction: a digest of its every row, and how many sends it knows."""

    digest: str
    intents: int


@dataclass(frozen=True)
class Past:
    """What a desk lived through: the file it began with, what it wrote, and how it looked after.

    `marks[n]` is after the n-th transaction, `marks[0]` before the first.
    """

    image: bytes
    transactions: Sequence[Transaction]
    marks: Sequence[Mark]


@dataclass
class Tally:
    """What came of so many cuts."""

    cuts: int = 0
    corrupt: int = 0
    """Not readable, not whole, or in a state the journal never was in."""
    lossy: int = 0
    """Cuts after which something promised was not there."""
    lost_intents: int = 0
    """Sends that were promised to be known and were not, in all."""
    manners: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        return (
            f"{self.cuts} cuts: {self.corrupt} corrupt, {self.lossy} lost what was promised,"
            f" {self.lost_intents} intents among it"
        )


def look(desk: sqlite3.Connection) -> Mark:
    """The journal as it is now. Raises sqlite3.Error for a file that cannot be read."""
    digest, intents = hashlib.sha256(), 0
    for words in _JOURNAL:
        rows = desk.execute(words).fetchall()
        digest.update(repr(rows).encode())
        if " attempt " in words:
            intents = len(rows)
    return Mark(digest.hexdigest(), intents)


def remembered(image: bytes, transactions: Sequence[Transaction]) -> Past:
    """Play the transactions to a plain file once, looking after each."""
    with TemporaryDirectory() as place:
        path = Path(place, FILE)
        path.write_bytes(image)
        with closing(sqlite3.connect(path)) as desk:
            desk.isolation_level = None
            desk.execute("PRAGMA synchronous=OFF")
            marks = [look(desk)]
            for transaction in transactions:
                desk.execute("BEGIN IMMEDIATE")
                for statement in transaction:
                    for run in statement.runs:
                        desk.execute(statement.sql, run)
                desk.execute("COMMIT")
                marks.append(look(desk))
    return Past(image, transactions, marks)


def played(past: Past, pragmas: Sequence[str]) -> list[Event]:
    """Everything the disk sees while the transactions run under `pragmas`, promises among it."""
    disk = RecordingDisk("recording", {FILE: past.image})
    # There is no shared memory in Python; alone on the file, SQLite does without.
    desk = apsw.Connection(FILE, apsw.SQLITE_OPEN_READWRITE, "recording")
    desk.execute("PRAGMA locking_mode=EXCLUSIVE")
    for pragma in pragmas:
        desk.execute(pragma)
    for number, transaction in enumerate(past.transactions, start=1):
        desk.execute("BEGIN IMMEDIATE")
        for statement in transaction:
            for run in statement.runs:
                desk.execute(statement.sql, run)
        desk.execute("COMMIT")
        disk.promise(number)
    events = list(disk.events)
    desk.close()
    disk.unregister()
    return events


def tallied(past: Past, events: Sequence[Event], cuts: int, seed: int) -> Tally:
    """Cut the power so often, each time at another event, and look at what is left."""
    chance, tally = Random(seed), Tally()
    for _ in range(cuts):
        remains = cut({FILE: past.image}, events, chance.randrange(len(events)), chance)
        tally.cuts += 1
        tally.manners[remains.manner] += 1
        found = _opened(remains)
        later = [n for n, mark in enumerate(past.marks) if mark == found]
        if found is None or not later:
            tally.corrupt += 1
        elif later[-1] < remains.promised:
            tally.lossy += 1
            tally.lost_intents += past.marks[remains.promised].intents - found.intents
    return tally


def _opened(remains: Remains) -> Mark | None:
    """The journal after the restart; None where SQLite cannot read it or finds it damaged."""
    with TemporaryDirectory() as place:
        for name, data in remains.files.items():
            Path(place, name).write_bytes(data)
        with closing(sqlite3.connect(Path(place, FILE))) as desk:
            try:
                if desk.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                    return None
                return look(desk)
            except sqlite3.DatabaseError:
                return None

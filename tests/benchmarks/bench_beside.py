"""Goal 12: two files of the fleet held against each other, and an edited one brought back.

The other file is a copy of the desk with a third of the usage, a thousandth of the remarks and some
ICCIDs changed. Beside it stands what reading the cards of both files takes, column by column, which
nobody can do without. Each is a process of its own, whose memory beyond its start may be 100 MB,
however many cards there are.
"""

import argparse
import asyncio
import json
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from simdesk.models.sheet_sides import SheetSide
from simdesk.services.announcer import Announcer
from simdesk.services.bringing_back import BringingBack
from simdesk.services.edits import LocalEdits
from simdesk.services.export_columns import FIELDS
from simdesk.services.sheet_comparison import SheetComparison
from simdesk.services.storage import export_reading
from simdesk.services.storage.database import Database
from simdesk.services.storage.sheet_merging import looked_at
from simdesk.services.storage.tables import card
from tests.benchmarks.fleet import Fleet
from tests.benchmarks.frame import Line, main
from tests.factories import a_moment
from tests.services.auditing import an_auditor
from tests.services.scripted_provider import EVERYTHING

MEMORY_MB = 100.0
DESK, OTHER = "desk.db", "other.db"
CHANGES = (
    "UPDATE card SET cycle_usage_kb = cycle_usage_kb + 1000 WHERE id % 3 = 0",
    "UPDATE card SET remark = 'visited ' || id WHERE id % 1000 = 7",
    "UPDATE card SET iccid = '8986999' || substr(iccid, 8) WHERE id % 5000 = 11",
)


async def compared(folder: Path) -> int:
    """How many cards differ in any way."""
    sides = [SheetSide(folder / name, name) for name in (OTHER, DESK)]
    comparison = await SheetComparison.compare(sides[0], sides[1], folder)
    await comparison.aclose()
    return comparison.found.cards - comparison.found.same


async def brought_back(folder: Path) -> int:
    """How many rows want something."""
    identity = await asyncio.to_thread(identity_of, folder / DESK)
    database = await Database.open(folder / DESK, identity)
    edits = LocalEdits(database, Announcer(), EVERYTHING, a_moment, an_auditor(a_moment))
    bringing = BringingBack(database, edits, EVERYTHING, a_moment, "bench")
    told = frozenset(FIELDS)
    sheet = SheetSide(folder / OTHER, OTHER, fields=told, exported_at=a_moment())
    returning = await bringing.look(sheet, folder)
    await returning.aclose()
    await database.aclose()
    return returning.found.changed


async def read_alone(folder: Path) -> int:
    """All cards of both files, column by column; how many."""
    return await asyncio.to_thread(cards_read, [folder / DESK, folder / OTHER])


def cards_read(paths: Sequence[Path]) -> int:
    count = 0
    with looked_at(*paths) as connections:
        for connection in connections:
            ids = list(connection.scalars(select(card.c.id)))
            for chunk in export_reading.columns(connection, ids, FIELDS, (), daily=False):
                count += len(chunk.columns[0])
    return count


def identity_of(path: Path) -> str:
    with closing(sqlite3.connect(path)) as raw:
        return str(raw.execute("SELECT value FROM meta WHERE key = 'identity'").fetchone()[0])


WORKS: dict[str, Callable[[Path], Awaitable[int]]] = {
    "compare": compared,
    "bring back": brought_back,
    "read both": read_alone,
}


def work(name: str, folder: Path) -> None:
    """Do one of them and print how long it took."""
    start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun, busy = time.perf_counter(), time.process_time()
    found = asyncio.run(WORKS[name](folder))  # type: ignore[arg-type]  # they are coroutines
    told = {
        "found": found,
        "wall": time.perf_counter() - begun,
        "busy": time.process_time() - busy,
        "memory": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - start) / 1e3,
    }
    print(json.dumps(told))


def apart(name: str, folder: Path) -> dict[str, float]:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_beside", "--do", name, str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def lines(fleet: Fleet, runs: int) -> list[Line]:
    with tempfile.TemporaryDirectory(dir=fleet.folder.parent) as name:
        folder = Path(name)
        for copy in (DESK, OTHER):
            shutil.copyfile(fleet.file, folder / copy)
        with closing(sqlite3.connect(folder / OTHER)) as raw, raw:
            for change in CHANGES:
                raw.execute(change)
        turns = [{one: apart(one, folder) for one in WORKS} for _ in range(runs)]
    found = {
        one: {what: statistics.median(turn[one][what] for turn in turns) for what in turns[0][one]}
        for one in WORKS
    }
    limit, told = found["read both"], []
    for one in ("compare", "bring back"):
        what, ours = f"{one} {fleet.cards:,} cards", found[one]
        peer = ("reading both", limit["wall"], limit["wall"] / ours["wall"])
        told += [
            Line(12, what, ours["wall"], "s", "reported", None, *peer),
            Line(12, f"{what}, processor", ours["busy"], "s", "reported", None),
            Line(
                *(12, f"{what}, memory beyond its start", ours["memory"], "MB"),
                *(f"{MEMORY_MB:.0f} MB", ours["memory"] <= MEMORY_MB),
            ),
        ]
    return told


if __name__ == "__main__":
    given = argparse.ArgumentParser()
    given.add_argument("--do", nargs=2)
    words, _ = given.parse_known_args()
    if words.do is None:
        main(lines)
    else:
        work(words.do[0], Path(words.do[1]))

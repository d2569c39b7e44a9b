"""Goal 6: cards into xlsx and csv, from the press of the button to the finished file.

Ours is the whole way through the export service: which cards, reading them, words, the file, the
record in the audit. The peers are handed the same rows, already read. All take turns in one
process; seconds are of the wall, those of the processor stand in lines of their own. The memory is
that of a process of its own, which exports the whole fleet. `--fleet` may have any size, 100,000
cards of it are written.
"""

import asyncio
import csv
import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from sqlalchemy import Connection, func, select

from simdesk.compose import Desk
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.periods import Month
from simdesk.services.export_columns import FIELDS, columns, in_order
from simdesk.services.exports import ExportRequest, ExportRow, ExportState
from simdesk.services.spreadsheets.columns import Column, Row
from simdesk.services.storage import export_reading, tables
from tests.benchmarks.export_peers import by_csv_module, by_pandas, by_xlsxwriter
from tests.benchmarks.fleet import Fleet
from tests.benchmarks.frame import Line, main

CARDS = 100_000
FEW = 10_000
"""Rows that pandas writes; its time is told for as many as the others write."""
SAMPLE = 0.02
EXTRA_MB = 80.0


@dataclass
class Task:
    """One export, the same for everybody."""

    request: ExportRequest
    about: Sequence[Column]
    rows: Sequence[Row]

    @property
    def name(self) -> str:
        return f"{len(self.rows):,} cards x {len(self.about)}"


@asynccontextmanager
async def opened(fleet: Fleet) -> AsyncIterator[Desk]:
    """The fleet's desk once nothing else is going on in it."""
    desk = await fleet.open()
    try:
        await desk.custody.verification.wait()
        await desk.cards.preparing.once()
        yield desk
    finally:
        await desk.aclose()


async def request(desk: Desk, folder: Path) -> ExportRequest:
    """All cards, with the newest month of which there is usage."""

    def newest(connection: Connection) -> int:
        found = connection.scalar(select(func.max(tables.usage.c.month)))
        return int(found or 0)

    month = Month.parse(str(await desk.database.read(newest)))
    return ExportRequest(
        CardFilter(), Sort(), None, month, month, name="cards", folder=folder, replace=True
    )


async def task(desk: Desk, asked: ExportRequest, cards: int) -> Task:
    """An export of the first `cards`, and its rows as storage reads them."""
    ids = tuple((await desk.cards.ids(CardFilter(), Sort()))[:cards])

    def read(connection: Connection) -> list[Row]:
        chunks = export_reading.columns(connection, ids, FIELDS, asked.months, daily=asked.daily)
        return [row for chunk in chunks for row in zip(*in_order(chunk.columns), strict=True)]

    about = columns(asked.months, daily=asked.daily)
    return Task(replace(asked, card_ids=ids), about, await desk.database.read(read))


async def written(desk: Desk, asked: ExportRequest) -> ExportRow:
    row = await desk.exports.wait(await desk.exports.start(asked))
    assert row.state is ExportState.COMPLETED, row.error
    return row


def busy() -> float:
    """Seconds of the processor that this process and those it has seen the end of took."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


class Times:
    """Seconds of the wall and of the processor, run by run."""

    def __init__(self) -> None:
        self._wall: list[float] = []
        self._busy: list[float] = []

    def __enter__(self) -> None:
        gc.collect()
        self._begun = time.perf_counter(), busy()

    def __exit__(self, *error: object) -> None:
        self._wall.append(time.perf_counter() - self._begun[0])
        self._busy.append(busy() - self._begun[1])

    @property
    def wall(self) -> float:
        return statistics.median(self._wall)

    @property
    def busy(self) -> float:
        return statistics.median(self._busy)


async def sheets(desk: Desk, one: Task, folder: Path, runs: int) -> list[Line]:
    """xlsx beside XlsxWriter and, on fewer rows, pandas."""
    ours, theirs, pandas = Times(), Times(), Times()
    for _ in range(runs):
        with ours:
            await written(desk, one.request)
        with theirs:
            by_xlsxwriter(folder / "peer.xlsx", one.about, one.rows)
        with pandas:
            by_pandas(folder / "pandas.xlsx", one.about, one.rows[:FEW])
    few = max(1.0, len(one.rows) / FEW)
    ratio, slower = theirs.wall / ours.wall, pandas.wall * few / ours.wall
    busy = theirs.busy / ours.busy
    what = f"xlsx, {one.name}"
    return [
        Line(
            *(6, what, ours.wall, "s", "10x", ratio >= 10),
            *("XlsxWriter constant_memory", theirs.wall, ratio),
        ),
        Line(
            *(6, what, ours.wall, "s", "15x", slower >= 15),
            *(f"pandas, openpyxl, from {min(FEW, len(one.rows)):,}", pandas.wall * few, slower),
        ),
        Line(
            *(6, f"{what}, processor", ours.busy, "s", "reported", None),
            *("XlsxWriter constant_memory", theirs.busy, busy),
        ),
    ]


async def lists(desk: Desk, one: Task, folder: Path, runs: int) -> list[Line]:
    """csv beside the csv module, which has to write the same."""
    ours, theirs = Times(), Times()
    asked = replace(one.request, format="csv")
    for _ in range(runs):
        with ours:
            row = await written(desk, asked)
        with theirs:
            by_csv_module(folder / "peer.csv", one.about, one.rows)
    same(row.path, folder / "peer.csv")
    what = f"csv, {one.name}"
    ratio, busy = theirs.wall / ours.wall, theirs.busy / ours.busy
    peer = "csv module, rows already read"
    return [
        Line(6, what, ours.wall, "s", "1x", ratio >= 1, peer, theirs.wall, ratio),
        Line(6, f"{what}, processor", ours.busy, "s", "reported", None, peer, theirs.busy, busy),
    ]


def same(mine: Path, other: Path) -> None:
    """Both files say the same in every field."""
    with (
        mine.open(encoding="utf-8-sig", newline="") as one,
        other.open(encoding="utf-8-sig", newline="") as two,
    ):
        for line, wanted in zip(csv.reader(one), csv.reader(two), strict=True):
            assert line == wanted


def resident(process: str) -> float:
    """MB of memory that a process and those it has begun hold; what they share counts once."""
    here = Path("/proc", process)
    try:
        shares = (here / "smaps_rollup").read_text()
        begun = [one.read_text().split() for one in here.glob("task/*/children")]
    except OSError:  # it has ended meanwhile
        return 0.0
    own = next(int(line.split()[1]) for line in shares.splitlines() if line.startswith("Pss:"))
    return own * 1024 / 1e6 + sum(map(resident, chain(*begun)))


async def memory(fleet: Fleet, folder: Path) -> None:
    """Print how much memory an export of the whole fleet takes beyond that of the desk at rest."""
    async with opened(fleet) as desk:
        asked = await request(desk, folder)
        ids = tuple((await desk.cards.ids(CardFilter(), Sort()))[:1_000])
        await written(desk, replace(asked, card_ids=ids))
        gc.collect()
        me = str(os.getpid())
        before = most = resident(me)
        begun = time.perf_counter()
        writing = asyncio.ensure_future(written(desk, asked))
        while not writing.done():
            await asyncio.sleep(SAMPLE)
            most = max(most, resident(me))
        row = await writing
        seconds = time.perf_counter() - begun
    told = {"extra": most - before, "rows": row.rows, "seconds": seconds, "size": row.size / 1e6}
    print(json.dumps(told))


def whole(fleet: Fleet, folder: Path) -> list[Line]:
    """The whole fleet in a process of its own: its memory, and how long it takes."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_export", "--memory"]
    done = subprocess.run(
        [*command, str(fleet.folder), str(folder)], check=True, capture_output=True, text=True
    )
    told = json.loads(done.stdout.splitlines()[-1])
    what = f"xlsx, all {told['rows']:,} cards"
    extra = told["extra"]
    return [
        Line(6, f"{what}: memory", extra, "MB", f"{EXTRA_MB:.0f} MB", extra < EXTRA_MB),
        Line(6, f"{what}: time", told["seconds"], "s", "reported", None),
        Line(6, f"{what}: file", told["size"], "MB", "reported", None),
    ]


async def measured(fleet: Fleet, folder: Path, runs: int) -> list[Line]:
    lines: list[Line] = []
    async with opened(fleet) as desk:
        asked = await request(desk, folder)
        for daily in (False, True):
            one = await task(desk, replace(asked, daily=daily), CARDS)
            gc.collect()
            gc.freeze()
            lines += await sheets(desk, one, folder, runs)
            lines += await lists(desk, one, folder, runs)
    return lines


def measure(fleet: Fleet, runs: int) -> list[Line]:
    with fleet.copied() as copy, tempfile.TemporaryDirectory(dir=copy.folder.parent) as name:
        folder = Path(name)
        return [*asyncio.run(measured(copy, folder, runs)), *whole(copy, folder)]


if __name__ == "__main__":
    if sys.argv[1:2] == ["--memory"]:
        asyncio.run(memory(Fleet.at(Path(sys.argv[2])), Path(sys.argv[3])))
    else:
        main(measure)

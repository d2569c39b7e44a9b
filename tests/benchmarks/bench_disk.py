"""Goal 10, and how the fleet came to be: bytes of the desk, building the world, reading it all.

Reading a fleet is measured on a small one of its own, beside plain `executemany` of the very rows
that it leaves in the desk: that peer asks no provider, compares nothing and commits once.
"""

import asyncio
import shutil
import sqlite3
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from simdesk.services.storage import opening
from tests.benchmarks.fleet import Fleet
from tests.benchmarks.frame import Line, interleaved_async, main, medians

BYTES_PER_CARD: Final = 500
BYTES_PER_MONTH: Final = 170
BUILD_SECONDS: Final = 180
"""For a million cards; a start of five seconds is allowed to small fleets."""
SMALL: Final = 20_000
_TABLES: Final = (
    *("account", "card", "card_number", "tag", "card_tag"),
    *("sub_card", "usage", "plan_name", "plan_running", "carrier_share"),
)
"""What a sync fills, parents first."""
Rows = Mapping[str, Sequence[tuple[object, ...]]]


def on_disk(file: Path) -> tuple[int, int, int]:
    """Bytes of the whole desk but its daily usage, bytes of that, card-months of it."""
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as raw:
        usage = raw.execute("SELECT sum(pgsize) FROM dbstat WHERE name = 'usage'").fetchone()[0]
        months = raw.execute("SELECT count(*) FROM usage").fetchone()[0]
    return file.stat().st_size - usage, usage, months


def disk_lines(fleet: Fleet) -> list[Line]:
    rest, usage, months = on_disk(fleet.file)
    return [
        _at_most("desk's file, a card without daily usage", rest / fleet.cards, BYTES_PER_CARD),
        _at_most("desk's file, a card and month of daily usage", usage / months, BYTES_PER_MONTH),
    ]


def _at_most(what: str, found: float, most: float, unit: str = "B") -> Line:
    return Line(10, what, found, unit, f"at most {most:g} {unit}", found <= most)


def fleet_lines(fleet: Fleet) -> list[Line]:
    """What making the fleet of this run took, once."""
    allowed = max(5.0, BUILD_SECONDS * fleet.cards / 1_000_000)
    speed = fleet.cards / fleet.sync_seconds
    return [
        _at_most(f"building a world of {fleet.cards:,}", fleet.build_seconds, allowed, "s"),
        Line(10, f"reading {fleet.cards:,} cards", speed, "cards/s", "reported", None),
    ]


class Small:
    """A world of its own, and the rows that a desk has once it has read it."""

    def __init__(self, folder: Path) -> None:
        self.world = Fleet(folder / "world", SMALL, 0, 0)
        self._desk = Fleet(folder / "read", SMALL, 0, 0)
        self._plain = folder / "plain.db"
        self.rows: Rows = {}

    async def prepare(self) -> None:
        desk = await self.world.open()
        await desk.aclose()
        await self.read()
        with closing(sqlite3.connect(self._desk.file)) as raw:
            asked = {name: f"SELECT * FROM {name}" for name in _TABLES}
            self.rows = {name: raw.execute(words).fetchall() for name, words in asked.items()}

    async def read(self) -> None:
        """A first sync, into an empty desk."""
        shutil.rmtree(self._desk.folder, ignore_errors=True)
        shutil.copytree(self.world.folder, self._desk.folder)
        await self.again()

    async def again(self) -> None:
        """A sync of the desk as it is."""
        desk = await self._desk.open()
        await desk.sync.run()
        await desk.aclose()

    async def insert(self) -> None:
        """The same rows into the same tables, in one transaction, as durable as a desk is."""
        self._plain.unlink(missing_ok=True)
        opening.create(self._plain, "plain")
        with closing(sqlite3.connect(self._plain)) as raw, raw:
            raw.execute("PRAGMA synchronous=FULL")
            for name, rows in self.rows.items():
                marks = ", ".join("?" * len(rows[0]))
                raw.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)


async def _sync_lines(runs: int) -> list[Line]:
    with tempfile.TemporaryDirectory() as name:
        small = Small(Path(name))
        await small.prepare()
        works = {"read": small.read, "again": small.again, "insert": small.insert}
        seconds = medians(await interleaved_async(runs, works))
    speed = {name: SMALL / spent for name, spent in seconds.items()}
    return [
        Line(
            10,
            f"{what}, of {SMALL:,}",
            speed[name],
            "cards/s",
            "reported",
            None,
            "executemany",
            speed["insert"],
            speed[name] / speed["insert"],
        )
        for name, what in (("read", "first sync"), ("again", "sync with nothing new"))
    ]


def measure(fleet: Fleet, runs: int) -> Sequence[Line]:
    return [*disk_lines(fleet), *fleet_lines(fleet), *asyncio.run(_sync_lines(runs))]


if __name__ == "__main__":
    main(measure)

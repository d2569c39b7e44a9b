"""The fleet that benchmarks look at: a simulated world and a desk that has read all of it."""

import asyncio
import json
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from simdesk.compose import DESK_FILE, Desk, SystemClock, open_desk
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.services.storage import opening
from simdesk.services.storage.engines import writer_engine

ABOUT = "fleet.json"


@dataclass(frozen=True)
class Fleet:
    """A folder with a world and its desk; seconds of the wall that making them took."""

    folder: Path
    cards: int
    build_seconds: float
    sync_seconds: float

    @classmethod
    def at(cls, folder: Path) -> "Fleet":
        """The fleet in `folder`. Raises FileNotFoundError where none is complete."""
        about = json.loads((folder / ABOUT).read_text())
        return cls(folder, about["cards"], about["build_seconds"], about["sync_seconds"])

    @property
    def file(self) -> Path:
        return self.folder / DESK_FILE

    @contextmanager
    def copied(self) -> Iterator["Fleet"]:
        """A copy that may be changed; it is gone afterwards."""
        with tempfile.TemporaryDirectory(dir=self.folder.parent) as name:
            folder = Path(name) / "fleet"
            shutil.copytree(self.folder, folder)
            yield Fleet(folder, self.cards, self.build_seconds, self.sync_seconds)

    async def open(self) -> Desk:
        """Its desk, with the world standing still."""
        desk = await open_desk(self.folder, FleetPlan(self.cards, months=3), SystemClock(), "bench")
        assert desk.simulation is not None
        desk.simulation.paused = True
        return desk


def kept(home: Path, cards: int) -> Fleet:
    """The fleet of so many cards below `home`, built when there is none of this schema."""
    folder = home / f"{cards}-{opening.HEAD}"
    try:
        return Fleet.at(folder)
    except FileNotFoundError:
        shutil.rmtree(folder, ignore_errors=True)
        return asyncio.run(_built(folder, cards))


async def _built(folder: Path, cards: int) -> Fleet:
    print(f"building a fleet of {cards:,} cards", flush=True)
    begun = time.perf_counter()
    desk = await Fleet(folder, cards, 0, 0).open()
    build_seconds = time.perf_counter() - begun
    print(f"built in {build_seconds:.0f} s; reading it", flush=True)
    begun = time.perf_counter()
    await desk.sync.run()
    sync_seconds = time.perf_counter() - begun
    await desk.aclose()
    print(f"read in {sync_seconds:.0f} s", flush=True)
    _settle(folder / DESK_FILE)
    fleet = Fleet(folder, cards, build_seconds, sync_seconds)
    (folder / ABOUT).write_text(json.dumps(asdict(fleet) | {"folder": folder.name}))
    return fleet


def _settle(file: Path) -> None:
    """Statistics as a desk has them after some days of use."""
    engine = writer_engine(file)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA optimize")
    engine.dispose()

"""How long the Overview takes to count a fleet: 10,000 cards, and the same ones a hundredfold.

    .venv/bin/python tests/benchmarks/bench_overview.py --cards 10000 --times 100 --runs 5

A simulated fleet is built and read once; the rows of its table `card` are then copied within the
file. Medians are milliseconds of the processor, of the thread that reads.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from datetime import date
from pathlib import Path

from simdesk.compose import DESK_FILE, SystemClock, open_desk
from simdesk.models.overview_counting import overview
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.services.storage.engines import reader_engine, writer_engine
from simdesk.services.storage.overview_store import counted
from simdesk.services.storage.tables import card

TODAY = date(2026, 6, 15)


async def build(folder: Path, cards: int) -> Path:
    """A fleet, read once; the path of its desk."""
    desk = await open_desk(folder, FleetPlan(cards), SystemClock(), "bench")
    assert desk.simulation is not None
    desk.simulation.paused = True
    await desk.sync.run()
    await desk.aclose()
    return folder / DESK_FILE


def multiply(path: Path, times: int) -> None:
    """Copy every card under ids and ICCIDs of its own until there are `times` as many."""
    names = [column.name for column in card.columns]
    engine = writer_engine(path)
    with engine.begin() as connection:
        count = connection.exec_driver_sql("SELECT max(id) FROM card").scalar_one()
        for copy in range(1, times):
            own = {"id": f"id + {copy * count}", "iccid": f"'{copy:03d}' || substr(iccid, 4)"}
            columns = ", ".join(own.get(name, name) for name in names)
            connection.exec_driver_sql(
                f"INSERT INTO card SELECT {columns} FROM card WHERE id <= {count}"
            )
    engine.dispose()


def measured(path: Path, account: str, runs: int) -> tuple[int, float]:
    """How many cards there are, and the median of counting them all."""
    engine = reader_engine(path)
    spent, cards = [], 0
    with engine.connect() as connection:
        for _ in range(runs):
            begun = time.thread_time()
            cards = overview(counted(connection, account, TODAY), {}).cards.cards
            spent.append(time.thread_time() - begun)
    engine.dispose()
    return cards, statistics.median(spent) * 1e3


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asyncio.run(build(Path(folder) / "bench", asked.cards))
        for times in (1, asked.times):
            multiply(path, times)
            cards, milliseconds = measured(path, "demo", asked.runs)
            print(f"{cards:>10,} cards: {milliseconds:>8,.0f} ms")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

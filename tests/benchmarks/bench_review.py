"""Reviewing our own export of the whole fleet, beside calamine, which only reads it.

Ours is the product's own way: the process that reads, the database it fills, the desk opened over
it. Calamine reads the same file in a process of its own and forgets it. The memory is the largest
process of ours; where the system can copy a process, two of them share the work.
"""

import asyncio
import json
import resource
import secrets
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from simdesk.compose import SystemClock, open_desk
from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import Sort
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.services.reviewing.reviews import Loaded, Reviews
from tests.benchmarks.bench_export import opened, request, written
from tests.benchmarks.fleet import Fleet
from tests.benchmarks.frame import Line, main, medians

GOAL = 11
FIRST_SECONDS = 2.0
SEARCHED_TIMES = 3.0
START_SECONDS = 2.0
"""Allowed to small fleets: two processes are started."""
MEMORY_MB = 512.0
_CALAMINE = """
import sys
from python_calamine import load_workbook
for row in load_workbook(sys.argv[1]).get_sheet_by_name("Cards").iter_rows(): pass
"""


@dataclass
class Times:
    """Seconds from the choice of the file on: first rows, all rows, found in memory."""

    first: float = 0.0
    rows: float = 0.0
    searched: float = 0.0


async def export(fleet: Fleet, folder: Path) -> Path:
    """Every card of the fleet in an xlsx file, as the product writes it."""
    async with opened(fleet) as desk:
        row = await written(desk, await request(desk, folder))
        assert row.path is not None
        return row.path


async def review(path: Path, folder: Path) -> Times:
    """Open it as the window does, until a question is answered in memory."""
    reviews, times, begun = Reviews(secrets.randbits), Times(), time.perf_counter()

    def progress(now: Loaded) -> None:
        seconds = time.perf_counter() - begun
        if now.first:
            times.first = seconds
        if not now.ordered:
            times.rows = seconds

    understood = await reviews.look(path)
    made = await reviews.load(path, understood.mapping, folder, progress)
    desk = await open_desk(folder, FleetPlan(1), SystemClock(), "bench")
    await desk.cards.preparing.once()
    found = await desk.cards.ids(parse_filter("status:in_use usage>0KB"), Sort())
    times.searched = time.perf_counter() - begun
    assert len(found) <= made.rows
    await desk.aclose()
    return times


def calamine(path: Path) -> float:
    """Seconds that calamine alone needs to read every row."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", _CALAMINE, str(path)], check=True)
    return time.perf_counter() - begun


def lines(fleet: Fleet, runs: int) -> Sequence[Line]:
    found: dict[str, list[float]] = {"calamine": [], "first": [], "rows": [], "searched": []}
    with tempfile.TemporaryDirectory(dir=fleet.folder.parent) as name:
        home = Path(name)
        path = asyncio.run(export(fleet, home))
        most = _memory(path, home / "measured")
        for run in range(runs):
            times = asyncio.run(review(path, home / f"review-{run}"))
            found["first"].append(times.first)
            found["rows"].append(times.rows)
            found["searched"].append(times.searched)
            found["calamine"].append(calamine(path))
    seconds = medians(found)
    return [*_told(fleet, seconds), _memory_line(most)]


def _told(fleet: Fleet, seconds: dict[str, float]) -> list[Line]:
    alone = seconds["calamine"]
    allowed = max(alone, START_SECONDS)

    def line(what: str, name: str, wanted: str, most: float) -> Line:
        ours = seconds[name]
        ratio = alone / ours
        named = f"review of {fleet.cards:,} cards, {what}"
        return Line(GOAL, named, ours, "s", wanted, ours <= most, "calamine alone", alone, ratio)

    return [
        line("first rows", "first", f"at most {FIRST_SECONDS:g} s", FIRST_SECONDS),
        line("all rows", "rows", "no longer than calamine", allowed),
        line(
            "searched in memory", "searched", "3x that", SEARCHED_TIMES * max(alone, START_SECONDS)
        ),
    ]


_MEASURE = """
import sys
from pathlib import Path
from tests.benchmarks.bench_review import largest_child
print(largest_child(Path(sys.argv[1]), Path(sys.argv[2])))
"""


def _memory(path: Path, folder: Path) -> float:
    words = [sys.executable, "-c", _MEASURE, str(path), str(folder)]
    return float(json.loads(subprocess.run(words, check=True, capture_output=True).stdout))


def largest_child(path: Path, folder: Path) -> float:
    """MB of the largest process that a review of this file made."""
    asyncio.run(Reviews(secrets.randbits).load(path, None, folder, lambda now: None))
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _memory_line(most: float) -> Line:
    wanted = f"at most {MEMORY_MB:g} MB"
    return Line(GOAL, "memory of the reading process", most, "MB", wanted, most <= MEMORY_MB)


if __name__ == "__main__":
    main(lines)

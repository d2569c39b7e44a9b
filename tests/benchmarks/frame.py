"""What a benchmark says: a table of lines, ours beside a peer or a limit, and if they hold."""

import argparse
import asyncio
import json
import statistics
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.benchmarks.fleet import Fleet


@dataclass(frozen=True)
class Line:
    """One figure. `ratio` is how many times better than `theirs`; `holds` None: only reported."""

    goal: int
    """Its number in the table of goals."""
    what: str
    ours: float
    unit: str
    wanted: str
    """The goal in words."""
    holds: bool | None
    peer: str = ""
    """The peer, the limit or the idle control that stands beside it."""
    theirs: float | None = None
    ratio: float | None = None

    def row(self) -> tuple[str, ...]:
        """Its cells in the table."""
        theirs = "" if self.theirs is None else f"{figure(self.theirs)} {self.unit}"
        return (
            str(self.goal),
            self.what,
            f"{figure(self.ours)} {self.unit}",
            f"{self.peer} {theirs}".strip(),
            "" if self.ratio is None else f"{self.ratio:.1f}x",
            self.wanted,
            "" if self.holds is None else "yes" if self.holds else "NO",
        )


TITLES = ("#", "what", "ours", "peer or limit", "ratio", "goal", "holds")
Measure = Callable[[Fleet, int], Sequence[Line]]
"""A fleet that may be read and not changed, and how often to measure."""


def figure(value: float) -> str:
    """Three digits that matter."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def table(lines: Sequence[Line]) -> str:
    """The lines under each other, in the order given."""
    rows = [TITLES, *(line.row() for line in lines)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(TITLES))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of all do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def interleaved(runs: int, works: Mapping[str, Callable[[], object]]) -> dict[str, list[float]]:
    """Seconds of the wall of each work, one after the other, `runs` times around."""
    found: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            begun = time.perf_counter()
            work()
            found[name].append(time.perf_counter() - begun)
    return found


async def interleaved_async(
    runs: int, works: Mapping[str, Callable[[], Awaitable[object]]]
) -> dict[str, list[float]]:
    """The same of coroutines."""
    found: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            begun = time.perf_counter()
            await work()
            found[name].append(time.perf_counter() - begun)
            await asyncio.sleep(0)
    return found


def medians(found: Mapping[str, Sequence[float]]) -> dict[str, float]:
    return {name: statistics.median(values) for name, values in found.items()}


def main(measure: Measure) -> None:
    """What a part does when it is run: measure, write its lines to a JSON file, show them."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--fleet", type=Path, required=True)
    asked.add_argument("--runs", type=int, default=5)
    asked.add_argument("--json", type=Path)
    given = asked.parse_args()
    lines = measure(Fleet.at(given.fleet), given.runs)
    print(table(lines))
    if given.json is not None:
        given.json.write_text(json.dumps([asdict(line) for line in lines], indent=1))

"""Goal 9: the same desk with a hundredth, a tenth, all and thrice of the cards.

The smaller fleets are built as the large one is; the largest is its desk with every card copied
under ids and ICCIDs of its own. Each size is a process of its own, so that its memory counts.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import CardFilter, Sort
from simdesk.services.storage.engines import writer_engine
from simdesk.services.storage.tables import card, card_number, card_tag
from tests.benchmarks import frame
from tests.benchmarks.fleet import ABOUT, Fleet, kept
from tests.benchmarks.frame import Line, percentile

ONE = "SIMDESK_GROWTH_FIGURES"
"""In the environment of a process that measures one size: where its figures go."""
ASKED = (
    "status:in_use carrier:CMCC,CUCC plan:SC,SF usage>10MB expires<90d",
    "7777",
    "status:in_use",
    "-tag:depot usage>1MB",
)
PAGE = 128
FRAMES = 60


@dataclass(frozen=True)
class Figures:
    """Medians in milliseconds of the wall, the frame's p95 in those of the processor."""

    cards: int
    questions: float
    jump: float
    scroll: float
    loading: float
    memory_mb: float


def one_size(fleet: Fleet, runs: int) -> Figures:
    """Measure this fleet in this process."""
    from tests.benchmarks.bench_table import drawn
    from tests.benchmarks.bench_window import TimedApplication
    from tests.benchmarks.window_stage import on_window_loop, staged

    found: list[Figures] = []

    async def work(app: TimedApplication) -> None:
        begun = time.perf_counter()
        async with staged(app, fleet) as stage:
            loading = time.perf_counter() - begun
            cards, table = stage.desk.cards, stage.window.cards.table
            questions = []
            for _ in range(runs):
                for words in ASKED:
                    begun = time.perf_counter()
                    await cards.first(parse_filter(words), Sort("usage"))
                    await cards.ids(parse_filter(words), Sort("usage"))
                    questions.append(time.perf_counter() - begun)
            ids, chance, jumps = await cards.ids(CardFilter(), Sort()), Random(1), []
            for _ in range(FRAMES):
                place = chance.randrange(max(1, len(ids) - PAGE))
                begun = time.perf_counter()
                await cards.rows(ids[place : place + PAGE])
                jumps.append(time.perf_counter() - begun)
            bar, frames = table.verticalScrollBar(), []
            for _ in range(FRAMES):
                bar.setValue(chance.randrange(max(1, bar.maximum())))
                table.viewport().repaint()
                await stage.until(stage.loaded)
                frames.append(drawn(table))
            found.append(
                Figures(
                    len(ids),
                    statistics.median(questions) * 1e3,
                    statistics.median(jumps) * 1e3,
                    percentile(frames, 0.95),
                    loading * 1e3,
                    resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                )
            )

    on_window_loop(work)
    return found[0]


def thrice(fleet: Fleet, copy: Fleet) -> Fleet:
    """Every card of a copied desk two more times, with its tags and numbers."""
    names = [column.name for column in card.columns]
    engine = writer_engine(copy.file)
    with engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM usage")  # its size has a goal of its own
        count = connection.exec_driver_sql("SELECT max(id) FROM card").scalar_one()
        for more in (1, 2):
            own = {"id": f"id + {more * count}", "iccid": f"'{more:02d}' || substr(iccid, 3)"}
            columns = ", ".join(own.get(name, name) for name in names)
            connection.exec_driver_sql(
                f"INSERT INTO card SELECT {columns} FROM card WHERE id <= {count}"
            )
            for table in (card_tag, card_number):
                others = ", ".join(column.name for column in list(table.columns)[1:])
                connection.exec_driver_sql(
                    f"INSERT INTO {table.name} SELECT card_id + {more * count}, {others}"
                    f" FROM {table.name} WHERE card_id <= {count}"
                )
    engine.dispose()
    about = {"cards": 3 * fleet.cards, "build_seconds": 0, "sync_seconds": 0}
    (copy.folder / ABOUT).write_text(json.dumps(about))
    return Fleet.at(copy.folder)


def in_its_own_process(fleet: Fleet, runs: int) -> Figures:
    with TemporaryDirectory() as folder:
        figures = Path(folder) / "figures.json"
        subprocess.run(
            [
                sys.executable,
                "-m",
                __spec__.name,
                "--fleet",
                str(fleet.folder),
                "--runs",
                str(runs),
            ],
            check=True,
            env=os.environ | {ONE: str(figures)},
        )
        return Figures(**json.loads(figures.read_text()))


def measured(fleet: Fleet, runs: int) -> Sequence[Line]:
    if ONE in os.environ:
        Path(os.environ[ONE]).write_text(json.dumps(asdict(one_size(fleet, runs))))
        return []
    smaller = [kept(fleet.folder.parent, max(1_000, fleet.cards // part)) for part in (100, 10)]
    sizes = [in_its_own_process(one, runs) for one in (*smaller, fleet)]
    with fleet.copied() as copy:
        sizes.append(in_its_own_process(thrice(fleet, copy), runs))
    return [*reported(sizes), *judged(sizes)]


def reported(sizes: Sequence[Figures]) -> list[Line]:
    return [
        Line(9, f"{one.cards:,} cards: {what}", value, unit, "reported", None)
        for one in sizes
        for what, value, unit in (
            (f"{len(ASKED)} questions, median", one.questions, "ms"),
            ("a page anywhere", one.jump, "ms"),
            ("a frame, p95", one.scroll, "ms"),
            ("memory", one.memory_mb, "MB"),
        )
    ]


def judged(sizes: Sequence[Figures]) -> list[Line]:
    """From the whole fleet to thrice as many: linear at most, and flat where it must be."""
    before, after = sizes[-2], sizes[-1]
    grown = after.cards / before.cards
    lines = []
    for what, name, most in (
        ("questions", "questions", grown),
        ("memory", "memory_mb", grown),
        ("jump", "jump", 1.0),
        ("scroll", "scroll", 1.0),
    ):
        ratio = getattr(after, name) / getattr(before, name)
        wanted = "linear" if most > 1 else "flat"
        # A third on top is what the machine makes of the same work from one run to the next.
        lines.append(
            Line(9, f"{what}, {grown:.1f}x the cards", ratio, "x", wanted, ratio <= most * 4 / 3)
        )
    return lines


if __name__ == "__main__":
    frame.main(measured)

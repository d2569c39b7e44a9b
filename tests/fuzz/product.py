"""Fuzzing through the product's own way: a process for each look and each load of a review.

    python -m tests.fuzz.product 1000

Beside it beats the loop that a window would live on: its longest pause is told.
"""

import argparse
import asyncio
import resource
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from random import Random

from simdesk.models.sheets import SheetRejectedError
from simdesk.services.reviewing.reviews import Reviews
from tests.fuzz.corpus import build, corpus
from tests.fuzz.mutating import case
from tests.fuzz.run import Report

BEAT = 0.01
LONGEST_PAUSE = 1.0
"""Seconds the loop may stand still: reading is no work of its own."""


class Heart:
    """Beats on the loop and remembers the longest pause between two beats, in seconds."""

    def __init__(self) -> None:
        self.pause = 0.0

    async def beat(self) -> None:
        last = time.monotonic()
        while True:
            await asyncio.sleep(BEAT)
            now = time.monotonic()
            self.pause, last = max(self.pause, now - last - BEAT), now


async def reviewed(reviews: Reviews, path: Path, folder: Path) -> tuple[str, str]:
    """What became of a file that was looked at and loaded, and the trace of what must not be."""
    try:
        await reviews.look(path)
        await reviews.load(path, None, folder, lambda loaded: None)
    except SheetRejectedError as refused:
        named = bool(str(refused.message)) and refused.remedy is not None
        return (f"refused: {refused.why}" if named else "refused without words"), ""
    except Exception as error:  # noqa: BLE001 - what fuzzing looks for
        return f"thrown: {type(error).__name__}", traceback.format_exc()
    return "read", ""


async def through(seeds: Sequence[int], heart: Heart) -> Report:
    """Review the files of all seeds, one after the other."""
    report, reviews = Report(), Reviews(Random(1).getrandbits)
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        (home / "corpus").mkdir()
        await asyncio.to_thread(build, home / "corpus")
        files = corpus(home / "corpus")
        beating = asyncio.create_task(heart.beat())
        try:
            for seed in seeds:
                ending, content = await asyncio.to_thread(case, files, seed)
                path = home / f"{seed}{ending}"
                await asyncio.to_thread(path.write_bytes, content)
                begun = time.monotonic()
                what, trace = await reviewed(reviews, path, home / f"review {seed}")
                peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
                report.ended(seed, what, time.monotonic() - begun, peak, trace)
                path.unlink()
        finally:
            beating.cancel()
            await asyncio.gather(beating, return_exceptions=True)
    return report


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("files", type=int, nargs="?", default=100)
    asked.add_argument("--first", type=int, default=0)
    given = asked.parse_args()
    heart, begun = Heart(), time.monotonic()
    report = asyncio.run(through(range(given.first, given.first + given.files), heart))
    print(f"{report.ends.total():,} files reviewed in {time.monotonic() - begun:,.0f} s")
    print("\n".join(report.lines()))
    print(f"longest pause of the loop: {heart.pause * 1000:,.0f} ms")
    wrong = bool(report.broken) or heart.pause > LONGEST_PAUSE
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

"""Walking the tour: every step in its order, its picture, and the exported file at the end.

It works on a fleet of its own in the output folder, with a simulated provider; nothing is faked.
"""

import os
import shutil
import sys
from pathlib import Path

from simdesk.app import review_windows
from simdesk.compose import SystemClock, open_desk
from simdesk.loop import run_loop
from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.files import file_trouble
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.tour.stage import Stage, TourError, above
from simdesk.tour.steps import STEPS
from simdesk.ui.open_window import show_desk

CARDS = 10_000
SIZE = (1440, 900)


def main(out: Path) -> int:
    """Take the tour into `out`. Returns an exit status."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return run_loop(lambda: take(out, CARDS))


async def take(out: Path, cards: int) -> int:
    """Build a fleet of `cards`, walk every step, say what was left. Needs a Qt loop."""
    fleet = out / "fleet"
    try:
        out.mkdir(parents=True, exist_ok=True)
        if fleet.exists():
            shutil.rmtree(fleet)
    except OSError as error:
        raise file_trouble(error, out) from error
    clock = SystemClock()
    desk = await open_desk(fleet, FleetPlan(cards=cards), clock, "operator")
    opened = show_desk(desk)
    opened.window.resize(*SIZE)
    reviews = review_windows("operator", fleet, desk.settings, opened.context)
    reviews.cards_wanted.connect(opened.window.come_for_cards)
    stage = Stage(desk, opened, out, clock, [], reviews)
    try:
        await _walk(stage)
    except TourError as error:
        raise KnownError(
            text(QT_TRANSLATE_NOOP("trade", "The tour broke off: {what}."), what=str(error)),
            text(QT_TRANSLATE_NOOP("trade", "Please report it with the pictures taken so far.")),
        ) from error
    finally:
        await reviews.aclose()
        await opened.aclose()
        await desk.aclose()
    sys.stderr.write(f"{len(stage.taken)} pictures in {out}\n")
    return 0


async def _walk(stage: Stage) -> None:
    for name, step in STEPS:
        await step(stage)
        stage.picture(name)
        for open_one in above(stage.window):
            open_one.close()
        await stage.quiet()

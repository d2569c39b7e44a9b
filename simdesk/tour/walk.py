"""Walking the tour: every step in its order, its picture, and the exported file at the end.

It works on a fleet of its own in the output folder, with a simulated provider; nothing is faked.
"""

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from simdesk.app_reviews import review_windows
from simdesk.compose import SystemClock, open_desk
from simdesk.loop import make_application, run_loop
from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.files import file_trouble
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.tour.screen import stand_in
from simdesk.tour.stage import Stage, TourError, above
from simdesk.tour.steps import STEPS
from simdesk.ui.languages import speak
from simdesk.ui.open_window import show_desk

CARDS = 10_000
SIZE = (1440, 900)


def main(
    out: Path, themes: Sequence[str] = ("light",), language: str = "en", scale: int = 100
) -> int:
    """Take the tour into `out`, in each of these themes. Returns an exit status.

    `scale` is in percent; the pictures are larger by it, the window is not.
    """
    try:
        stand_in(out, scale)
    except OSError as error:
        raise file_trouble(error, out) from error
    os.environ["QT_SCALE_FACTOR"] = f"{scale / 100:g}"
    make_application(themes[0])
    speak(language)
    return run_loop(lambda: take(out, CARDS, themes))


async def take(out: Path, cards: int, themes: Sequence[str] = ("light",)) -> int:
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
    stage = Stage(desk, opened, out, clock, [], reviews, tuple(themes))
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
    sys.stderr.write(f"{len(stage.taken) * len(themes)} pictures in {out}\n")
    return 0


async def _walk(stage: Stage) -> None:
    for name, step in STEPS:
        await step(stage)
        await stage.picture(name)
        for open_one in above(stage.window):
            open_one.close()
        await stage.quiet()

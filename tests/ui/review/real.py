"""Real fleets, real exports, the real reading process: for tests of the whole way."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from simdesk.app import show_desk
from simdesk.compose import Desk, SystemClock, make_reviews, open_desk
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.periods import Month
from simdesk.services.exports import ExportRequest
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.ui.context import Context
from simdesk.ui.messages import Messages
from simdesk.ui.review.opening import Means
from simdesk.ui.review.windows import ReviewWindows


@asynccontextmanager
async def a_fleet_desk(folder: Path, cards: int = 60) -> AsyncIterator[Desk]:
    """A simulated fleet, synced."""
    desk = await open_desk(folder, FleetPlan(cards=cards), SystemClock(), "tester")
    try:
        await desk.sync.run()
        yield desk
    finally:
        await desk.aclose()


async def exported(desk: Desk, folder: Path, name: str = "cards") -> Path:
    """All cards of the desk as a workbook with the days of this month."""
    month = Month.of(desk.cards.now())
    asked = ExportRequest(
        CardFilter(), Sort(), None, month, month, daily=True, name=name, folder=folder
    )
    row = await desk.exports.wait(await desk.exports.start(asked))
    return row.path


@asynccontextmanager
async def review_windows(folder: Path, home: Context | None = None) -> AsyncIterator[ReviewWindows]:
    """The windows of reviews as the program makes them."""

    async def begin(at: Path) -> Desk:
        return await open_desk(at, FleetPlan(), SystemClock(), "tester")

    from simdesk.services.settings import Settings

    means = Means(
        make_reviews(),
        begin,
        lambda desk, window: show_desk(desk, None, window),
        folder / "reviews",
        Settings(folder / "settings.json"),
    )
    windows = ReviewWindows(means, Messages(), home)
    try:
        yield windows
    finally:
        await windows.aclose()


def top(kind: type) -> Any:
    """The window of that kind that is shown; None where there is none."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
    return next((one for one in found if one.isVisible()), None)

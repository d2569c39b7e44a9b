"""A spreadsheet that took long to load behind other windows is told of, and one that failed."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from simdesk.app import show_desk
from simdesk.models.errors import KnownError
from simdesk.models.reviews import ReviewOf
from simdesk.models.texts import text
from simdesk.services.settings import Settings
from simdesk.ui.main_window import MainWindow
from simdesk.ui.messages import Messages
from simdesk.ui.news import LONG, News
from simdesk.ui.review.opening import Means
from simdesk.ui.review.opening_dialog import OpeningDialog
from simdesk.ui.review.windows import ReviewWindows
from tests.conftest import VirtualClock
from tests.ui.fakes import until
from tests.ui.review.test_review_windows import FILE, FakeReviews, ReviewDesk
from tests.ui.test_news import FakeDesktop

pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


class SlowReviews(FakeReviews):
    """Takes its time, and then brings the sheet or an error."""

    refusal: KnownError | None = None

    async def load(self, *asked: Any) -> ReviewOf:
        found = await super().load(*asked)
        if self.refusal is not None:
            raise self.refusal
        return found


async def opened_behind(
    tmp_path: Path, reviews: SlowReviews, ends: Callable[[], bool]
) -> tuple[FakeDesktop, ReviewWindows]:
    """Begin to open a spreadsheet, turn to another program, and come back when it `ends`."""
    clock, desktop = VirtualClock(), FakeDesktop()
    settings = Settings(tmp_path / "settings.json")

    async def begin(folder: Path) -> Any:
        return ReviewDesk(folder)

    means = Means(
        reviews,  # type: ignore[arg-type]
        begin,
        lambda desk, window: show_desk(desk, None, window),
        tmp_path / "reviews",
        settings,
    )
    news = News(clock, desktop, means.preferences)
    windows = ReviewWindows(replace(means, news=news), Messages())
    reviews.understanding = replace(reviews.understanding, own=True)
    windows.open(FILE)
    await until(lambda: bool(reviews.folders))
    clock.now += LONG
    other = QWidget()
    other.show()
    other.activateWindow()
    await until(lambda: QApplication.activeWindow() is other)
    reviews.loading.set()
    await until(ends)
    other.hide()
    other.deleteLater()
    return desktop, windows


def _stands(kind: type, words: str) -> bool:
    tops = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
    return any(one.isVisible() and words in one.windowTitle() for one in tops)


async def test_a_loaded_one_is_told(qloop: object, tmp_path: Path) -> None:
    reviews = SlowReviews(loading=asyncio.Event())
    desktop, windows = await opened_behind(tmp_path, reviews, lambda: _stands(MainWindow, "review"))
    await windows.aclose()
    assert desktop.told == [("“cards_2026.xlsx” is open.", False)]


async def test_a_failed_one_is_told(qloop: object, tmp_path: Path) -> None:
    reviews = SlowReviews(loading=asyncio.Event())
    reviews.refusal = KnownError(text("It ends in the middle."))
    desktop, windows = await opened_behind(
        tmp_path, reviews, lambda: _stands(OpeningDialog, "not opened")
    )
    await windows.aclose()
    assert desktop.told == [("It ends in the middle.", True)]

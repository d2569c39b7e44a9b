"""A spreadsheet from its choice to the end of its window: asked, read, shown, closed, gone."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from simdesk.app import show_desk
from simdesk.models.capabilities import Capabilities
from simdesk.models.reviews import ReviewOf
from simdesk.models.sheet_mapping import Mapping, Understanding
from simdesk.models.sheets import Rejection, SheetRejectedError
from simdesk.models.texts import text
from simdesk.services.reviewing.reviews import Loaded
from simdesk.services.settings import Settings
from simdesk.ui.main_window import MainWindow
from simdesk.ui.messages import Messages
from simdesk.ui.review.mapping_dialog import MappingDialog
from simdesk.ui.review.opening import Means
from simdesk.ui.review.opening_dialog import OpeningDialog
from simdesk.ui.review.refused import RefusedDialog
from simdesk.ui.review.windows import ReviewWindows
from tests.ui.fakes import FakeDesk, a_fleet, until
from tests.ui.review.sheets import a_foreign_sheet, a_refusal, a_review

pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]
FILE = Path("/home/anna/cards_2026.xlsx")


class ReviewDesk(FakeDesk):
    """A desk filled from a spreadsheet, as far as the window asks for it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, a_fleet(120), Capabilities(review=True))
        self.name = folder.name
        self.simulation = None  # type: ignore[assignment]
        self.review = a_review()
        self.closed = False

    async def aclose(self) -> None:
        self.closed = True


@dataclass
class FakeReviews:
    """Reads when it is told to: first rows, then the rest."""

    understanding: Understanding = field(default_factory=a_foreign_sheet)
    error: Exception | None = None
    loading: asyncio.Event = field(default_factory=asyncio.Event)
    mappings: list[Mapping] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)
    progress: Callable[[Loaded], None] = lambda loaded: None
    cancelled: bool = False

    async def look(self, path: Path) -> Understanding:
        await asyncio.sleep(0)
        if self.error is not None:
            raise self.error
        return self.understanding

    async def load(
        self, path: Path, mapping: Mapping, folder: Path, progress: Callable[[Any], None]
    ) -> ReviewOf:
        self.mappings.append(mapping)
        self.folders.append(folder)
        self.progress = progress
        try:
            await self.loading.wait()
        except asyncio.CancelledError:
            self.cancelled = True
            raise
        return a_review(refused=(a_refusal(17, "B17", "A number."),))


@dataclass
class Stage:
    reviews: FakeReviews
    windows: ReviewWindows
    desks: list[ReviewDesk]
    folder: Path


@pytest.fixture
def stage(qloop: object, tmp_path: Path) -> Stage:
    reviews, desks = FakeReviews(), []

    async def begin(folder: Path) -> Any:
        desks.append(ReviewDesk(folder))
        return desks[-1]

    means = Means(
        reviews,  # type: ignore[arg-type]
        begin,
        lambda desk, window: show_desk(desk, None, window),
        tmp_path / "reviews",
        Settings(tmp_path / "settings.json"),
    )
    return Stage(reviews, ReviewWindows(means, Messages()), desks, tmp_path / "reviews")


def _top(kind: type) -> Any:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
    found = [one for one in found if one.isVisible()]
    return found[0] if found else None


async def _agree() -> None:
    await until(lambda: _top(MappingDialog) is not None)
    _top(MappingDialog).confirm_button.click()


def _loaded(rows: int, *, first: bool = False, ordered: int = 0) -> Loaded:
    return Loaded(rows, tuple(a_fleet(40)) if first else (), ordered, 10 if ordered else 0)


async def test_it_is_asked_read_and_shown_growing(qloop: object, stage: Stage) -> None:
    stage.windows.open(FILE)
    await _agree()
    await until(lambda: bool(stage.reviews.mappings))
    assert stage.reviews.mappings[0].keys >= {"iccid", "usage", "remark"}
    stage.reviews.progress(_loaded(200))
    assert "200 so far" in _top(OpeningDialog).words
    stage.reviews.progress(_loaded(1_000, first=True))
    await until(lambda: _top(MainWindow) is not None)
    window = _top(MainWindow)
    assert _top(OpeningDialog) is None
    assert window.windowTitle() == "cards_2026.xlsx (review) · SimDesk"
    assert not window.furnished
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert len(window._early.table.cards.ids) == 40
    stage.reviews.progress(_loaded(8_000))
    (opening,) = stage.windows._open.values()
    assert opening.banner is not None
    assert opening.banner.words == "Reading the spreadsheet 8,000 rows so far"
    stage.reviews.progress(_loaded(12_000, ordered=3))
    assert "all 12,000 rows are read · making them quick" in opening.banner.words
    stage.reviews.loading.set()
    await until(lambda: window.furnished)
    assert opening.banner.words == (
        "Spreadsheet of 15 Jun 2026 10:00 120 cards · 1 row refused · read-only"
    )
    assert not opening.banner.bring_back.isVisible()
    opening.banner.refused.click()
    assert _top(RefusedDialog).lines[0].row == 17
    _top(RefusedDialog).close()
    await until(lambda: window.cards.presenter.facts.complete)
    window.close()
    await until(lambda: not stage.windows.names)
    assert stage.desks[0].closed
    assert list(stage.folder.iterdir()) == []


async def test_our_own_export_is_opened_without_a_question(qloop: object, stage: Stage) -> None:
    stage.reviews.understanding = replace(stage.reviews.understanding, own=True)
    stage.reviews.loading.set()
    stage.windows.open(FILE)
    await until(lambda: bool(_top(MainWindow)) and _top(MainWindow).furnished)
    assert _top(MappingDialog) is None
    await stage.windows.aclose()
    assert _top(MainWindow) is None
    assert stage.desks[0].closed
    assert list(stage.folder.iterdir()) == []


async def test_a_file_that_is_refused_says_why_and_what_to_do(qloop: object, stage: Stage) -> None:
    stage.reviews.error = SheetRejectedError(
        Rejection.LOCKED, text("It needs a password."), text("Save it without one.")
    )
    stage.windows.open(FILE)
    await until(lambda: bool(_top(OpeningDialog)) and "password" in _top(OpeningDialog).words)
    dialog = _top(OpeningDialog)
    assert dialog.windowTitle() == "“cards_2026.xlsx” was not opened"
    assert "Save it without one." in dialog.words
    dialog.safe_button.click()
    await until(lambda: not stage.windows.names)
    assert not stage.folder.exists()


async def test_a_mistake_of_ours_is_said_where_no_other_window_stands(
    qloop: object, stage: Stage
) -> None:
    bugs: list[str] = []
    stage.windows.messages.said.connect(lambda message: bugs.append(message.words))
    stage.reviews.error = ZeroDivisionError("ours")
    stage.windows.open(FILE)
    await until(lambda: bool(_top(OpeningDialog)) and "ZeroDiv" in _top(OpeningDialog).words)
    _top(OpeningDialog).safe_button.click()
    await until(lambda: bool(bugs))
    assert "ZeroDivisionError" in bugs[0]


@pytest.mark.parametrize("early", [False, True])
async def test_giving_up_ends_the_reading_and_leaves_nothing(
    qloop: object, stage: Stage, early: bool
) -> None:
    stage.windows.open(FILE)
    await _agree()
    await until(lambda: bool(stage.reviews.folders))
    if early:
        stage.reviews.progress(_loaded(1_000, first=True))
        await until(lambda: _top(MainWindow) is not None)
        _top(MainWindow).close()
    else:
        _top(OpeningDialog).safe_button.click()
    await until(lambda: not stage.windows.names)
    assert stage.reviews.cancelled
    assert _top(MainWindow) is None
    assert not stage.desks
    assert list(stage.folder.iterdir()) == []


async def test_the_mapping_can_be_left(qloop: object, stage: Stage) -> None:
    emptied: list[bool] = []
    stage.windows.emptied.connect(lambda: emptied.append(True))
    stage.windows.open(FILE)
    await until(lambda: _top(MappingDialog) is not None)
    stage.windows.open(FILE)  # the same file again: no second window
    assert stage.windows.names == ("cards_2026.xlsx",)
    _top(MappingDialog).safe_button.click()
    await until(lambda: bool(emptied))
    assert not stage.reviews.mappings
    assert not stage.folder.exists()

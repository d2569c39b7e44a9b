"""A window comes back as it was left: on a screen, with its page, question, tab and groups."""

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow

from simdesk.models.filter_text import filter_text, parse_filter
from simdesk.models.filters import CardFilter
from simdesk.services.settings import Settings
from simdesk.ui.details.dock import Tab
from simdesk.ui.window_state import WindowState, bring_back
from tests.ui.fakes import FakeDesk, a_fleet, a_window, until

pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


def left(folder: Path) -> dict[str, object]:
    return Settings(folder / "settings.json").get("work")


def a_desk(folder: Path) -> FakeDesk:
    """A desk over the settings as they lie in the folder by now."""
    return FakeDesk(folder, a_fleet(200))


async def leave(window: Any, question: CardFilter) -> None:
    window.cards.show_cards(question)
    await until(lambda: not window._context.tasks.names())
    window.remember()


async def test_all_of_it_comes_back(qloop: object, tmp_path: Path) -> None:
    question = parse_filter('status:in-use ~carrier:CUCC remark:"north gate" usage>=1MB')
    async with a_window(a_desk(tmp_path)) as window:
        window.cards.details.open_tab(Tab.RECORDS)
        window.cards.group.group_by("carrier")
        window.show_page("operations")
        await leave(window, question)
        window.cards.table.selected.select([1])
        seen = len(window.cards.model.ids)
    assert left(tmp_path)["filter"] == filter_text(question)
    async with a_window(a_desk(tmp_path)) as window:
        await until(lambda: window.cards.presenter.facts.complete)
        assert window.asks
        assert window.front_page == window.navigation.shown == "operations"
        assert window.cards.question == question
        assert len(window.cards.model.ids) == seen < 200
        assert window.cards.details.tabs.currentIndex() == Tab.RECORDS
        assert window.cards.group.field == "carrier"
        assert window.cards.table.selected.count == 0


async def test_a_pasted_list_is_not_kept_nor_half_of_its_question(
    qloop: object, tmp_path: Path
) -> None:
    asked = CardFilter(parse_filter("status:in-use").terms, card_ids=(1, 2, 3))
    async with a_window(a_desk(tmp_path)) as window:
        await leave(window, asked)
    async with a_window(a_desk(tmp_path)) as window:
        assert not window.asks
        assert window.cards.question == CardFilter()


async def test_a_page_that_was_chosen_goes_before_the_one_that_was_left(
    qloop: object, tmp_path: Path
) -> None:
    async with a_window(a_desk(tmp_path)) as window:
        window.show_page("operations")
        await leave(window, CardFilter())
    desk = a_desk(tmp_path)
    desk.preferences.change({"first_page": "cards"})
    async with a_window(desk) as window:
        assert window.front_page == "cards"


@pytest.mark.parametrize(
    "work",
    [
        {"page": 7, "filter": 7, "tab": 7, "grouped": 7},
        {"page": "gone", "filter": "no-such-field:1", "tab": "GONE", "grouped": "gone"},
        {"page": ["cards"], "filter": ["a"], "tab": None, "grouped": {}},
        {"filter": '"not closed'},
    ],
)
async def test_what_makes_no_sense_is_a_new_desk(
    qloop: object, tmp_path: Path, work: dict[str, object]
) -> None:
    Settings(tmp_path / "settings.json").put("work", work)
    async with a_window(a_desk(tmp_path)) as window:
        assert window.front_page == "cards"
        assert window.cards.question == CardFilter()
        assert window.cards.details.tabs.currentIndex() == Tab.BASIC


# Its place


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QMainWindow]:
    made = QMainWindow()
    made.resize(700, 400)
    yield made
    made.deleteLater()


def screen() -> QRect:
    return QGuiApplication.primaryScreen().availableGeometry()


@pytest.mark.parametrize(
    "at", [QPoint(9_000, 100), QPoint(-9_000, 100), QPoint(100, 9_000), QPoint(100, -500)]
)
def test_a_window_off_all_screens_comes_back_onto_one(window: QMainWindow, at: QPoint) -> None:
    window.move(at)
    bring_back(window)
    assert screen().contains(window.frameGeometry())
    assert (window.width(), window.height()) == (700, 400)


def test_one_that_can_be_taken_hold_of_stays(window: QMainWindow) -> None:
    for at in (QPoint(20, 30), QPoint(screen().right() - 100, 10), QPoint(-600, 10)):
        window.move(at)
        bring_back(window)
        assert window.pos() == at


def test_one_that_was_too_large_fits_when_it_comes_back(window: QMainWindow) -> None:
    window.setGeometry(9_000, 9_000, screen().width() + 500, screen().height() + 500)
    bring_back(window)
    assert screen().contains(window.geometry())


def test_one_that_filled_its_screen_still_does(window: QMainWindow) -> None:
    window.move(9_000, 9_000)
    window.showMaximized()
    before = window.geometry()
    bring_back(window)
    assert window.isMaximized()
    assert window.geometry() == before


async def test_a_saved_place_off_the_screen_is_mended_at_the_start(
    qloop: object, tmp_path: Path
) -> None:
    async with a_window(a_desk(tmp_path)) as window:
        window.setGeometry(9_000, 9_000, 900, 600)
        window.remember()
    async with a_window(a_desk(tmp_path)) as window:
        assert screen().intersects(window.frameGeometry())
        assert window.frameGeometry().top() >= screen().top()


GARBAGE = (b"", b"\x00" * 40, b"\x01\xd9\xd0\xcb\x00\x03\x00\x00\xff\xff", bytes(range(256)) * 4)


@pytest.mark.parametrize("found", GARBAGE)
async def test_broken_bytes_are_never_fatal(qloop: object, tmp_path: Path, found: bytes) -> None:
    words = base64.b64encode(found).decode()
    settings = Settings(tmp_path / "settings.json")
    settings.put("window", {"geometry": words, "docks": words})
    async with a_window(a_desk(tmp_path)) as window:
        assert window.cards.details.isVisible()
        assert not WindowState(settings).restore_place(window)
        assert not WindowState(settings).restore_docks(window.cards)


@pytest.mark.parametrize("cut", [5, 20, 60, 200])
async def test_a_state_that_is_cut_off_is_never_fatal(
    qloop: object, tmp_path: Path, cut: int
) -> None:
    async with a_window(a_desk(tmp_path)) as window:
        window.remember()
    settings = Settings(tmp_path / "settings.json")
    saved = settings.get("window")
    half = {
        name: base64.b64encode(base64.b64decode(str(words))[:cut]).decode()
        for name, words in saved.items()
    }
    assert half != saved
    settings.put("window", half)
    async with a_window(a_desk(tmp_path)) as window:
        assert window.cards.table.isVisible()
        window.remember()
    assert Settings(tmp_path / "settings.json").get("window") != half

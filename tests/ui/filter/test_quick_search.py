"""The quick search box: applied while typed, errors shown in place, the grid never emptied."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from qasync import QEventLoop

from simdesk.models.filter_text import filter_text, parse_filter
from simdesk.models.filters import CardFilter
from simdesk.ui.filter.positions import points, units
from simdesk.ui.filter.quick_search import QuickSearch
from tests.ui.details.fakes import FakeDesk, a_context, a_desk, until

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Box:
    """A search box in a window, and what it announces."""

    def __init__(self, qtbot: QtBot, context: object = None) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.search = QuickSearch(context or a_context(FakeDesk()), self.window)  # type: ignore[arg-type]
        self.search.resize(400, 28)
        self.window.resize(500, 300)
        self.window.show()
        self.search.setFocus()
        self.heard: list[CardFilter] = []
        self.left: list[bool] = []
        self.search.filter_changed.connect(self.heard.append)
        self.search.leave_wanted.connect(lambda: self.left.append(True))

    @property
    def said(self) -> list[str]:
        return [filter_text(asked) for asked in self.heard]

    def type(self, words: str) -> None:
        """Replace the text without opening the list of completions."""
        self.search.setText(words)
        self.search.completions.hide()


@pytest.fixture
def box(qtbot: QtBot) -> Box:
    return Box(qtbot)


def enter(qtbot: QtBot, box: Box) -> None:
    box.search.completions.hide()
    qtbot.keyClick(box.search, Qt.Key.Key_Return)


def test_typing_applies_after_a_moment(qtbot: QtBot, box: Box) -> None:
    with qtbot.waitSignal(box.search.filter_changed):
        qtbot.keyClicks(box.search, "898603")
    assert box.said == ["898603"]


def test_enter_applies_at_once_and_once(qtbot: QtBot, box: Box) -> None:
    box.type("status:in_use usage>=100MB")
    enter(qtbot, box)
    assert box.said == ["status:in_use usage>=100MB"]
    assert box.left == []
    enter(qtbot, box)
    assert len(box.heard) == 1
    assert box.left == [True]  # all is asked: on to what was found


def test_an_error_keeps_the_last_good_question(qtbot: QtBot, box: Box) -> None:
    box.type("status:in_use")
    enter(qtbot, box)
    box.type("status:in_use expirs<30d")
    enter(qtbot, box)
    assert box.said == ["status:in_use"]
    assert box.search.error is not None
    assert (box.search.error.start, box.search.error.end) == (14, 20)
    assert box.search.complaint == "There is no field “expirs”. Did you mean expires?"
    assert box.search.accessibleDescription() == box.search.complaint
    box.type("status:in_use expires<30d")
    enter(qtbot, box)
    assert box.search.complaint == ""
    assert box.said[-1] == "status:in_use expires<30d"


def test_an_error_is_underlined_in_its_place(qtbot: QtBot, box: Box) -> None:
    box.type("status:in_use expirs<30d")
    plain = box.search.grab().toImage()
    enter(qtbot, box)
    marked = box.search.grab().toImage()
    assert box.search.error is not None
    left, right = box.search.span(box.search.error)
    row = box.search.cursorRect().bottom() + 1
    assert right - left > 20
    middle = (left + right) // 2
    assert plain.pixelColor(middle, row) != marked.pixelColor(middle, row)
    assert plain.pixelColor(right + 10, row) == marked.pixelColor(right + 10, row)


def test_an_error_being_typed_is_not_complained_of_at_once(qtbot: QtBot, box: Box) -> None:
    qtbot.keyClicks(box.search, "expirs<3")
    box.search.completions.hide()
    qtbot.waitUntil(lambda: box.search.error is not None)
    assert box.search.complaint == ""
    qtbot.waitUntil(lambda: box.search.complaint != "")


def test_escape_clears_then_leaves(qtbot: QtBot, box: Box) -> None:
    box.type("depot")
    enter(qtbot, box)
    qtbot.keyClick(box.search, Qt.Key.Key_Escape)
    assert box.search.text() == ""
    assert box.said == ["depot", ""]
    assert box.left == []
    qtbot.keyClick(box.search, Qt.Key.Key_Escape)
    assert box.left == [True]


def test_a_list_of_cards_is_narrowed_not_dropped(qtbot: QtBot, box: Box) -> None:
    box.search.show_filter(CardFilter(card_ids=(3, 1, 2)))
    box.type("depot")
    enter(qtbot, box)
    assert box.heard == [CardFilter(parse_filter("depot").terms, (3, 1, 2))]


def test_a_filter_from_elsewhere_is_written(qtbot: QtBot, box: Box) -> None:
    box.search.show_filter(parse_filter('carrier:CMCC "north gate" ~tag:test'))
    assert box.search.text() == 'carrier:CMCC "north gate" ~tag:test'
    assert box.heard == []


def test_text_that_says_the_same_is_left_as_typed(qtbot: QtBot, box: Box) -> None:
    box.type("status:In_Use   usage>=1024KB ")
    enter(qtbot, box)
    box.search.show_filter(box.heard[-1])
    assert box.search.text() == "status:In_Use   usage>=1024KB "


async def test_fields_tokens_and_values_are_completed(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (desk, context):
        desk.cards.known_values = {"tag": ("depot", "north gate")}
        box = Box(qtbot, context)
        qtbot.keyClicks(box.search, "carr")
        assert box.search.completions.offered == ["carrier:"]
        assert box.search.completions.visible
        box.search.completions.choose(0)
        assert box.search.text() == "carrier:"
        assert "CMCC" in box.search.completions.offered
        box.type("")
        qtbot.keyClicks(box.search, "tag:n")
        await until(lambda: '"north gate"' in box.search.completions.offered)
        box.search.completions.choose(0)
        assert box.search.text() == 'tag:"north gate"'
        assert not box.search.completions.visible
        box.type("")
        qtbot.keyClick(box.search, Qt.Key.Key_Down)
        assert "iccid:" in box.search.completions.offered
        qtbot.keyClick(box.search, Qt.Key.Key_Escape)
        assert box.left == []
        box.search.completions.hide()


def test_text_behind_the_word_being_typed_is_left_alone(qtbot: QtBot, box: Box) -> None:
    box.type("𠀀门 carr status:in_use")
    box.search.setCursorPosition(units(box.search.text(), 7))
    box.search.completions.offer(explicitly=True)
    box.search.completions.choose(0)
    assert box.search.text() == "𠀀门 carrier: status:in_use"
    box.search.completions.hide()


@pytest.mark.parametrize("words", ["", "abc", "北门", "𠀀b𠀀"])
def test_places_are_counted_in_code_points(words: str) -> None:
    for place in range(len(words) + 1):
        assert points(words, units(words, place)) == place

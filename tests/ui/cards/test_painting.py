"""What the painter measures: pills, elided words, wanted widths."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication

from simdesk.models.tags import TagColor
from simdesk.ui import theme
from simdesk.ui.cards.columns import NAMES, index_of
from simdesk.ui.cards.painting import PILL_MARGIN, RowPainter, Words
from simdesk.ui.cards.shown_row import ShownRow
from tests.factories import a_card_row


@pytest.fixture
def painter(qapp: QApplication) -> RowPainter:
    return RowPainter(Words("View", "More", "+ Add"), {})


def _pill(words: str) -> int:
    return QFontMetrics(theme.words_font()).horizontalAdvance(words) + 2 * PILL_MARGIN


def test_tags_that_fit_are_all_shown(painter: RowPainter) -> None:
    room = _pill("depot") + 4 + _pill("test")
    places = painter.tag_places(("depot", "test"), room)
    assert [(place.words, place.tag) for place in places] == [("depot", "depot"), ("test", "test")]
    assert places[1].x == _pill("depot") + 4


def test_tags_that_do_not_fit_are_counted(painter: RowPainter) -> None:
    room = _pill("depot") + 40
    places = painter.tag_places(("depot", "north gate", "test"), room)
    assert [place.words for place in places] == ["depot", "+2"]
    assert not places[-1].tag
    assert places[-1].x + places[-1].width <= room


def test_one_long_tag_is_elided_and_the_rest_counted(painter: RowPainter) -> None:
    places = painter.tag_places(("a very long name of a tag", "b"), 90)
    assert places[0].words.endswith("…")
    assert places[1].words == "+1"
    assert places[1].x + places[1].width <= 90 + 4
    only = painter.tag_places(("a very long name of a tag",), 90)
    assert len(only) == 1


def test_no_tags_take_no_place(painter: RowPainter) -> None:
    assert painter.tag_places((), 100) == []


def test_a_pending_change_shows_both_or_at_least_where_it_goes(painter: RowPainter) -> None:
    row, status = ShownRow.of(a_card_row(pending="suspend")), index_of("status")
    assert painter._status_words(row, status, 400) == "In Use → suspending"
    assert painter._status_words(row, status, 100) == "→ suspending"
    calm = ShownRow.of(a_card_row())
    assert painter._status_words(calm, status, 400) == "In Use"


def test_wanted_widths_hold_what_is_drawn(painter: RowPainter) -> None:
    row = ShownRow.of(a_card_row(tags=("depot", "test"), pending="suspend", remark="x" * 80))
    for name in NAMES:
        assert painter.wanted_width(row, index_of(name)) >= 16, name
    assert painter.wanted_width(row, index_of("tags")) == _pill("depot") + 4 + _pill("test") + 16
    narrow = ShownRow.of(a_card_row(remark="x"))
    remark = index_of("remark")
    assert painter.wanted_width(row, remark) > painter.wanted_width(narrow, remark)


def test_the_places_to_press_do_not_overlap(painter: RowPainter) -> None:
    cell = QRect(100, 0, 88, 28)
    view, more = painter.view_rect(cell), painter.more_rect(cell)
    assert not view.intersects(more)
    assert cell.contains(view)
    assert cell.contains(more)
    assert cell.contains(painter.add_rect(cell))


def test_a_tag_is_drawn_in_its_colour(qapp: object) -> None:
    def drawn(colors: dict[str, TagColor]) -> set[str]:
        painter = RowPainter(Words("View", "More", "+ Add"), colors)
        picture = QImage(120, 28, QImage.Format.Format_RGB32)
        picture.fill(theme.role("surface"))
        brush = QPainter(picture)
        shown = ShownRow.of(a_card_row(tags=("depot",)))
        painter._tags(brush, shown, QRect(0, 0, 120, 28), hovered=False)
        brush.end()
        return {picture.pixelColor(x, y).name() for x in range(120) for y in range(28)}

    assert theme.role("tag_slate_tint").name() in drawn({})
    assert theme.role("tag_pink_tint").name() in drawn({"depot": TagColor.PINK})
    assert theme.role("tag_slate_tint").name() not in drawn({"depot": TagColor.PINK})

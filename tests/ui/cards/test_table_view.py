"""Hands on the table: keys, mouse, columns, the remark in its cell."""

from array import array
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip

from simdesk.ui.cards.arrangement import Arrangement, first_widths
from simdesk.ui.cards.columns import index_of
from simdesk.ui.cards.painted_table import Part
from simdesk.ui.cards.selection import MOST_RANGES
from simdesk.ui.cards.table_model import CardTableModel
from simdesk.ui.cards.table_view import CardTableView
from tests.ui.fakes import a_fleet

Key, Held, Button = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton


@pytest.fixture
def table(qapp: QApplication) -> Iterator[CardTableView]:
    model = CardTableModel()
    view = CardTableView(model)
    fleet = a_fleet(60)
    model.show_ids(array("q", (row.id for row in fleet)))
    model.put_rows([row.id for row in fleet], fleet, model.generation)
    Arrangement().show_in(view)
    view.resize(900, 400)
    view.show()
    view.setFocus()
    yield view
    view.close()
    view.deleteLater()


def _cell(view: CardTableView, row: int, name: str) -> QPoint:
    index = view.cards.index(row, index_of(name))
    view.scrollTo(index)
    return view.visualRect(index).center()


def _double_click(view: CardTableView, place: QPoint) -> None:
    QTest.mouseClick(view.viewport(), Button.LeftButton, pos=place)
    QTest.mouseDClick(view.viewport(), Button.LeftButton, pos=place)


def _selected(view: CardTableView) -> list[int]:
    return list(view.selected.ids())


def test_arrows_move_and_shift_extends(table: CardTableView) -> None:
    table.go_to(2, 0)
    QTest.keyClick(table, Key.Key_Down)
    assert _selected(table) == [4]
    QTest.keyClick(table, Key.Key_Down, Held.ShiftModifier)
    QTest.keyClick(table, Key.Key_Down, Held.ShiftModifier)
    assert _selected(table) == [4, 5, 6]


def test_control_and_an_arrow_go_to_the_edge(table: CardTableView) -> None:
    table.go_to(2, index_of("carrier"))
    QTest.keyClick(table, Key.Key_Down, Held.ControlModifier)
    assert table.currentIndex().row() == 59
    QTest.keyClick(table, Key.Key_Up, Held.ControlModifier)
    assert table.currentIndex().row() == 0
    QTest.keyClick(table, Key.Key_Right, Held.ControlModifier)
    assert table.currentIndex().column() == index_of("actions")
    QTest.keyClick(table, Key.Key_Left, Held.ControlModifier)
    assert table.currentIndex().column() == index_of("iccid")
    QTest.keyClick(table, Key.Key_Down, Held.ControlModifier | Held.ShiftModifier)
    assert len(_selected(table)) == 60


def test_home_and_end_go_through_the_row(table: CardTableView) -> None:
    table.go_to(5, index_of("carrier"))
    QTest.keyClick(table, Key.Key_End)
    assert table.currentIndex().column() == index_of("actions")
    QTest.keyClick(table, Key.Key_Home)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (5, index_of("iccid"))


def test_space_takes_a_row_in_and_leaves_it_out(table: CardTableView) -> None:
    table.go_to(1, 0)
    QTest.keyClick(table, Key.Key_Space)
    assert _selected(table) == []
    QTest.keyClick(table, Key.Key_Space)
    assert _selected(table) == [2]


def test_letters_in_a_row_are_one_word_to_look_for(table: CardTableView) -> None:
    typed: list[str] = []
    table.typed.connect(typed.append)
    for letter in "898":
        table.keyboardSearch(letter)
    assert typed == ["8", "89", "898"]


def test_enter_and_a_double_click_look_into_the_card(table: CardTableView) -> None:
    looked: list[int | None] = []
    table.details_wanted.connect(lambda: looked.append(table.current_id()))
    table.go_to(3, 0)
    QTest.keyClick(table, Key.Key_Return)
    _double_click(table, _cell(table, 5, "carrier"))
    assert looked == [4, 6]


def test_alt_and_down_want_the_menu_of_the_column(table: CardTableView) -> None:
    wished: list[int] = []
    table.column_menu_wanted.connect(lambda: wished.append(table.currentIndex().column()))
    table.go_to(3, index_of("usage"))
    QTest.keyClick(table, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert wished == [index_of("usage")]
    assert table.currentIndex().row() == 3


def test_another_order_does_not_scroll_to_the_current_card(table: CardTableView) -> None:
    table.go_to(2, 0)
    card = table.current_id()
    table.cards.show_ids(table.cards.ids[::-1])
    assert table.current_id() == card
    assert table.currentIndex().row() > 20
    assert table.verticalScrollBar().value() == 0


def test_view_more_and_add_are_pressed_where_they_are_drawn(table: CardTableView) -> None:
    pressed: list[tuple[object, object]] = []
    table.part_pressed.connect(lambda part, card, place: pressed.append((part, card)))
    table.resize(1500, 400)
    cell = table.visualRect(table.cards.index(4, index_of("actions")))
    painter = table._painter
    for rect in (painter.view_rect(cell), painter.more_rect(cell)):
        QTest.mouseClick(table.viewport(), Button.LeftButton, pos=rect.center())
    tags = table.visualRect(table.cards.index(4, index_of("tags")))
    QTest.mouseClick(table.viewport(), Button.LeftButton, pos=painter.add_rect(tags).center())
    assert pressed == [(Part.VIEW, 5), (Part.MORE, 5), (Part.ADD, 5)]
    assert table.part_at(tags.center()) is None


def test_the_remark_is_written_in_its_cell_and_esc_takes_it_back(table: CardTableView) -> None:
    written: list[tuple[object, str]] = []
    table.cards.remark_written.connect(lambda card, words: written.append((card, words)))
    table.go_to(0, 0)
    assert table.edit_remark()
    editor = table.viewport().findChild(QLineEdit)
    editor.setText("thrown away")
    QTest.keyClick(editor, Key.Key_Escape)
    assert written == []

    _double_click(table, _cell(table, 1, "remark"))
    editor = next(e for e in table.viewport().findChildren(QLineEdit) if e.isVisible())
    editor.setText("  hall 3 ")
    # A sync that comes meanwhile does not touch what is being typed.
    table.cards.forget({2})
    assert editor.text() == "  hall 3 "
    QTest.keyClick(editor, Key.Key_Return)
    QApplication.sendPostedEvents()  # the editor is asked after the key
    assert written == [(2, "hall 3")]


def test_an_open_editor_closes_before_its_row_moves(table: CardTableView) -> None:
    written: list[object] = []
    table.cards.remark_written.connect(lambda card, words: written.append(card))
    table.go_to(0, 0)
    table.edit_remark()
    table.viewport().findChild(QLineEdit).setText("half typed")
    table.cards.show_ids(array("q", reversed(list(table.cards.ids))))
    assert not [e for e in table.viewport().findChildren(QLineEdit) if e.isVisible()]
    assert written == []


def test_a_hidden_remark_cannot_be_edited_in_place(table: CardTableView) -> None:
    table.go_to(0, 0)
    table.show_column(index_of("remark"), False)
    assert not table.edit_remark()


def test_frozen_columns_stay_and_the_current_cell_is_never_under_them(
    table: CardTableView,
) -> None:
    table.freeze(2)
    assert table.frozen.isVisible()
    widths = first_widths()
    assert table.frozen.width_wanted() == widths["iccid"] + widths["msisdn"]
    table.go_to(3, index_of("actions"))
    far = table.horizontalScrollBar().value()
    assert far > 0
    table.go_to(3, index_of("voucher"))
    left = table.visualRect(table.cards.index(3, index_of("voucher"))).left()
    assert left >= table.frozen.width_wanted()
    table.horizontalScrollBar().setValue(far)
    table.go_to(4, index_of("iccid"))
    assert table.horizontalScrollBar().value() == far
    table.verticalScrollBar().setValue(200)
    assert table.frozen.verticalScrollBar().value() == 200
    table.frozen.header.resizeSection(index_of("iccid"), 222)
    assert table.header.sectionSize(index_of("iccid")) == 222
    table.freeze(0)
    assert not table.frozen.isVisible()


def test_a_click_in_the_frozen_part_selects_the_row(table: CardTableView) -> None:
    table.freeze(1)
    QTest.mouseClick(table.frozen.viewport(), Button.LeftButton, pos=QPoint(20, 28 * 2 + 10))
    assert _selected(table) == [3]


def test_fitting_measures_the_rows_in_sight(table: CardTableView) -> None:
    voucher = index_of("voucher")
    table.fit_columns([voucher])
    row = table.cards.row_at(0)
    assert table.columnWidth(voucher) >= table._painter.wanted_width(row, voucher)
    table.header.resizeSection(voucher, 60)
    table.fit_columns(None)
    assert table.columnWidth(voucher) > 60


def test_the_menu_opens_at_the_current_cell_for_keys_and_at_the_mouse_for_the_mouse(
    table: CardTableView,
) -> None:
    places: list[QPoint] = []
    table.menu_wanted.connect(places.append)
    table.go_to(2, 0)
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        event = QContextMenuEvent(reason, QPoint(50, 50), QPoint(77, 88))
        table.contextMenuEvent(event)
    corner = table.visualRect(table.currentIndex()).bottomLeft()
    assert places == [table.viewport().mapToGlobal(corner), QPoint(77, 88)]


def _hint(table: CardTableView, place: QPoint) -> str:
    event = QHelpEvent(QEvent.Type.ToolTip, place, table.viewport().mapToGlobal(place))
    QApplication.sendEvent(table.viewport(), event)
    words = QToolTip.text()
    QToolTip.hideText()
    return words


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_hint_says_only_what_the_cell_does_not(table: CardTableView) -> None:
    table.resize(1500, 400)
    assert table._hint_at(_cell(table, 0, "carrier")) == ""
    decoded = table._hint_at(_cell(table, 0, "voucher"))
    assert decoded == "China Unicom / Same-tier pool / Month / rate 2 / 100 MB"
    assert _hint(table, _cell(table, 0, "voucher")) == decoded
    table.header.resizeSection(index_of("carrier"), 50)
    assert table._hint_at(_cell(table, 0, "carrier")) == "China Unicom"
    assert table._hint_at(QPoint(2000, 2000)) == ""


def test_hovering_marks_the_row_until_the_mouse_leaves(table: CardTableView) -> None:
    QTest.mouseMove(table.viewport(), _cell(table, 3, "carrier"))
    table._hover((3, index_of("tags")))
    assert table._hovered == (3, index_of("tags"))
    QApplication.sendEvent(table, QEvent(QEvent.Type.Leave))
    assert table._hovered is None


def test_hands_on_a_selection_too_scattered_for_qt(table: CardTableView) -> None:
    count = 2 * MOST_RANGES + 10
    table.cards.show_ids(array("q", range(1, count + 1)))
    fleet = a_fleet(20)
    table.cards.put_rows([row.id for row in fleet], fleet, table.cards.generation)
    table.selected.select(range(2, count + 1, 2))  # the rows 1, 3, 5 …
    assert table.selected.scattered
    viewport = table.viewport()
    QTest.mouseClick(viewport, Button.RightButton, pos=_cell(table, 3, "carrier"))
    assert table.selected.count == count // 2  # the menu is for all of them
    QTest.mouseClick(viewport, Button.LeftButton, Held.ControlModifier, _cell(table, 3, "carrier"))
    assert not table.selected.has(3)
    QTest.mouseClick(viewport, Button.LeftButton, Held.ControlModifier, _cell(table, 4, "carrier"))
    assert table.selected.has(4)
    QTest.mouseClick(viewport, Button.LeftButton, Held.ShiftModifier, _cell(table, 7, "carrier"))
    assert [table.selected.has(row) for row in range(3, 9)] == [
        False,
        True,
        True,
        True,
        True,
        False,
    ]
    assert table.selected.count == count // 2 - 1 + 2  # 4 and 6 came, 5 and 7 were there
    table.grab()
    QTest.mouseClick(viewport, Button.RightButton, pos=_cell(table, 8, "carrier"))
    assert _selected(table) == [9]  # a menu of a row that was not selected

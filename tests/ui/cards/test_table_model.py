"""The list that can ask: under Qt's own model tester, and by what it says to whom."""

from array import array

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from simdesk.ui.cards.columns import NAMES, ORDERED, index_of
from simdesk.ui.cards.table_model import PAGE, CardTableModel
from tests.factories import a_card_row

Role = Qt.ItemDataRole


@pytest.fixture
def model(qapp: object) -> CardTableModel:
    return CardTableModel()


def _ids(*numbers: int) -> "array[int]":
    return array("q", numbers)


def _put(model: CardTableModel, *numbers: int, **changes: object) -> None:
    rows = [a_card_row(id=number, iccid=f"8986{number:016d}", **changes) for number in numbers]
    model.put_rows(numbers, rows, model.generation)


def test_it_keeps_the_rules_of_models_while_it_grows_and_shrinks(model: CardTableModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_ids(_ids(3, 1, 2))
    _put(model, 1, 2, 3)
    model.show_ids(_ids(3, 1, 2, 9, 8))
    model.show_ids(_ids(9, 8))
    model.show_ids(_ids(5, 6, 7, 8))
    model.forget(None)
    _put(model, 8)
    model.show_ids(_ids())
    assert model.rowCount() == 0
    assert tester.model() is model


def test_it_grows_without_a_reset(model: CardTableModel) -> None:
    told: list[str] = []
    model.modelReset.connect(lambda: told.append("reset"))
    model.rowsInserted.connect(lambda _, first, last: told.append(f"in {first}-{last}"))
    model.rowsRemoved.connect(lambda _, first, last: told.append(f"out {first}-{last}"))
    model.show_ids(_ids(1, 2))
    model.show_ids(_ids(1, 2, 3, 4))
    model.show_ids(_ids(1, 2, 3, 4))
    model.show_ids(_ids(4, 3, 2))
    assert told == ["in 0-1", "in 2-3", "out 3-3"]


def test_a_page_is_asked_for_once_until_it_is_answered(model: CardTableModel) -> None:
    wanted: list[tuple[int, int]] = []
    model.rows_wanted.connect(lambda first, last: wanted.append((first, last)))
    model.show_ids(array("q", range(1, 301)))
    model.look_at(100, 140)
    model.look_at(101, 141)
    assert wanted == [(0, PAGE - 1), (PAGE, 2 * PAGE - 1)]
    _put(model, *range(1, PAGE + 1))
    model.answered(0)
    model.look_at(100, 127)
    assert len(wanted) == 2
    model.look_at(290, 999)
    assert wanted[-1] == (2 * PAGE, 299)


def test_a_card_that_is_gone_is_not_asked_for_again_and_again(model: CardTableModel) -> None:
    wanted: list[int] = []
    model.rows_wanted.connect(lambda first, last: wanted.append(first))
    model.show_ids(_ids(1, 2))
    model.look_at(0, 1)
    model.put_rows((1, 2), [a_card_row(id=1)], model.generation)
    model.answered(0)
    model.look_at(0, 1)
    assert wanted == [0]
    assert model.row_at(1) is None


def test_changed_rows_stay_on_screen_until_the_new_ones_come(model: CardTableModel) -> None:
    wanted: list[int] = []
    model.rows_wanted.connect(lambda first, last: wanted.append(first))
    model.show_ids(_ids(1, 2))
    _put(model, 1, 2, remark="before")
    asked_before = model.generation
    model.forget({2})
    remark = index_of("remark")
    assert model.row_at(1).words(remark) == "before"
    model.look_at(0, 1)
    assert wanted == [0]
    # An answer to the question from before the change is shown, but not believed.
    model.put_rows((2,), [a_card_row(id=2, remark="half way")], asked_before)
    model.answered(0)
    model.look_at(0, 1)
    assert wanted == [0, 0]
    _put(model, 2, remark="after")
    model.answered(0)
    model.look_at(0, 1)
    assert wanted == [0, 0]
    assert model.row_at(1).words(remark) == "after"


def test_a_reader_hears_the_column_and_the_value(model: CardTableModel) -> None:
    model.show_ids(_ids(7, 8))
    _put(model, 7, pending="suspend", remark="north gate")

    def heard(row: int, name: str) -> object:
        return model.index(row, index_of(name)).data(Role.AccessibleTextRole)

    card = "card 89860000000000000007"
    assert heard(0, "remark") == f"Remarks: north gate, {card}"
    assert heard(0, "status") == f"SIM card status: In Use, suspending, {card}"
    assert heard(0, "missing") == f"{ORDERED[index_of('missing')].title.source}: none, {card}"
    assert heard(0, "iccid") == "ICCID: 89860000000000000007"
    assert heard(1, "iccid") == "Loading"


def test_a_reader_hears_what_is_going_on_and_how_true_a_cell_is(model: CardTableModel) -> None:
    model.show_ids(_ids(7))
    _put(model, 7, pending="suspend", remark="north gate")

    def heard(name: str) -> object:
        return model.index(0, index_of(name)).data(Role.AccessibleDescriptionRole)

    assert heard("remark") == "Under way: suspending"
    assert heard("status") == "In Use → suspending"
    model.forget({7})
    assert heard("remark") == "Under way: suspending. It changed and is being read"
    model.selected_beside = lambda row: row == 0
    assert str(heard("remark")).startswith("Selected. ")


def test_ids_are_shown_ungrouped_to_whoever_asks_for_data(model: CardTableModel) -> None:
    model.show_ids(_ids(7))
    _put(model, 7)
    index = model.index(0, index_of("iccid"))
    assert index.data() == "89860000000000000007"
    assert model.row_at(0).face(index_of("iccid")) == "8986 0000 0000 0000 0007"


def test_only_remarks_can_be_written_and_only_when_they_differ(model: CardTableModel) -> None:
    written: list[tuple[object, str]] = []
    model.remark_written.connect(lambda card, words: written.append((card, words)))
    model.show_ids(_ids(7))
    _put(model, 7, remark="old")
    remark, iccid = (model.index(0, index_of(name)) for name in ("remark", "iccid"))
    assert remark.flags() & Qt.ItemFlag.ItemIsEditable
    assert not iccid.flags() & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(remark, "old")
    assert not model.setData(iccid, "1")
    assert model.setData(remark, "new")
    assert written == [(7, "new")]


def test_amounts_stand_at_the_right(model: CardTableModel) -> None:
    orientation = Qt.Orientation.Horizontal
    for name in NAMES:
        side = model.headerData(index_of(name), orientation, Role.TextAlignmentRole)
        right = bool(side & Qt.AlignmentFlag.AlignRight)
        assert right is (name in {"usage", "rate", "tier", "left", "left_share", "sms", "limit"})


def test_it_has_no_rows_below_rows(model: CardTableModel) -> None:
    model.show_ids(_ids(1))
    assert isinstance(model, QAbstractItemModel)
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(QModelIndex()) == len(NAMES)


def test_a_change_out_of_sight_draws_nothing_anew(model: CardTableModel) -> None:
    drawn: list[tuple[int, int]] = []
    model.show_ids(_ids(*range(1, 21)))
    _put(model, *range(1, 21))
    model.look_at(2, 5)
    model.dataChanged.connect(lambda top, bottom: drawn.append((top.row(), bottom.row())))
    model.forget({1, 2, 7, 20})
    assert drawn == []
    model.forget({4, 20})
    assert drawn == [(2, 5)]
    model.look_at(0, 3)  # scrolled to what had changed out of sight: it is asked for
    wanted: list[tuple[int, int]] = []
    model.rows_wanted.connect(lambda first, last: wanted.append((first, last)))
    model.forget(frozenset())
    assert drawn[1:] == [(0, 3)]
    model.look_at(0, 3)
    assert wanted == [(0, 19)]


def test_rows_that_come_are_drawn_where_they_are_in_sight(model: CardTableModel) -> None:
    drawn: list[tuple[int, int]] = []
    came: list[None] = []
    model.show_ids(_ids(*range(1, 301)))
    model.look_at(10, 20)
    model.dataChanged.connect(lambda top, bottom: drawn.append((top.row(), bottom.row())))
    model.rows_came.connect(lambda: came.append(None))
    _put(model, 15)
    _put(model, 200)
    assert drawn == [(10, 20)]
    assert len(came) == 2

"""Selected by card id: through sorting, filtering, growing."""

from array import array

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from simdesk.ui.cards.card_rows import CardRows
from simdesk.ui.cards.selection import MOST_RANGES, CardSelection, merged
from simdesk.ui.cards.table_model import CardTableModel
from tests.factories import a_card_row

Flag = QItemSelectionModel.SelectionFlag


class Table:
    """A model and Qt's selection over it, and how often the selection was told to change."""

    def __init__(self, *ids: int) -> None:
        self.model = CardTableModel()
        self.rows = CardRows(self.model, self.model)
        self.chosen = CardSelection(self.model, self.rows)
        self.told = 0
        self.chosen.changed.connect(self._on_changed)
        self.show(*ids)

    def _on_changed(self) -> None:
        self.told += 1

    def show(self, *ids: int) -> None:
        self.model.show_ids(array("q", ids))

    def click(self, row: int, flags: Flag = Flag.ClearAndSelect) -> None:
        self.rows.setCurrentIndex(self.model.index(row, 0), flags | Flag.Rows)

    @property
    def ids(self) -> list[int]:
        return list(self.chosen.ids())


@pytest.fixture
def table(qapp: object) -> Table:
    return Table(10, 20, 30, 40, 50)


def test_spans_are_merged() -> None:
    assert merged([(5, 6), (0, 1), (2, 2), (6, 9)]) == [(0, 2), (5, 9)]
    assert merged([]) == []


def test_a_selection_is_read_in_the_order_of_the_table(table: Table) -> None:
    table.click(3)
    table.click(1, Flag.Select)
    assert table.ids == [20, 40]
    assert table.chosen.count == 2
    assert [table.chosen.has(row) for row in range(5)] == [False, True, False, True, False]


def test_it_survives_sorting_and_the_current_cell_goes_along(table: Table) -> None:
    table.click(1)
    table.click(3, Flag.Select)
    table.show(50, 40, 30, 20, 10)
    assert table.ids == [40, 20]
    assert table.rows.currentIndex().row() == 1
    assert table.model.id_at(table.rows.currentIndex().row()) == 40


def test_what_a_filter_hides_is_remembered_and_comes_back(table: Table) -> None:
    table.chosen.select([20, 40, 50])
    table.show(10, 40)
    assert table.ids == [40]
    assert table.chosen.hidden == {20, 50}
    table.show(10, 20, 30, 40, 50)
    assert table.ids == [20, 40, 50]
    assert table.chosen.hidden == frozenset()


def test_a_plain_click_forgets_what_is_hidden(table: Table) -> None:
    table.chosen.select([20, 40])
    table.show(10, 40)
    table.click(0)
    assert table.ids == [10]
    assert table.chosen.hidden == frozenset()


def test_everything_is_one_span_whatever_was_selected_before(table: Table) -> None:
    table.chosen.select([10, 30, 50])
    table.chosen.select_all()
    assert table.chosen.spans == [(0, 4)]
    assert table.chosen.everything
    table.show(10, 20, 30, 40, 50, 60)
    assert not table.chosen.everything
    assert table.chosen.count == 5


def test_clearing_leaves_nothing_not_even_what_is_hidden(table: Table) -> None:
    table.chosen.select([20, 40])
    table.show(10, 40)
    table.chosen.clear()
    assert table.ids == []
    table.show(10, 20, 30, 40)
    assert table.ids == []


def test_cards_that_are_not_in_the_table_are_hidden_ones(table: Table) -> None:
    table.chosen.select([30, 99])
    assert table.ids == [30]
    assert table.chosen.hidden == {99}


def test_one_change_is_told_once(table: Table) -> None:
    table.click(1)
    before = table.told
    table.show(50, 40, 30, 20, 10, 60)
    assert table.told == before + 1


def test_an_empty_table_has_nothing_to_select(qapp: object) -> None:
    table = Table()
    table.chosen.select_all()
    assert table.ids == []
    assert not table.chosen.everything


def test_many_scattered_cards_are_selected_without_comparing_each_with_each(qapp: object) -> None:
    table = Table(*range(4_000))
    odd = range(1, 4_000, 2)
    table.chosen.select(odd)
    assert table.ids == list(odd)
    table.show(*reversed(range(4_000)))
    assert table.ids == sorted(odd, reverse=True)
    assert table.rows.selection().size() == 2_000


def test_the_current_card_is_current_again_when_it_comes_back(table: Table) -> None:
    table.click(3)
    table.show(50, 10)  # the first rows of another order
    table.show(50, 10, 30, 20, 40)
    assert table.rows.currentIndex().row() == 4
    assert table.ids == [40]


def test_a_current_card_is_not_waited_for_beyond_the_whole_result(table: Table) -> None:
    table.click(3)
    table.show(50, 10)
    table.chosen.settle()
    table.show(10, 40, 50)
    assert table.rows.currentIndex().row() == 0  # with the card that stood there


def test_a_current_card_is_not_waited_for_once_another_was_gone_to(table: Table) -> None:
    table.click(3)
    table.show(50, 10)
    table.click(1)
    table.show(50, 10, 30, 20, 40)
    assert table.rows.currentIndex().row() == 1
    assert table.ids == [10]


SCATTERED = MOST_RANGES + 500
"""So many runs are too many for Qt's ranges."""


@pytest.fixture
def odd(qapp: object) -> Table:
    """Every second of many cards is selected."""
    table = Table(*range(2 * SCATTERED))
    table.chosen.select(range(1, 2 * SCATTERED, 2))
    return table


def test_thousands_of_runs_are_kept_beside_qts_selection(odd: Table) -> None:
    assert odd.chosen.scattered
    assert odd.rows.selection().size() == 0
    assert odd.ids == list(range(1, 2 * SCATTERED, 2))
    assert odd.chosen.count == SCATTERED
    assert [odd.chosen.has(row) for row in (0, 1, 2, 3)] == [False, True, False, True]
    assert odd.chosen.spans[:2] == [(1, 1), (3, 3)]


def test_a_reader_hears_of_selected_rows_that_qt_does_not_know(odd: Table) -> None:
    odd.model.put_rows((0, 1), (a_card_row(id=0), a_card_row(id=1)), odd.model.generation)

    def heard(row: int) -> str:
        index = odd.model.index(row, 0)
        return str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole))

    assert [heard(row) for row in (0, 1)] == ["", "Selected"]
    odd.click(0)
    assert [heard(row) for row in (0, 1)] == ["", ""]  # of these Qt tells itself


def test_a_plain_click_ends_a_scattered_selection(odd: Table) -> None:
    before = odd.told
    odd.click(6)
    assert (odd.ids, odd.chosen.scattered, odd.told) == ([6], False, before + 1)


def test_one_row_is_taken_out_of_a_scattered_selection_and_put_back(odd: Table) -> None:
    odd.click(5, Flag.Toggle)
    assert (odd.chosen.has(5), odd.chosen.count) == (False, SCATTERED - 1)
    odd.click(5, Flag.Toggle)
    assert (odd.chosen.has(5), odd.chosen.count) == (True, SCATTERED)
    odd.click(6, Flag.Toggle)
    assert (odd.chosen.has(6), odd.chosen.count) == (True, SCATTERED + 1)
    odd.click(6, Flag.Toggle)
    assert (odd.chosen.has(6), odd.chosen.count) == (False, SCATTERED)


def test_rows_are_added_to_a_scattered_selection_and_taken_from_it(odd: Table) -> None:
    odd.click(8, Flag.Select)
    odd.click(9, Flag.Select)
    assert odd.chosen.count == SCATTERED + 1  # 9 was selected before
    odd.click(9, Flag.Deselect)
    assert not odd.chosen.has(9)
    assert odd.chosen.has(8)


def test_a_scattered_selection_follows_its_cards_and_remembers_the_hidden(odd: Table) -> None:
    odd.click(8, Flag.Select)
    backwards = list(reversed(range(2 * SCATTERED)))
    odd.show(*backwards)
    wanted = {*range(1, 2 * SCATTERED, 2), 8}
    assert odd.ids == [one for one in backwards if one in wanted]
    odd.show(*range(10))
    assert odd.ids == [1, 3, 5, 7, 8, 9]
    assert not odd.chosen.scattered
    assert odd.chosen.hidden == wanted - set(range(10))
    odd.show(*range(2 * SCATTERED))
    assert set(odd.ids) == wanted
    odd.chosen.clear()
    assert (odd.ids, odd.chosen.scattered) == ([], False)


def test_what_is_selected_changes_places_with_what_is_not(table: Table, odd: Table) -> None:
    table.chosen.select([20, 30, 99])
    table.chosen.invert()
    assert (table.ids, table.chosen.hidden) == ([10, 40, 50], frozenset())
    odd.chosen.invert()
    assert odd.ids == list(range(0, 2 * SCATTERED, 2))
    nothing = Table()
    nothing.chosen.invert()
    assert nothing.ids == []


def test_the_ids_are_made_once_for_each_selection(table: Table) -> None:
    table.chosen.select_all()
    first = table.chosen.ids()
    assert table.chosen.ids() is first
    table.show(50, 40, 30, 20, 10)
    assert list(table.chosen.ids()) == [50, 40, 30, 20, 10]
    table.click(1)
    assert table.ids == [40]

"""Arithmetic on ids, each beside its twin in plain Python."""

from array import array
from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from simdesk.services import card_ids
from simdesk.services.card_ids import IdSet, RowSet

Orders = st.lists(st.integers(1, 300), unique=True, max_size=60)
Sets = st.frozensets(st.integers(1, 400), max_size=60)
Flags = st.lists(st.booleans(), max_size=60)


def _ids(numbers: Sequence[int]) -> "array[int]":
    return array("q", numbers)


def _rows(flags: Sequence[bool]) -> RowSet:
    return RowSet.of([(row, row) for row, on in enumerate(flags) if on], len(flags))


def _on(flags: Sequence[bool]) -> list[int]:
    return [row for row, on in enumerate(flags) if on]


@given(one=Orders, other=Orders, cut=st.integers(0, 60))
def test_two_orders_begin_alike(one: list[int], other: list[int], cut: int) -> None:
    count = min(cut, len(one), len(other))
    assert card_ids.alike(_ids(one), _ids(other), count) is (one[:count] == other[:count])
    assert card_ids.alike(_ids(one), _ids(one), len(one))


@given(order=Orders, card_id=st.integers(1, 300))
def test_the_place_of_a_card(order: list[int], card_id: int) -> None:
    wanted = order.index(card_id) if card_id in order else None
    assert card_ids.row_of(_ids(order), card_id) == wanted


def test_the_place_of_a_card_far_down() -> None:
    ids = _ids(range(1, 200_001))
    assert [card_ids.row_of(ids, one) for one in (1, 70_000, 200_000, 200_001)] == [
        0,
        69_999,
        199_999,
        None,
    ]


@given(numbers=Sets, others=Sets, order=Orders)
def test_sets_of_ids(numbers: frozenset[int], others: frozenset[int], order: list[int]) -> None:
    made, other = IdSet(numbers), IdSet(_ids(sorted(others)))
    assert made == numbers
    assert (made == other) is (numbers == others)
    assert list(made) == sorted(numbers)
    assert list(made.ids()) == sorted(numbers)
    assert len(made) == len(numbers)
    assert made.with_(other) == numbers | others
    assert made.without(_ids(order)) == numbers - set(order)
    assert made & others == numbers & others
    assert all((one in made) is (one in numbers) for one in range(-1, 402))
    assert "1" not in made
    rows = made.rows_in(_ids(order))
    assert list(rows.pick(_ids(order))) == [one for one in order if one in numbers]
    assert rows.count == sum(one in numbers for one in order)


@given(flags=Flags, most=st.integers(0, 40))
def test_rows_and_their_spans(flags: list[bool], most: int) -> None:
    rows = _rows(flags)
    assert [row for first, last in rows.spans() for row in range(first, last + 1)] == _on(flags)
    assert all(before[1] + 1 < after[0] for before, after in pairwise(rows.spans()))
    few = rows.few_spans(most)
    assert few == (rows.spans() if len(rows.spans()) <= most else None)
    assert [rows.has(row) for row in range(-1, len(flags) + 1)] == [False, *flags, False]
    assert (rows.count, len(rows)) == (sum(flags), len(flags))


@given(flags=Flags, first=st.integers(0, 60), length=st.integers(1, 60), chosen=st.booleans())
def test_rows_are_painted_and_turned(
    flags: list[bool], first: int, length: int, chosen: bool
) -> None:
    span = (first, first + length - 1)
    inside = range(first, first + length)
    rows = _rows(flags)
    painted = [chosen if row in inside else on for row, on in enumerate(flags)]
    turned = [on is not (row in inside) for row, on in enumerate(flags)]
    assert rows.painted([span], chosen).spans() == _rows(painted).spans()
    assert rows.turned([span]).spans() == _rows(turned).spans()
    assert rows.spans() == _rows(flags).spans()  # made once, never changed


@given(flags=Flags.filter(bool), start=st.integers(-70, 70), step=st.sampled_from((1, -1)))
def test_the_next_row_goes_round(flags: list[bool], start: int, step: int) -> None:
    count = len(flags)
    walked = ((start + step * at) % count for at in range(count))
    wanted = next((row for row in walked if flags[row]), None)
    assert _rows(flags).following(start, step) == wanted


def test_nothing_is_found_in_nothing() -> None:
    assert RowSet.of([], 0).following(0, 1) is None
    assert RowSet.of([], 0).spans() == []
    assert card_ids.row_of(_ids([]), 1) is None
    assert len(IdSet()) == 0
    assert list(IdSet([3]).rows_in(_ids([])).pick(_ids([]))) == []


@given(order=Orders, data=st.data())
def test_the_ids_of_spans(order: list[int], data: st.DataObject) -> None:
    rows = data.draw(st.frozensets(st.integers(0, max(len(order) - 1, 0)))) if order else ()
    spans = RowSet.of([(row, row) for row in rows], len(order)).spans()
    assert list(card_ids.in_spans(_ids(order), spans)) == [order[row] for row in sorted(rows)]


def test_all_ids_are_handed_on_without_a_copy() -> None:
    ids = _ids([3, 1, 2])
    assert card_ids.in_spans(ids, [(0, 2)]) is ids
    assert card_ids.compact(ids) is ids
    assert list(card_ids.compact({5})) == [5]


def test_a_set_does_not_hold_on_to_the_array_it_was_made_of() -> None:
    ids = _ids([1, 2])
    made = IdSet(ids)
    ids.append(3)  # an array that numpy looks at could not grow
    assert made == {1, 2}

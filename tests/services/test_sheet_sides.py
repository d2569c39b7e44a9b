"""What a review brings into a comparison: its fields, its months, where each cell stands."""

from dataclasses import replace
from pathlib import Path

from simdesk.models.periods import Month
from simdesk.models.sheet_mapping import MappedColumn, Mapping
from simdesk.services.sheet_sides import side_of_desk, side_of_review, unread
from tests.ui.review.sheets import a_refusal, a_review

MAPPING = Mapping(
    ("Sheet1",),
    0,
    (
        MappedColumn(0, "iccid"),
        MappedColumn(2, "remark"),
        MappedColumn(3, "tags"),
        MappedColumn(28, "day.20260601"),
        MappedColumn(29, "month.202605"),
    ),
)


def test_a_review_tells_its_columns_and_the_months_of_its_days() -> None:
    refused = (a_refusal(17, "A17", "A number."), a_refusal(18, "C18", "Odd.", whole_row=False))
    side = side_of_review(a_review(refused=refused, mapping=MAPPING), Path("/r"))
    assert side.path == Path("/r/desk.db")
    assert side.fields == {"iccid", "remark", "tags"}
    assert side.months == {Month(2026, 6)}
    assert side.cell(17, "remark") == "C17"
    assert [one.cell for one in side.refused] == ["A17"]
    assert side.refused_rows == 1


def test_a_desk_tells_everything() -> None:
    side = side_of_desk(Path("/d/desk.db"), "north", "north account")
    assert side.tells("usage")
    assert side.account == "north account"


def test_a_field_with_a_refused_cell_is_not_taken_for_a_wish_to_clear() -> None:
    review = a_review(mapping=MAPPING)
    assert unread(review) == frozenset()
    cell = a_refusal(18, "C18", "Odd.", whole_row=False)
    told = a_review(refused=(cell,), mapping=MAPPING)
    assert unread(told) == frozenset()
    ((place, why),) = side_of_review(told, Path("/r")).unread.items()
    assert (place, str(why)[:4]) == ((18, "remark"), "Odd.")
    more = replace(told, refused_cells=2)
    assert unread(more) == {"remark", "tags"}

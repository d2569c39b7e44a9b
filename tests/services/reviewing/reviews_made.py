"""Reviews for tests, without a file that they are of."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from simdesk.models.reviews import ReviewOf
from simdesk.models.sheet_mapping import MappedColumn, Mapping
from tests.factories import a_moment

MAPPING = Mapping(("Cards",), 0, (MappedColumn(0, "iccid"), MappedColumn(1, "remark")))
AT: datetime = a_moment(2026, 6, 15, 10)


def a_review(**changes: Any) -> ReviewOf:
    made = ReviewOf(
        "spreadsheet:1", "cards.xlsx", "/somewhere/cards.xlsx", "xlsx", AT, MAPPING, rows=2
    )
    return replace(made, **changes)

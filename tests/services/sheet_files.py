"""Desk files as a review of a spreadsheet leaves them, for tests: no reading of sheets in it."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from simdesk.models.card import CardRow
from simdesk.models.sheet_sides import SheetSide
from simdesk.services.export_columns import FIELDS
from simdesk.services.storage import opening, review_wishes
from simdesk.services.storage.engines import writer_engine
from tests.factories import a_card_row
from tests.services.storage.desk_file import put_rows

ALL = frozenset(FIELDS)
COLUMNS = {name: place for place, name in enumerate((*FIELDS, "wish"))}


def iccid(number: int) -> str:
    return f"8986032{number:013d}"


def a_card(number: int, **changes: Any) -> CardRow:
    """The card with this number; its ICCID tells it."""
    facts = {"iccid": iccid(number), "instance_id": str(number), "remark": "", **changes}
    return a_card_row(**{"id": number, **facts})


def cards(count: int, changed: Mapping[int, Mapping[str, Any]] | None = None) -> list[CardRow]:
    """Cards 1 to `count`, some with fields of their own."""
    given = changed or {}
    return [a_card(number, **given.get(number, {})) for number in range(1, count + 1)]


def a_side(
    path: Path,
    rows: Sequence[CardRow],
    wishes: Iterable[tuple[int, str]] = (),
    **told: Any,
) -> SheetSide:
    """A new desk file at `path` with these rows, whose ids become 1, 2, ..."""
    opening.create(path, "spreadsheet:1")
    engine = writer_engine(path)
    with engine.begin() as connection:
        if rows:
            put_rows(connection, [replace(row, id=place) for place, row in enumerate(rows, 1)])
    engine.dispose()
    with closing(sqlite3.connect(path)) as raw, raw:
        review_wishes.put(raw, list(wishes))
    side = SheetSide(path, path.name, columns=COLUMNS)
    return replace(side, **told)

"""Which column of a spreadsheet tells which field of a card, and how that is found out."""

import json
from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal, Self

from simdesk.models.sheet_fields import UNITS, USUAL_UNIT, SheetKind, Unit, sheet_field
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text

DateOrder = Literal["ymd", "dmy", "mdy"]
"""How a date of numbers is read where the year does not stand first."""
DATE_ORDERS: Final[tuple[DateOrder, ...]] = ("ymd", "dmy", "mdy")


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """The column at `index` (0 is A) tells the field `key`; `unit` is that of plain sizes."""

    index: int
    key: str
    unit: Unit = USUAL_UNIT


@dataclass(frozen=True, slots=True)
class Mapping:
    """How a file is to be read. `header_row` counts from 0; cards begin in the row below it.

    `sheets` names the sheets that are read, one after the other: they have the same columns. The
    header is looked at in each of them.
    """

    sheets: tuple[str, ...]
    header_row: int
    columns: tuple[MappedColumn, ...]
    date_order: DateOrder = "ymd"
    from_1904: bool = False
    """Serial dates count from 1904, as old files of Mac programs do."""

    @property
    def keys(self) -> frozenset[str]:
        """The fields that it tells."""
        return frozenset(column.key for column in self.columns)

    def problem(self) -> Text | None:
        """Why nothing can be read by it; None where all is well."""
        keys = [column.key for column in self.columns]
        if "iccid" not in keys:
            return text(QT_TRANSLATE_NOOP("trade", "No column tells the ICCID."))
        for key in keys:
            about = sheet_field(key)
            if about is None:
                return text(QT_TRANSLATE_NOOP("trade", "There is no field “{key}”."), key=key)
            if keys.count(key) > 1:
                return text(
                    QT_TRANSLATE_NOOP("trade", "Two columns tell the same field: {field}."),
                    field=about.title,
                )
        return None

    def to_json(self) -> str:
        return json.dumps(
            {
                "sheets": self.sheets,
                "header_row": self.header_row,
                "columns": [[one.index, one.key, one.unit] for one in self.columns],
                "date_order": self.date_order,
                "from_1904": self.from_1904,
            },
            ensure_ascii=False,
        )

    @classmethod
    def from_json(cls, words: str) -> Self:
        """Raises ValueError for what is no mapping."""
        try:
            told: dict[str, Any] = json.loads(words)
            columns = tuple(
                MappedColumn(int(index), str(key), UNITS[UNITS.index(unit)])
                for index, key, unit in told["columns"]
            )
            order = DATE_ORDERS[DATE_ORDERS.index(told["date_order"])]
            sheets = tuple(map(str, told["sheets"]))
            row = int(told["header_row"])
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(words) from error
        return cls(sheets, row, columns, order, told.get("from_1904") is True)


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """A column with a title or values, and what it seems to tell.

    `key` is None where nothing is known; `sure` is 0 to 1; up to three `examples` as text.
    """

    index: int
    title: str
    key: str | None
    sure: float
    unit: Unit
    examples: tuple[str, ...]

    @property
    def sized(self) -> bool:
        """Its numbers have a unit."""
        about = None if self.key is None else sheet_field(self.key)
        return about is not None and about.kind is SheetKind.SIZE


@dataclass(frozen=True, slots=True)
class SheetGuess:
    """A sheet: where its header stands, its columns, and how much it looks like cards."""

    name: str
    header_row: int
    columns: tuple[ColumnGuess, ...]
    score: float

    @property
    def titles(self) -> tuple[str, ...]:
        return tuple(column.title for column in self.columns)

    def mapping(self, order: DateOrder = "ymd") -> Mapping:
        """The proposal: each field by the column that is surest to tell it."""
        best: dict[str, ColumnGuess] = {}
        for column in self.columns:
            key = column.key
            if key is not None and (key not in best or column.sure > best[key].sure):
                best[key] = column
        chosen = sorted(best.values(), key=lambda one: one.index)
        columns = (MappedColumn(one.index, one.key, one.unit) for one in chosen if one.key)
        return Mapping((self.name,), self.header_row, tuple(columns), order)


@dataclass(frozen=True, slots=True)
class Understanding:
    """What is in a file. `sheets` come best first; `mapping` is the proposal for the first.

    `own` says that it is an export of ours, whose proposal needs no asking.
    """

    format: str
    own: bool
    sheets: tuple[SheetGuess, ...]
    mapping: Mapping

    def to_json(self) -> dict[str, Any]:
        """Plain lists and words, as they go through a pipe."""
        return {
            "format": self.format,
            "own": self.own,
            "mapping": self.mapping.to_json(),
            "sheets": [_told(sheet) for sheet in self.sheets],
        }

    @classmethod
    def from_json(cls, told: AnyMapping[str, Any]) -> Self:
        sheets = tuple(map(_heard, told["sheets"]))
        return cls(told["format"], told["own"], sheets, Mapping.from_json(told["mapping"]))


def _told(sheet: SheetGuess) -> dict[str, Any]:
    columns = [
        [one.index, one.title, one.key, one.sure, one.unit, one.examples] for one in sheet.columns
    ]
    return {
        "name": sheet.name,
        "header_row": sheet.header_row,
        "score": sheet.score,
        "columns": columns,
    }


def _heard(told: AnyMapping[str, Any]) -> SheetGuess:
    columns = tuple(
        ColumnGuess(index, title, key, sure, unit, tuple(examples))
        for index, title, key, sure, unit, examples in told["columns"]
    )
    return SheetGuess(told["name"], told["header_row"], columns, told["score"])


@dataclass(frozen=True, slots=True)
class Head:
    """The first rows of a sheet, from its first on, and which cells of them are merged.

    `merged` are (first row, first column, last row, last column), counted from 0.
    """

    name: str
    rows: Sequence[Sequence[object]]
    merged: Sequence[tuple[int, int, int, int]] = field(default=())

"""Values as cells of a sheet's XML: what follows `<c r="A1` up to the end of the element."""

from collections.abc import Sequence

from simdesk.models.usage import KB_PER_MB
from simdesk.services.spreadsheets.columns import Column, Kind, Value, whole
from simdesk.services.spreadsheets.memory import MOST_NUMBERS, Remembered, Words, plain_ids
from simdesk.services.spreadsheets.sheet_text import FORMULA_STARTS, xml_escaped
from simdesk.services.spreadsheets.zone import (
    DAY_SECONDS,
    STEADY_OFFSET,
    STEADY_SINCE,
    offset_of,
)

BLANK = '"/>'
WHOLE = "%s"
"""The form of cells that are filled in whole."""
# Numbers of the cell formats in styles.xml, in its order.
TEXT, QUOTED, COUNT, SIZE, MOMENT, TITLE = 1, 2, 3, 4, 5, 6

_TEXT_FORMATS = {Kind.ID, Kind.WORDS}
# Sizes in MB and amounts of money share a format: two decimals.
_FORMATS = {Kind.COUNT: COUNT, Kind.SIZE: SIZE, Kind.MONEY: SIZE, Kind.MOMENT: MOMENT}
_DAYS_TO_1970 = 25_569
_PLAIN_TEXT = f'" s="{TEXT}" t="inlineStr"><is><t>%s</t></is></c>'


def format_of(kind: Kind) -> int:
    """The cell format of a column."""
    return TEXT if kind in _TEXT_FORMATS else _FORMATS[kind]


def text_cell(words: str, style: int = TEXT) -> str:
    """A cell that holds `words` as text, whatever they look like."""
    if not words:
        return BLANK
    if style == TEXT and words.startswith(FORMULA_STARTS):
        style = QUOTED
    edges = words[0].isspace() or words[-1].isspace() or "\n" in words or "\t" in words
    space = ' xml:space="preserve"' if edges else ""
    return f'" s="{style}" t="inlineStr"><is><t{space}>{xml_escaped(words)}</t></is></c>'


def serial_day(moment: int) -> float:
    """A moment as sheets count it: days since 1899-12-30 in Asia/Shanghai.

    `moment` is whole seconds of UTC since 1970.
    """
    return (moment + offset_of(moment)) / DAY_SECONDS + _DAYS_TO_1970


class Cells:
    """One column's values made cells."""

    def __init__(self, column: Column, numbers: "Numbers") -> None:
        self._kind = column.kind
        self._numbers = numbers
        self._words = Words(column.said)
        self._known = Remembered(lambda value: text_cell(self._words.carried(value)), BLANK)

    @property
    def left_out(self) -> int:
        """Characters a sheet cannot carry, left out so far."""
        return self._words.left_out

    def of(self, values: Sequence[Value]) -> tuple[str, Sequence[Value]]:
        """The form of consecutive rows' cells, and what fills it by `%`, in the rows' order.

        Raises TypeError for a wrong kind.
        """
        if self._kind not in _TEXT_FORMATS:
            return WHOLE, self._numbers.of(self._kind, values)
        if self._kind is Kind.ID and plain_ids(values):
            return _PLAIN_TEXT, values
        cells = self._known.of(values)
        self._words.count(values)
        return WHOLE, cells


class Numbers:
    """Counts, sizes, amounts and moments made cells; a sheet's columns share what is remembered."""

    def __init__(self) -> None:
        makers = {
            Kind.COUNT: _count,
            Kind.SIZE: _size,
            Kind.MONEY: _money,
            Kind.MOMENT: _moment,
        }
        self._known = {kind: Remembered(make, BLANK, MOST_NUMBERS) for kind, make in makers.items()}

    def of(self, kind: Kind, values: Sequence[Value]) -> list[str]:
        known = self._known[kind]
        if kind is Kind.SIZE and known.full:
            return _sizes(known, values)
        if kind is Kind.MOMENT and known.full:
            return _moments(known, values)
        return known.of(values)


def _count(value: Value) -> str:
    return f'" s="{COUNT}"><v>{whole(value)}</v></c>'


def _size(value: Value) -> str:
    # A whole number of KB is exact in MB; the format shows two decimals of it.
    return f'" s="{SIZE}"><v>{whole(value) / KB_PER_MB!r}</v></c>'


def _money(value: Value) -> str:
    # The nearest double is written as the two decimals it stands for.
    return f'" s="{SIZE}"><v>{whole(value) / 100!r}</v></c>'


def _moment(value: Value) -> str:
    return f'" s="{MOMENT}"><v>{serial_day(whole(value))!r}</v></c>'


# The same without a call for each new value: a million rows have that many of them.


def _sizes(known: Remembered, values: Sequence[Value]) -> list[str]:
    get = known.get
    return [
        get(kb) or f'" s="{SIZE}"><v>{kb / KB_PER_MB!r}</v></c>'  # type: ignore[operator]  # None is known
        for kb in values
    ]


def _moments(known: Remembered, values: Sequence[Value]) -> list[str]:
    get, make = known.get, known.make
    return [
        get(at)
        or (
            f'" s="{MOMENT}"><v>{(at + STEADY_OFFSET) / DAY_SECONDS + _DAYS_TO_1970!r}</v></c>'
            if isinstance(at, int) and at >= STEADY_SINCE
            else make(at)
        )
        for at in values
    ]

"""Values as cells of a sheet's XML: what follows `<c r="A1` up to the end of the element."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from simdesk.models.periods import local
from simdesk.models.usage import KB_PER_MB
from simdesk.services.spreadsheets.columns import Column, Kind, Value, whole
from simdesk.services.spreadsheets.sheet_text import FORMULA_STARTS, carried, xml_escaped

BLANK = '"/>'
# Numbers of the cell formats in styles.xml, in its order.
TEXT, QUOTED, COUNT, SIZE, MOMENT, TITLE = 1, 2, 3, 4, 5, 6

_TEXT_FORMATS = {Kind.ID, Kind.WORDS}
_FORMATS = {Kind.COUNT: COUNT, Kind.SIZE: SIZE, Kind.MOMENT: MOMENT}
_DAY_SECONDS = 86_400
_DAYS_TO_1970 = 25_569
# China has kept +08:00 without summer time since 1992.
_STEADY_SINCE = 694_195_200
_STEADY_OFFSET = 28_800
_REMEMBERED = 20_000
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
    offset = _STEADY_OFFSET
    if moment < _STEADY_SINCE:
        shift = local(datetime.fromtimestamp(moment, UTC)).utcoffset()
        offset = 0 if shift is None else int(shift.total_seconds())
    return (moment + offset) / _DAY_SECONDS + _DAYS_TO_1970


class Cells:
    """One column's values made cells, remembering those that come again."""

    def __init__(self, column: Column) -> None:
        self.left_out = 0
        self._ids = column.kind is Kind.ID
        self._said = column.said
        self._known: dict[Value, str] = {None: BLANK, "": BLANK}
        self._make = self._maker(column.kind)

    def of(self, values: Sequence[Value]) -> Sequence[str]:
        """The cells of consecutive rows, in their order."""
        if self._ids:
            return self._id_cells(values)
        known = self._known
        try:
            return [known[value] for value in values]
        except KeyError:
            return [self._cell(value) for value in values]

    def _id_cells(self, values: Sequence[Value]) -> Sequence[str]:
        # Letters and digits need no escape, and ids hardly ever come twice.
        return [
            _PLAIN_TEXT % value
            if isinstance(value, str) and value.isalnum() and value.isascii()
            else self._cell(value)
            for value in values
        ]

    def _cell(self, value: Value) -> str:
        cell = self._known.get(value)
        if cell is None:
            before = self.left_out
            cell = self._make(value)
            if len(self._known) < _REMEMBERED and self.left_out == before:
                self._known[value] = cell
        return cell

    def _maker(self, kind: Kind) -> Callable[[Value], str]:
        if kind in _TEXT_FORMATS:
            return self._words
        return {Kind.COUNT: _count, Kind.SIZE: _size, Kind.MOMENT: _moment}[kind]

    def _words(self, value: Value) -> str:
        words = self._said(value)
        kept = carried(words)
        self.left_out += len(words) - len(kept)
        return text_cell(kept)


def _count(value: Value) -> str:
    return f'" s="{COUNT}"><v>{whole(value)}</v></c>'


def _size(value: Value) -> str:
    # A whole number of KB is exact in MB; the format shows two decimals of it.
    return f'" s="{SIZE}"><v>{whole(value) / KB_PER_MB!r}</v></c>'


def _moment(value: Value) -> str:
    return f'" s="{MOMENT}"><v>{serial_day(whole(value))!r}</v></c>'

"""Values as cells of a sheet's XML.

No cell tells its place: a row has all its cells in order, the blank ones too, which the format
allows (ECMA-376 part 1, 18.3.1.4). Places would be a third of a sheet's XML.
"""

import re
from collections.abc import Sequence

from simdesk.models.usage import KB_PER_MB
from simdesk.services.spreadsheets.columns import Column, Kind, Value, whole
from simdesk.services.spreadsheets.memory import MOST_NUMBERS, Remembered, Words, plain_ids
from simdesk.services.spreadsheets.sheet_text import FORMULA_STARTS, xml_escaped
from simdesk.services.spreadsheets.zone import (
    DAY_SECONDS,
    STEADY_OFFSET,
    first_day,
    offset_of,
)

BLANK = "<c/>"
# Numbers of the cell formats in styles.xml, in its order.
TEXT, QUOTED, COUNT, SIZE, MOMENT, TITLE = 1, 2, 3, 4, 5, 6

_TEXT_FORMATS = {Kind.ID, Kind.WORDS}
# Sizes in MB and amounts of money share a format: two decimals.
_FORMATS = {Kind.COUNT: COUNT, Kind.SIZE: SIZE, Kind.MONEY: SIZE, Kind.MOMENT: MOMENT}
_DAYS_TO_1970 = 25_569
_PLAIN_BEGIN, _PLAIN_END = f'<c s="{TEXT}" t="inlineStr"><is><t>', "</t></is></c>"
# A text that goes into XML as it stands: nothing to escape, no mark of a formula, no blank at an
# edge or out of the ordinary, nothing forbidden, not too long.
_PLAIN = re.compile(
    "(?![=+@ -])[^\x00-\x1f&<>_\x7f-\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f\u3000"
    "\ud800-\udfff\ufffe\uffff]{1,1000}(?<! )"
)
_LOOKALIKE = "_x005F_"


def format_of(kind: Kind) -> int:
    """The cell format of a column."""
    return TEXT if kind in _TEXT_FORMATS else _FORMATS[kind]


def text_cell(words: str, style: int = TEXT) -> str:
    """A cell that holds `words` as text, whatever they look like."""
    if not words:
        return BLANK
    return f'<c s="{_style(words, style)}" t="inlineStr"><is>{text_element(words)}</is></c>'


def text_element(words: str) -> str:
    """Carried words as the element of a cell's or of the shared texts."""
    edges = words[0].isspace() or words[-1].isspace() or "\n" in words or "\t" in words
    space = ' xml:space="preserve"' if edges else ""
    return f"<t{space}>{xml_escaped(words)}</t>"


def _style(words: str, style: int) -> int:
    return QUOTED if style == TEXT and words.startswith(FORMULA_STARTS) else style


class SharedTexts:
    """Texts that many cells show are kept once in the file, and each cell holds a number.

    `elements` are what the shared texts' part holds, in the order of the numbers.
    """

    def __init__(self) -> None:
        self.elements: list[str] = []

    def cell(self, words: str) -> str:
        """A cell that shows `words`; each call adds them to the shared texts."""
        if not words:
            return BLANK
        element = text_element(words)
        if _LOOKALIKE in element:
            # openpyxl takes the escape of a look-alike apart in shared texts.
            return text_cell(words)
        self.elements.append(element)
        return f'<c s="{_style(words, TEXT)}" t="s"><v>{len(self.elements) - 1}</v></c>'


def serial_day(moment: int) -> float:
    """A moment as sheets count it: days since 1899-12-30 in Asia/Shanghai.

    `moment` is whole seconds of UTC since 1970.
    """
    return (moment + offset_of(moment)) / DAY_SECONDS + _DAYS_TO_1970


class Cells:
    """One column's values made cells."""

    def __init__(self, column: Column, numbers: "Numbers", shared: SharedTexts) -> None:
        self._kind = column.kind
        self._numbers = numbers
        self._words = Words(column.said)
        self._as_stored = column.said is str
        carried = self._words.carried
        self._known = Remembered(
            lambda value: shared.cell(carried(value)),
            BLANK,
            passing=lambda value: text_cell(carried(value)),
        )

    @property
    def left_out(self) -> int:
        """Characters a sheet cannot carry, left out so far."""
        return self._words.left_out

    def of(self, values: Sequence[Value]) -> list[str]:
        """The cells of consecutive rows, in their order. Raises TypeError for a wrong kind."""
        if self._kind not in _TEXT_FORMATS:
            return self._numbers.of(self._kind, values)
        if self._kind is Kind.ID:
            cells = _ids(self._known, values)
        elif self._as_stored and self._known.full:
            cells = _texts(self._known, values)
        else:
            cells = self._known.of(values)
        self._words.count(values)
        return cells


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
        if kind is Kind.SIZE:
            return _sizes(known, values)
        if kind is Kind.MOMENT:
            return _moments(known, values)
        return known.of(values)


def _count(value: Value) -> str:
    return f'<c s="{COUNT}"><v>{whole(value)}</v></c>'


def _size(value: Value) -> str:
    # A whole number of KB is exact in MB; the format shows two decimals of it.
    return f'<c s="{SIZE}"><v>{whole(value) / KB_PER_MB!r}</v></c>'


def _money(value: Value) -> str:
    # The nearest double is written as the two decimals it stands for.
    return f'<c s="{SIZE}"><v>{whole(value) / 100!r}</v></c>'


def _moment(value: Value) -> str:
    return f'<c s="{MOMENT}"><v>{serial_day(whole(value))!r}</v></c>'


# The same without a call, nor a look into the memory, for each value: a million rows have as many.

_KB_AFTER_POINT = tuple(
    f"{kb / KB_PER_MB:.10f}".rstrip("0").rstrip(".")[1:] for kb in range(KB_PER_MB)
)
"""Parts of an MB, exact: ten decimals hold a 1024th."""


def _sizes(known: Remembered, values: Sequence[Value]) -> list[str]:
    parts = _KB_AFTER_POINT
    return [
        f'<c s="{SIZE}"><v>{kb >> 10}{parts[kb & 1023]}</v></c>'
        if isinstance(kb, int) and kb >= 0
        else known[kb]
        for kb in values
    ]


def _moments(known: Remembered, values: Sequence[Value]) -> list[str]:
    first = first_day(values)
    if first is None:
        return known.of(values)
    begin, days, parts = first * DAY_SECONDS - STEADY_OFFSET, _DAYS, _PARTS
    return [
        f"{days[(at - begin) // DAY_SECONDS + first]}{parts[(at - begin) % DAY_SECONDS]}"
        if isinstance(at, int)
        else known[at]
        for at in values
    ]


class _Days(dict[int, str]):
    """Days since 1970 as the beginning of a moment's cell."""

    def __missing__(self, day: int) -> str:
        begin = self[day] = f'<c s="{MOMENT}"><v>{day + _DAYS_TO_1970}'
        return begin


class _Parts(dict[int, str]):
    """Seconds since midnight as the rest of a moment's cell."""

    def __missing__(self, second: int) -> str:
        # Twelve decimals: a double near the number of a day has no more.
        decimals = f"{second / DAY_SECONDS:.12f}".rstrip("0").rstrip(".")[1:]
        rest = self[second] = f"{decimals}</v></c>"
        return rest


_DAYS, _PARTS = _Days(), _Parts()


def _ids(known: Remembered, values: Sequence[Value]) -> list[str]:
    if not plain_ids(values):
        return known.of(values)
    return [
        f"{_PLAIN_BEGIN}{one}{_PLAIN_END}" if one and "\n" not in one else known[one]  # type: ignore[operator]  # they are text
        for one in values
    ]


def _texts(known: Remembered, values: Sequence[Value]) -> list[str]:
    get, plain = known.get, _PLAIN.fullmatch
    return [
        get(one)
        or (
            f"{_PLAIN_BEGIN}{one}{_PLAIN_END}"
            if isinstance(one, str) and plain(one)
            else known[one]
        )
        for one in values
    ]

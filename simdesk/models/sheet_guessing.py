"""What a spreadsheet tells, guessed from the first rows of its sheets."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from simdesk.models.numbers import NumberKind, kinds
from simdesk.models.sheet_fields import (
    USUAL_UNIT,
    SheetKind,
    day_key,
    key_of_title,
    plain_title,
    sheet_field,
    unit_of,
)
from simdesk.models.sheet_mapping import (
    ColumnGuess,
    DateOrder,
    Head,
    SheetGuess,
    Understanding,
)
from simdesk.models.texts import shortened

HEADER_WITHIN: Final = 30
"""Rows from the top in which a header is looked for."""
_EXAMPLES = 3
_LONGEST_EXAMPLE = 60
_BY_TITLE, _BY_BOTH, _BY_VALUES = 0.8, 1.0, 0.6
_DOUBTED = 0.3
_KEYS = {
    NumberKind.ICCID: "iccid",
    NumberKind.MSISDN: "msisdns",
    NumberKind.IMSI: "imsis",
    NumberKind.IMEI: "imei",
}
_DATE = re.compile(r"\s*([0-9]{1,2})[-/.]([0-9]{1,2})[-/.][0-9]{4}\b")
Rows = Sequence[Sequence[object]]


def understood(heads: Sequence[Head], file_format: str, *, own: bool = False) -> Understanding:
    """What the sheets of a file tell, best first; `heads` has one sheet or more.

    Sheets of our own exports are all taken that have the columns of the best.
    """
    guesses = sorted(map(_sheet, heads), key=lambda guess: -guess.score)
    best = guesses[0]
    rows = next(head.rows for head in heads if head.name == best.name)
    mapping = best.mapping(_order(rows[best.header_row + 1 :]))
    if own:
        alike = [head.name for head in heads if _titles_of(guesses, head.name) == best.titles]
        mapping = replace(mapping, sheets=tuple(alike))
    return Understanding(file_format, own, tuple(guesses), mapping)


def _titles_of(guesses: Sequence[SheetGuess], name: str) -> tuple[str, ...]:
    return next(guess.titles for guess in guesses if guess.name == name)


def _sheet(head: Head) -> SheetGuess:
    rows = head.rows
    filled = _forward_filled(head)
    row = max(
        range(min(HEADER_WITHIN, len(rows))), key=lambda at: (_likeness(filled[at]), -at), default=0
    )
    if not rows or not _likeness(filled[row]):
        # No title is known: the first row with words in it, or none where cards begin at once.
        row = next((at for at, cells in enumerate(rows) if any(map(_said, cells))), 0)
    titles = _titles(filled, rows, row)
    columns = tuple(_columns(titles, rows[row + 1 :]))
    score = sum(column.sure for column in columns if column.key is not None)
    has_ids = any(column.key == "iccid" for column in columns)
    return SheetGuess(head.name, row, columns, score + (100 if has_ids else 0))


def _forward_filled(head: Head) -> list[list[object]]:
    """The rows a header may be in, merged cells said in each of their places."""
    rows = [list(cells) for cells in head.rows[:HEADER_WITHIN]]
    for first, left, last, right in head.merged:
        if first >= len(rows) or right - left > 1_000:
            continue
        value = rows[first][left] if left < len(rows[first]) else None
        for row in rows[first : last + 1]:
            row.extend([None] * (right + 1 - len(row)))
            for at in range(left, right + 1):
                row[at] = value
    return rows


def _likeness(cells: Sequence[object]) -> int:
    """How many different fields these cells name; a title over many cells names one."""
    found = {_key_of(cell) for cell in cells if _said(cell)}
    return len(found - {None})


def _key_of(cell: object) -> str | None:
    if isinstance(cell, date):  # a datetime too
        return day_key(cell.year, cell.month, cell.day)
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    words = _said(cell)
    if len(words) > 80 or (isinstance(cell, int) and len(words) not in (6, 8)):
        return None
    return key_of_title(words)


def _titles(filled: Rows, rows: Rows, row: int) -> list[object]:
    """The header's cells; where one says nothing known, what is said above it may help."""
    if not rows:
        return []
    width = max((len(cells) for cells in rows[row:]), default=0)
    titles: list[object] = [_at(filled[row], place) for place in range(width)]
    above = filled[row - 1] if row else []
    for place, cell in enumerate(titles):
        upper = _at(above, place)
        if not _said(upper) or _likeness(above) > len(titles):
            continue
        if not _said(cell) or (_key_of(cell) is None and _key_of(upper) is not None):
            titles[place] = upper if _key_of(upper) is not None else cell
    return titles


def _columns(titles: Sequence[object], below: Rows) -> Iterator[ColumnGuess]:
    keys = _by_months([_key_of(title) for title in titles], titles)
    for place, title in enumerate(titles):
        values = [cell for cells in below if _said(cell := _at(cells, place))]
        if not _said(title) and not values:
            continue
        key, sure = _judged(keys[place], plain_title(_said(title)), values)
        examples = tuple(shortened(_said(one), _LONGEST_EXAMPLE) for one in values[:_EXAMPLES])
        words = shortened(_said(title).replace("\n", " "), _LONGEST_EXAMPLE)
        unit = unit_of(_said(title)) or USUAL_UNIT
        yield ColumnGuess(place, words, key, sure, unit, examples)


def _by_months(keys: list[str | None], titles: Sequence[object]) -> list[str | None]:
    """Dates as titles that are all firsts of months mean months."""
    dates = [at for at, title in enumerate(titles) if isinstance(title, date)]
    days = [keys[at] for at in dates]
    if len(dates) > 1 and all(key is not None and key.endswith("01") for key in days):
        for at, key in zip(dates, days, strict=True):
            keys[at] = f"month.{str(key)[4:10]}"
    return keys


def _judged(key: str | None, title: str, values: Sequence[object]) -> tuple[str | None, float]:
    """What title and values say together, and how sure that is."""
    shown = _by_values(values)
    if key is None:
        # A column of card numbers needs no title, but the number of a device may be anything.
        return (shown, _BY_VALUES) if shown in ("iccid", "imsis") else (None, 0.0)
    if key == shown or (shown == "imsis" and key == "imei"):
        return key, _BY_BOTH
    if shown == "iccid" and title not in ("iccid", "订单号"):
        return shown, _BY_VALUES
    if key == "iccid" and shown in ("msisdns", "imsis") and title != "iccid":
        return shown, _BY_VALUES
    about = sheet_field(key)
    if values and about is not None and about.kind in (SheetKind.SIZE, SheetKind.COUNT):
        numbers = sum(any(map(str.isdigit, _said(one))) for one in values)
        return key, _BY_TITLE if numbers * 2 >= len(values) else _DOUBTED
    return key, _BY_TITLE


def _by_values(values: Sequence[object]) -> str | None:
    """The kind of number that most of these cells are; None for anything else."""
    texts = [one for one in values if isinstance(one, str)]
    if not texts:
        return None
    found = Counter(kinds(words)[:1] for words in texts[:50])
    kind, count = found.most_common(1)[0]
    return _KEYS[kind[0]] if kind and count * 2 > len(texts[:50]) else None


def _order(below: Rows) -> DateOrder:
    """Of dates with the year last: a number above 12 shows which is the day."""
    days_first = months_first = 0
    for cells in below:
        for cell in cells:
            if isinstance(cell, str) and (found := _DATE.match(cell)) is not None:
                days_first += int(found[1]) > 12
                months_first += int(found[2]) > 12
    if not days_first and not months_first:
        return "ymd"
    return "dmy" if days_first >= months_first else "mdy"


def _at(cells: Sequence[object], place: int) -> object:
    return cells[place] if place < len(cells) else None


def _said(cell: object) -> str:
    """A cell as a title or an example says it; empty for a blank one."""
    match cell:
        case None:
            return ""
        case datetime():
            return f"{cell:%Y-%m-%d %H:%M:%S}".removesuffix(" 00:00:00")
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
    return str(cell).strip()

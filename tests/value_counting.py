"""The twin in Python of counting values in SQL."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from simdesk.models.card import CardRow
from simdesk.models.filter_fields import FIELDS
from simdesk.models.filters import Value, folded
from simdesk.models.periods import local
from simdesk.models.value_counts import (
    BANDED,
    BANDS,
    BELOW,
    MOST_VALUES,
    CountOrder,
    ValueCount,
    ValueCounts,
    term_of_value,
)


def counted(
    rows: Iterable[CardRow],
    name: str,
    order: CountOrder = CountOrder.COUNT,
    *,
    descending: bool = True,
    limit: int = MOST_VALUES,
) -> ValueCounts:
    """The values of a field on these cards, as `storage.grouping` counts them."""
    found: dict[Any, tuple[Value | None, int, int]] = {}
    cards = 0
    for row in rows:
        cards += 1
        for key, value in _values(row, name).items():
            before, count, kb = found.get(key, (value, 0, 0))
            spelt = value if before is None else min(before, value)  # type: ignore[type-var]
            found[key] = (spelt, count + 1, kb + row.facts.cycle_usage_kb)
    told = [ValueCount(*one, term_of_value(name, one[0])) for one in found.values()]
    full = sorted((one for one in told if one.value is not None), key=_by_value)
    ordered = _arranged(full, [one for one in told if one.value is None], order, descending)
    return ValueCounts(tuple(ordered[:limit]), len(told), cards)


def _arranged(
    full: list[ValueCount], empty: list[ValueCount], order: CountOrder, descending: bool
) -> list[ValueCount]:
    if order is CountOrder.VALUE:
        return (full[::-1] if descending else full) + empty
    return sorted([*full, *empty], key=_AMOUNTS[order], reverse=descending)


_AMOUNTS: Mapping[CountOrder, Callable[[ValueCount], int]] = {
    CountOrder.COUNT: lambda one: one.count,
    CountOrder.USAGE: lambda one: one.usage_kb,
}


def _by_value(one: ValueCount) -> Any:
    return folded(one.value) if isinstance(one.value, str) else one.value


def _values(row: CardRow, name: str) -> dict[Any, Value | None]:
    """What this card counts under, by what is the same to the filter."""
    read = FIELDS[name].read(row)
    several = read if isinstance(read, tuple) else (read,)
    values = [_value(one, name) for one in several if one is not None and one != ""]
    found: dict[Any, Value | None] = {}
    for value in sorted(values, reverse=True):  # type: ignore[type-var]  # of one field
        found[folded(value) if isinstance(value, str) else value] = value
    return found or {None: None}


def _value(read: Any, name: str) -> Value:
    if isinstance(read, datetime):
        return local(read).date()
    if name in BANDED:
        return max((low for low in BANDS if low <= read), default=BELOW)
    value: str | int | bool | date = read
    return value

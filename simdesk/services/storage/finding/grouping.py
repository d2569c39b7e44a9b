"""The different values of a field, counted in memory; `storage.grouping` is the same in SQL."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from simdesk.models.filter_fields import FIELDS, FieldKind
from simdesk.models.filters import Value
from simdesk.models.value_counts import (
    BANDED,
    BANDS,
    BELOW,
    CountOrder,
    ValueCount,
    ValueCounts,
    term_of_value,
)
from simdesk.services.storage.finding.columns import NOTHING, View, Whole
from simdesk.services.storage.finding.fields import CODED, NUMBERS

_AHEAD = 8 * 3600  # Asia/Shanghai, which has had no summer time since 1991
_DAY = 86_400
_EPOCH = date(1970, 1, 1)
_SHORT = 2**16


class _Group(NamedTuple):
    """Cards of one value; `key` orders values, NOTHING for no value."""

    key: int
    cards: int
    kb: int


def value_counts(
    view: View, ids: Whole, field: str, order: CountOrder, *, descending: bool, limit: int
) -> ValueCounts | None:
    """The first `limit` values of a field on these cards; None where only the database knows."""
    if field in NUMBERS:
        keys = _keys(field, view.numbers[field][ids])
    elif field in CODED:
        keys = view.words[field].ranks()[view.codes[field][ids]]
    else:
        return None
    groups = _arranged(_groups(keys, view.numbers["usage"][ids]), order, descending=descending)
    spelt = _spelt(view, ids, field) if field in CODED else {}
    rows = []
    for group in groups[:limit]:
        value = None if group.key == NOTHING else spelt.get(group.key) or _value(field, group.key)
        rows.append(ValueCount(value, group.cards, group.kb, term_of_value(field, value)))
    return ValueCounts(tuple(rows), len(groups), len(ids))


def _keys(field: str, values: Whole) -> Whole:
    """What each card is counted under."""
    empty = values == NOTHING
    if field in BANDED:
        places = np.searchsorted(np.array(BANDS, np.int64), values, side="right")
        keys = np.array((BELOW, *BANDS), np.int64)[places]
    elif FIELDS[field].kind is FieldKind.MOMENT:
        keys = (values + _AHEAD) // _DAY
    else:
        return values
    return np.where(empty, NOTHING, keys)


def _groups(keys: Whole, kb: Whole) -> list[_Group]:
    if not len(keys):
        return []
    least = int(keys[keys != NOTHING].min(initial=0))
    near = np.where(keys == NOTHING, 0, keys - least + 1)
    # Short numbers are sorted by their digits, ten times as fast.
    short = near.astype(np.uint16) if int(near.max()) < _SHORT else near
    places = np.argsort(short, kind="stable")
    keys, kb = keys[places], kb[places]
    starts = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1])))
    cards = np.diff(starts, append=len(keys))
    sums = np.add.reduceat(kb, starts)
    found = zip(keys[starts].tolist(), cards.tolist(), sums.tolist(), strict=True)
    return [_Group(*one) for one in found]


def _arranged(groups: Iterable[_Group], order: CountOrder, *, descending: bool) -> list[_Group]:
    """By value or amount, equal amounts by value; empty values last."""
    full = sorted((one for one in groups if one.key != NOTHING), key=lambda one: one.key)
    empty = [one for one in groups if one.key == NOTHING]
    if order is CountOrder.VALUE:
        return (full[::-1] if descending else full) + empty
    by_count = order is CountOrder.COUNT
    return sorted(
        full + empty, key=lambda one: one.cards if by_count else one.kb, reverse=descending
    )


def _spelt(view: View, ids: Whole, field: str) -> dict[int, str]:
    """By its rank: the first spelling of each text that is among these cards."""
    words = view.words[field]
    ranks, values = words.ranks().tolist(), words.in_order()
    present = np.bincount(view.codes[field][ids], minlength=len(values))
    found: dict[int, str] = {}
    for rank, value, cards in zip(ranks, values, present.tolist(), strict=False):
        if value and cards:
            found[rank] = min(found.get(rank, value), value)
    return found


def _value(field: str, key: int) -> Value:
    kind = FIELDS[field].kind
    if kind is FieldKind.MOMENT:
        return _EPOCH + timedelta(days=key)
    return bool(key) if kind is FieldKind.FLAG else key

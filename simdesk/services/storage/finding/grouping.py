"""The different values of a field, counted in memory; `storage.grouping` is the same in SQL."""

from collections.abc import Callable, Iterator, Sequence
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
from simdesk.services.storage.finding.columns import NOTHING, Codes, Mask, View, Whole, whole
from simdesk.services.storage.finding.fields import CODED, NUMBERS
from simdesk.services.storage.finding.pairs import PAIRED, Pairs

COUNTED = frozenset({*NUMBERS, *CODED, *PAIRED, "pending"})
_AHEAD = 8 * 3600  # Asia/Shanghai, which has had no summer time since 1991
_DAY = 86_400
_EPOCH = date(1970, 1, 1)
_SHORT = 2**16


class _Groups(NamedTuple):
    """Values with their cards and KB; `keys` order values, NOTHING stands for no value."""

    keys: Whole
    cards: Whole
    kb: Whole

    def rows(self) -> Iterator[tuple[int, int, int]]:
        return zip(*(column.tolist() for column in self), strict=True)


def value_counts(
    view: View, found: Mask, field: str, order: CountOrder, *, descending: bool, limit: int
) -> ValueCounts:
    """The first `limit` values of a field of NUMBERS or CODED on these cards."""
    ids = np.flatnonzero(found)
    if field in CODED:
        keys = view.words[field].ranks()[view.codes[field][ids]]
    else:
        keys = _keys(field, whole(view.numbers[field][ids]))
    return counts_of(view, ids, field, keys, order, descending=descending, limit=limit)


def counts_of(
    view: View,
    ids: Whole,
    field: str,
    keys: Whole,
    order: CountOrder,
    *,
    descending: bool,
    limit: int,
) -> ValueCounts:
    """The same where it is known under which key each of these cards is counted."""
    groups = _groups(keys, whole(view.numbers["usage"][ids]))
    spelt = _spelt(view, ids, field) if field in CODED else {}
    rows = []
    first = _arranged(groups, order, descending=descending, limit=limit)
    for key, cards, kb in first.rows():
        value = None if key == NOTHING else spelt.get(key) or _value(field, key)
        rows.append(ValueCount(value, cards, kb, term_of_value(field, value)))
    return ValueCounts(tuple(rows), len(groups.keys), len(ids))


def text_counts(
    view: View,
    found: Mask,
    field: str,
    pairs: Pairs,
    order: CountOrder,
    *,
    spelt: Callable[[Sequence[int]], Sequence[str]],
    descending: bool,
    limit: int,
) -> ValueCounts:
    """The same of a field whose texts are many: a card counts once for each text that it has.

    `spelt` tells the texts at some places of `pairs`.
    """
    places = pairs.of(found)
    cards = pairs.cards[places]
    without = found.copy()
    without[cards] = False
    rest = np.flatnonzero(without)
    usage = view.numbers["usage"]
    groups, starts = _runs(np.cumsum(pairs.groups, dtype=np.int32)[places], whole(usage[cards]))
    if len(rest):
        none = [np.array([number]) for number in (NOTHING, len(rest), whole(usage[rest]).sum())]
        groups = _Groups(*map(np.append, groups, none))
    rows = []
    first = _arranged(groups, order, descending=descending, limit=limit)
    full = first.keys[first.keys != NOTHING]
    # The first of a text's pairs that are among these has its first spelling.
    texts = iter(spelt(places[starts[full]].tolist()))
    for key, count, kb in first.rows():
        value = None if key == NOTHING else next(texts)
        rows.append(ValueCount(value, count, kb, term_of_value(field, value)))
    return ValueCounts(tuple(rows), len(groups.keys), int(np.count_nonzero(found)))


def _runs(numbers: Codes | Whole, kb: Whole) -> tuple[_Groups, Whole]:
    """Groups of equal numbers that lie together, keyed from 0 on, and where each begins."""
    if not len(numbers):
        return _Groups(kb, kb, kb), kb
    starts = np.flatnonzero(np.concatenate(([True], numbers[1:] != numbers[:-1])))
    sizes = np.diff(starts, append=len(numbers))
    return _Groups(np.arange(len(starts)), sizes, np.add.reduceat(kb, starts)), starts


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


def _groups(keys: Whole, kb: Whole) -> _Groups:
    """By ascending key."""
    if not len(keys):
        return _Groups(keys, keys, keys)
    least = int(keys[keys != NOTHING].min(initial=0))
    near = np.where(keys == NOTHING, 0, keys - least + 1)
    # Short numbers are sorted by their digits, ten times as fast.
    short = near.astype(np.uint16) if int(near.max()) < _SHORT else near
    places = np.argsort(short, kind="stable")
    keys = keys[places]
    groups, starts = _runs(keys, kb[places])
    return groups._replace(keys=keys[starts])


def _arranged(groups: _Groups, order: CountOrder, *, descending: bool, limit: int) -> _Groups:
    """The first by value or amount, equal amounts by value; empty values last."""
    full = np.flatnonzero(groups.keys != NOTHING)  # ascending, as the groups come
    empty = np.flatnonzero(groups.keys == NOTHING)
    if order is CountOrder.VALUE:
        places = np.concatenate((full[::-1] if descending else full, empty))
    else:
        amounts = groups.cards if order is CountOrder.COUNT else groups.kb
        if descending:
            amounts = -amounts
        some = np.concatenate((_least(full, amounts, limit), empty))
        places = some[np.argsort(amounts[some], kind="stable")]
    return _Groups(*(column[places[:limit]] for column in groups))


def _least(places: Whole, amounts: Whole, limit: int) -> Whole:
    """Of these places the `limit` with the least amounts, of equal ones the first; ascending."""
    mine = amounts[places]
    if len(mine) <= limit:
        return places
    bound = np.partition(mine, limit - 1)[limit - 1]
    below = places[mine < bound]
    ties = places[mine == bound][: limit - len(below)]
    return np.sort(np.concatenate((below, ties)))


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

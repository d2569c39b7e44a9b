"""Counts and sums over cards that are named by id; `card_store` has the same in SQL."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from simdesk.models.actions import ActionKey
from simdesk.models.filters import CANCELLED_CODE
from simdesk.models.status import SpecificStatus
from simdesk.models.voucher import PlanType
from simdesk.services.storage.card_store import Sums
from simdesk.services.storage.codec import moment
from simdesk.services.storage.finding.columns import View, Whole, whole

_FLAGS = 3  # bits for smart, auto-renew, cancellation due


def known(view: View, card_ids: Sequence[int]) -> Whole:
    """The ids of those that there are, each once however often it is named."""
    given = np.asarray(card_ids, np.int64)
    given = given[(given >= 0) & (given < view.size)]
    mask = np.zeros(view.size, np.bool_)
    mask[given] = True
    return np.flatnonzero(mask & view.known)


def total(view: View) -> int:
    """Cards without the cancelled."""
    return int(np.count_nonzero(view.known & (view.numbers["status"] != CANCELLED_CODE)))


def sums(view: View, card_ids: Sequence[int]) -> Sums:
    """How many of these cards there are and what they used this cycle."""
    ids = known(view, card_ids)
    if not len(ids):
        return Sums(0, 0, None)
    used = int(whole(view.numbers["usage"][ids]).sum())
    return Sums(len(ids), used, moment(int(view.numbers["as_of"][ids].min())))


def keys(view: View, card_ids: Sequence[int]) -> "Counter[ActionKey]":
    """How many of these cards share each key that a verdict reads."""
    ids = known(view, card_ids)
    numbers, plans = view.numbers, view.codes["plan"][ids].astype(np.int64)
    smart, renews, due = (numbers[name][ids] for name in ("smart", "auto_renew", "due"))
    flags = smart * 4 + renews * 2 + due
    width = len(view.words["plan"].in_order()) << _FLAGS
    packed = whole(numbers["specific"][ids]) * width + (plans << _FLAGS) + flags
    values = view.words["plan"].in_order()
    found: Counter[ActionKey] = Counter()
    for code, count in zip(*np.unique(packed, return_counts=True), strict=True):
        specific, rest = divmod(int(code), width)
        plan, bits = rest >> _FLAGS, rest & (1 << _FLAGS) - 1
        key = ActionKey(
            SpecificStatus.of(specific),
            PlanType(values[plan] or ""),
            bool(bits & 4),
            bool(bits & 2),
            bool(bits & 1),
        )
        found[key] += int(count)
    return found

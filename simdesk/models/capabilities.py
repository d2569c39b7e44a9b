"""What a provider can do: asked, never assumed (reliability.md 4.2)."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import timedelta

from simdesk.models.action import Action
from simdesk.models.orders import OrderType


@dataclass(frozen=True, slots=True)
class Capabilities:
    """One provider's abilities and limits; an empty set of actions is a read-only review.

    `page_size` is cards per list page; `calls_per_second` is shared by everything that calls.
    `bulk_reads` is how many cards one detail or usage call may name. `proven_serial` says that a
    repeated serial was shown not to act twice; `late_effect` is how long an unanswered call may
    still take effect. `answers_final` is False where "done" only means "submitted".
    `purchases` are the kinds of order that can be placed for a voucher; `order_acts` says that
    unpaid orders can be paid and closed here; `voucher_limits` that a whole voucher can be limited.
    `review` says that the cards are those of a spreadsheet: not even the desk's own is edited.
    """

    actions: frozenset[Action] = frozenset()
    simulated: bool = False
    page_size: int = 40
    calls_per_second: float = 20.0
    bulk_reads: int = 1
    query_by_serial: bool = False
    proven_serial: bool = False
    late_effect: timedelta = timedelta(minutes=15)
    answers_final: bool = False
    max_tags: int = 4
    history_months: int = 6
    purchases: frozenset[OrderType] = frozenset()
    order_acts: bool = False
    voucher_limits: bool = False
    review: bool = False

    def told(self) -> Mapping[str, str]:
        """Every ability by its name, in words that are always in the same order."""
        return {one.name: _plain(getattr(self, one.name)) for one in fields(self)}


def _plain(value: object) -> str:
    if isinstance(value, frozenset):
        return ", ".join(sorted(map(str, value))) or "none"
    return str(value)


READ_ONLY = Capabilities()
REVIEW = Capabilities(review=True, history_months=0)

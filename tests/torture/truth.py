"""What really happened in the world, in plain rows that are only ever added to.

The checker reads these lists by position; it knows none of this code.
"""

from dataclasses import dataclass, field
from typing import Any

Row = tuple[Any, ...]


@dataclass
class Truth:
    """Rows in the order of time; `tick` orders them among the journal's moves too.

    Moments are seconds of UTC in business time, amounts minor units. `by` is `us`, or `network`
    for what a proxy repeated without being asked to. A subject is an ICCID, a voucher or an order.
    """

    sends: list[Row] = field(default_factory=list)
    """(tick, at, serial, subject, action)"""
    answers: list[Row] = field(default_factory=list)
    """(tick, at, serial, word), as the adapter gave it; nothing for an answer nobody got."""
    effects: list[Row] = field(default_factory=list)
    """(tick, at, serial, subject, action, by)"""
    orders: list[Row] = field(default_factory=list)
    """(tick, at, number, serial, subject, minor, currency, by)"""
    charges: list[Row] = field(default_factory=list)
    """(tick, at, number, serial, minor, currency, by)"""
    calls: list[float] = field(default_factory=list)
    """When anything at all was called: the rate counts reads as well."""
    words: list[Row] = field(default_factory=list)
    """(tick, at, op_id, word, items): what the operator said. A word that lets an operation send
    (start, carry_on) is noted before it is said; one that ends it (stop, pause, restart) after."""

    def as_rows(self) -> dict[str, list[Any]]:
        """All of it, by name."""
        return dict(vars(self))

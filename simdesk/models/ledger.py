"""Where money is on its way: reserved, in flight, spent; and whether it lies where it should (4.9).

Amounts are minor units. Every entry takes from one side and gives to another, so all sides
together are always zero; `BUDGET` is what the operator may still spend.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from simdesk.models.operations import ItemState
from simdesk.models.orders import Money


class Side(StrEnum):
    """A side of the ledger; the value is its name there."""

    BUDGET = "budget"
    RESERVED = "reserved"
    IN_FLIGHT = "in_flight"
    SPENT = "spent"


_SIDES = {
    ItemState.PLANNED: Side.RESERVED,
    ItemState.SENDING: Side.IN_FLIGHT,
    ItemState.ACCEPTED: Side.IN_FLIGHT,
    ItemState.UNKNOWN: Side.IN_FLIGHT,
    ItemState.NEEDS_HUMAN: Side.IN_FLIGHT,
    ItemState.DONE: Side.SPENT,
}


def side_of(state: ItemState) -> Side:
    """On which side the money of an item or a purchase in this state lies."""
    return _SIDES.get(state, Side.BUDGET)


@dataclass(frozen=True, slots=True)
class Cause:
    """What moved money: place `seq` of operation `op_id`, or the purchase with this `serial`."""

    op_id: str | None = None
    seq: int | None = None
    serial: str | None = None

    def __str__(self) -> str:
        return f"purchase {self.serial}" if self.op_id is None else f"{self.op_id} {self.seq}"


@dataclass(frozen=True, slots=True)
class Entry:
    """`money` went from side `debit` to side `credit`."""

    at: datetime
    debit: Side
    credit: Side
    money: Money


@dataclass(frozen=True, slots=True)
class Balances:
    """What lies on each side now, of one currency; never negative in a sound ledger."""

    reserved: Money
    in_flight: Money
    spent: Money


@dataclass(frozen=True, slots=True)
class Imbalance:
    """Money of an item or a purchase that does not lie where its state says.

    On `side` there should be `expected` minor units of `currency`, and `found` are.
    """

    cause: Cause
    side: Side
    expected: int
    found: int
    currency: str


@dataclass(frozen=True, slots=True)
class MoneyStanding:
    """Money at a glance, of one currency.

    `reserved` waits to be sent, `in_flight` may or may not be gone; of that `doubtful` lies in
    `doubts` acts whose outcome only looking can tell. `spent_today` is of the business day in
    Asia/Shanghai. `cap` is the most that one day may cost, None for no limit.
    """

    reserved: Money
    in_flight: Money
    spent_today: Money
    doubtful: Money
    doubts: int
    cap: Money | None = None

    @property
    def committed(self) -> Money:
        """What counts against the cap of the day: spent, and what still may be."""
        return self.reserved + self.in_flight + self.spent_today

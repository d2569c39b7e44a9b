"""The list of orders as a question and its answer: which orders, and what was asked here of them.

`OrderFilter.matches` says in Python what storage says in SQL; a test compares the two.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from simdesk.models.account_commands import (
    AddCards,
    BuyFunctionFees,
    EnlargePool,
    order_type,
)
from simdesk.models.filters import CardFilter, folded
from simdesk.models.operations import ItemState
from simdesk.models.orders import Money, Order, OrderState, OrderType
from simdesk.models.periods import local
from simdesk.models.purchases import AccountAct, act_words, price_of, voucher_of
from simdesk.models.texts import Text

LISTED = 2_000
"""How many lines the list shows at most, the newest that match."""


@dataclass(frozen=True, slots=True)
class OrderLine:
    """A line of the list: an order, with the act in doubt about it if there is one.

    Without an order it is an act of this desk that made none so far: refused, without effect, or
    in doubt. One of the two is always there.
    """

    order: Order | None
    act: AccountAct | None = None

    @property
    def key(self) -> str:
        """What tells it from every other line."""
        if self.order is not None:
            return self.order.number
        return "" if self.act is None else f"act {self.act.serial}"

    @property
    def number(self) -> str | None:
        return self.order.number if self.order is not None else None

    @property
    def kind(self) -> OrderType | None:
        """What is bought; None for acts that buy nothing."""
        if self.order is not None:
            return self.order.kind
        command = None if self.act is None else self.act.command
        if isinstance(command, AddCards | EnlargePool | BuyFunctionFees):
            return order_type(command)
        return None

    @property
    def state(self) -> OrderState | ItemState:
        """The order's state; without an order the state of the act."""
        if self.order is not None:
            return self.order.state
        return ItemState.PLANNED if self.act is None else self.act.state

    @property
    def doubtful(self) -> bool:
        """An act about it may or may not have taken effect."""
        return self.act is not None and self.act.state.open

    @property
    def price(self) -> Money | None:
        if self.order is not None:
            return self.order.price
        return None if self.act is None else price_of(self.act.command)

    @property
    def iccid(self) -> str | None:
        return None if self.order is None else self.order.iccid

    @property
    def voucher(self) -> str | None:
        if self.order is not None:
            return self.order.voucher
        return None if self.act is None else voucher_of(self.act.command)

    @property
    def quantity(self) -> int | None:
        if self.order is not None:
            return self.order.quantity
        match None if self.act is None else self.act.command:
            case AddCards(count=count) | BuyFunctionFees(units=count):
                return count
            case EnlargePool():
                return 1
        return None

    @property
    def size_kb(self) -> int | None:
        if self.order is not None:
            return self.order.size_kb
        command = None if self.act is None else self.act.command
        return command.size_kb if isinstance(command, EnlargePool) else None

    @property
    def created_at(self) -> datetime:
        """When the order was made, or the act asked for."""
        if self.order is not None:
            return self.order.created_at
        assert self.act is not None
        return self.act.requested_at

    @property
    def paid_at(self) -> datetime | None:
        return None if self.order is None else self.order.paid_at


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """Which lines to list; everything that is given must hold (domain.md 6.3).

    Each of the `words` is somewhere in the order's number, the ICCID or the voucher, ASCII case
    apart. `states` are states of orders and of acts that made none; `voucher` is exact. `first`
    and `last` are business days, both included, of when it was made.
    """

    words: str = ""
    kinds: frozenset[OrderType] = frozenset()
    states: frozenset[OrderState | ItemState] = frozenset()
    voucher: str | None = None
    first: date | None = None
    last: date | None = None

    def matches(self, line: OrderLine) -> bool:
        """The Python twin of the SQL."""
        day = local(line.created_at).date()
        return (
            (not self.kinds or line.kind in self.kinds)
            and (not self.states or line.state in self.states)
            and (self.voucher is None or line.voucher == self.voucher)
            and (self.first is None or day >= self.first)
            and (self.last is None or day <= self.last)
            and self._says(line)
        )

    def _says(self, line: OrderLine) -> bool:
        held = [folded(words) for words in (line.number, line.iccid, line.voucher) if words]
        return all(any(word in one for one in held) for word in folded(self.words).split())


@dataclass(frozen=True, slots=True)
class OrderList:
    """The newest lines that match, and how many match altogether."""

    lines: tuple[OrderLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that was asked on this desk about an order: what, by whom, what came of it."""

    what: Text
    by: str
    at: datetime
    state: ItemState
    code: str | None = None
    reason: str | None = None

    @classmethod
    def of(cls, act: AccountAct) -> Self:
        """An act on a voucher or an order."""
        what = act_words(act.command)
        return cls(what, act.requested_by, act.requested_at, act.state, act.code, act.reason)


@dataclass(frozen=True, slots=True)
class OrderDetail:
    """An order with what the desk knows of it.

    `asked` is in the order of time. `cards` counts the desk's cards it is about; `question` finds
    them, None where there are none.
    """

    order: Order
    asked: tuple[Asked, ...]
    cards: int
    question: CardFilter | None


@dataclass(frozen=True, slots=True)
class PaidSum:
    """What was paid in a month for orders of one kind; refunds are left out."""

    kind: OrderType
    count: int
    total: Money

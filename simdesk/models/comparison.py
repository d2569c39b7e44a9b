"""What this desk paid for, held against the provider's orders (reliability.md 4.9, F04)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from simdesk.models.operations import ItemState
from simdesk.models.orders import Money, Order, OrderState, OrderType
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text

_PAID = (OrderState.PROCESSING, OrderState.COMPLETED)


class Verdict(StrEnum):
    """How an order of the provider and an act of this desk stand to each other."""

    MATCHED = "matched"
    DIFFERENT = "different amount"
    ONLY_OURS = "only ours"
    ONLY_THEIRS = "only theirs"
    TWICE = "paid twice"

    @property
    def label(self) -> Text:
        return text(_LABELS[self])


_LABELS = {
    Verdict.MATCHED: QT_TRANSLATE_NOOP("trade", "Matched"),
    Verdict.DIFFERENT: QT_TRANSLATE_NOOP("trade", "Different amount"),
    Verdict.ONLY_OURS: QT_TRANSLATE_NOOP("trade", "Only ours"),
    Verdict.ONLY_THEIRS: QT_TRANSLATE_NOOP("trade", "Only theirs"),
    Verdict.TWICE: QT_TRANSLATE_NOOP("trade", "Paid twice"),
}


class Cause(StrEnum):
    """What is known of why two do not match."""

    NONE = ""
    IN_DOUBT = "in doubt"
    UNREAD = "unread"
    NOT_PAID = "not paid"
    REFUNDED = "refunded"
    PRICE = "price"
    MISSING = "missing"
    BEFORE_DESK = "before the desk"
    AUTO_RENEWED = "auto-renewed"
    HELD_UNPAID = "held as unpaid"
    ELSEWHERE = "elsewhere"
    REPEATED = "repeated"

    @property
    def label(self) -> Text:
        return text(_CAUSES[self])

    @property
    def incident(self) -> bool:
        """Somebody has to look at it."""
        return self not in _HARMLESS


_HARMLESS = (
    Cause.NONE,
    Cause.IN_DOUBT,
    Cause.UNREAD,
    Cause.AUTO_RENEWED,
    Cause.REFUNDED,
)
_CAUSES = {
    Cause.NONE: "",
    Cause.IN_DOUBT: QT_TRANSLATE_NOOP("trade", "In doubt; an order may still come"),
    Cause.UNREAD: QT_TRANSLATE_NOOP("trade", "Paid after the orders were last read"),
    Cause.NOT_PAID: QT_TRANSLATE_NOOP("trade", "Held here as paid; the order is not"),
    Cause.REFUNDED: QT_TRANSLATE_NOOP("trade", "The order was refunded"),
    Cause.PRICE: QT_TRANSLATE_NOOP("trade", "The order costs something else"),
    Cause.MISSING: QT_TRANSLATE_NOOP("trade", "Held here as paid; no order for it"),
    Cause.BEFORE_DESK: QT_TRANSLATE_NOOP("trade", "Made before this desk began"),
    Cause.AUTO_RENEWED: QT_TRANSLATE_NOOP("trade", "Auto-renewed by the provider"),
    Cause.HELD_UNPAID: QT_TRANSLATE_NOOP("trade", "Asked for here, held as without effect"),
    Cause.ELSEWHERE: QT_TRANSLATE_NOOP("trade", "Not asked for here"),
    Cause.REPEATED: QT_TRANSLATE_NOOP("trade", "A second order for the same act"),
}


@dataclass(frozen=True, slots=True)
class Ours:
    """A paid act of this desk that was sent: place `seq` of `op_id`, or a purchase (both None).

    `money` is what the ledger holds for it: as approved, or what was charged where that is known.
    It was sent at `at` and reached its state at `moved_at`. `kind` is the type of the order it
    makes, None for paying an order that is there already.
    """

    serial: str
    state: ItemState
    money: Money
    at: datetime
    moved_at: datetime
    kind: OrderType | None
    order: str | None = None
    iccid: str | None = None
    voucher: str | None = None
    op_id: str | None = None
    seq: int | None = None

    @property
    def paying(self) -> bool:
        """The money is spent, or may be."""
        return self.state.open or self.state is ItemState.DONE

    @property
    def about(self) -> str | None:
        """The card, else the voucher."""
        return self.iccid or self.voucher


@dataclass(frozen=True, slots=True)
class Compared:
    """One line: an order, an act, or both. One of the two is always there."""

    verdict: Verdict
    cause: Cause
    order: Order | None
    ours: Ours | None

    @property
    def incident(self) -> bool:
        return self.cause.incident

    @property
    def cheaper(self) -> Money | None:
        """What was charged, where less than the ledger holds and the order surely is its own."""
        order, ours, theirs = self.order, self.ours, self.theirs
        if self.cause is not Cause.PRICE or order is None or ours is None or theirs is None:
            return None
        bound = ours.order == order.number or ours.serial == order.serial
        less = theirs.currency == ours.money.currency and theirs < ours.money
        return theirs if bound and less and ours.state is ItemState.DONE else None

    @property
    def key(self) -> str:
        """What tells it from every other line; another verdict is another key."""
        serial = "" if self.ours is None else self.ours.serial
        number = "" if self.order is None else self.order.number
        return f"{self.verdict.value} {number} {serial}"

    @property
    def at(self) -> datetime:
        """When the order was paid or made, else when the act was sent."""
        if self.order is not None:
            return self.order.paid_at or self.order.created_at
        assert self.ours is not None
        return self.ours.at

    @property
    def number(self) -> str | None:
        """The order's number, also that of an order that was never read."""
        if self.order is not None:
            return self.order.number
        return None if self.ours is None else self.ours.order

    @property
    def kind(self) -> OrderType | None:
        """What was bought, where that is known."""
        if self.order is not None:
            return self.order.kind
        return None if self.ours is None else self.ours.kind

    @property
    def iccid(self) -> str | None:
        ours = None if self.ours is None else self.ours.iccid
        return ours or (None if self.order is None else self.order.iccid)

    @property
    def voucher(self) -> str | None:
        theirs = None if self.order is None else self.order.voucher
        return theirs or (None if self.ours is None else self.ours.voucher)

    @property
    def theirs(self) -> Money | None:
        """What the provider holds as paid; None without an order."""
        return None if self.order is None else charged(self.order)

    @property
    def money(self) -> Money:
        """What the line is about: theirs where there is an order, else ours."""
        if self.theirs is not None and (self.theirs.minor or self.ours is None):
            return self.theirs
        assert self.ours is not None
        return self.ours.money


def charged(order: Order) -> Money:
    """What an order has cost so far: its price while it is paid, nothing otherwise."""
    return order.price if order.state in _PAID else Money(0, order.price.currency)


def ever_paid(order: Order) -> bool:
    """It is paid, or was until it was refunded."""
    return order.state in (*_PAID, OrderState.REFUNDED)


@dataclass(frozen=True, slots=True)
class Group:
    """All lines of one verdict: how many, what they cost by currency, how many are incidents."""

    verdict: Verdict
    count: int
    incidents: int
    money: tuple[Money, ...]


def grouped(lines: Sequence[Compared]) -> tuple[Group, ...]:
    """A group for every verdict, also where there is no line, in the order of `Verdict`."""
    parts: Mapping[Verdict, list[Compared]] = {verdict: [] for verdict in Verdict}
    for line in lines:
        parts[line.verdict].append(line)
    return tuple(
        Group(verdict, len(part), sum(one.incident for one in part), _sums(part))
        for verdict, part in parts.items()
    )


def _sums(lines: Iterable[Compared]) -> tuple[Money, ...]:
    sums: dict[str, int] = defaultdict(int)
    for line in lines:
        sums[line.money.currency] += line.money.minor
    return tuple(Money(minor, currency) for currency, minor in sorted(sums.items()))


@dataclass(frozen=True, slots=True)
class Comparison:
    """A span of business days compared: the groups of all lines, and the newest lines of each."""

    groups: tuple[Group, ...]
    lines: tuple[Compared, ...]

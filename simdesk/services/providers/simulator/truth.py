"""Everything a world knows, for tests that compare a desk with it."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from simdesk.models.card import CardDetails, CardFacts
from simdesk.models.commands import CardRef
from simdesk.models.orders import Money, Order, OrderState
from simdesk.models.periods import Month
from simdesk.models.pools import PoolReading
from simdesk.models.status import CardState
from simdesk.models.usage import MonthUsage
from simdesk.services.providers.simulator import moments
from simdesk.services.providers.simulator.lines import CardLine, SubLine, states
from simdesk.services.providers.simulator.room import Room
from simdesk.services.providers.simulator.traffic import days_of
from simdesk.services.providers.simulator.world import World

EVERYTHING = 1 << 40
EVER = Month(1, 1)


@dataclass(frozen=True, slots=True)
class CardTruth:
    """One card. A smart card's `state` has the holds of any sub-card; `subs` has each one's.

    `due_on` is the day its cancellation finishes, `stopped_on` the last day of its ended plan.
    """

    state: CardState
    subs: tuple[CardState, ...]
    facts: CardFacts
    details: CardDetails
    due_on: date | None
    stopped_on: date | None
    usage: tuple[MonthUsage, ...]


@dataclass(frozen=True, slots=True)
class Charge:
    """Money taken; `order` is None for the charge of a late cancellation."""

    order: str | None
    iccid: str | None
    reason: str
    amount: Money
    at: datetime


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of a card's history."""

    at: datetime
    iccid: str
    what: str
    who: str
    detail: str


@dataclass(frozen=True, slots=True)
class Truth:
    """A world at one moment. `wallet` lists every movement; they add up to `balance`.

    `pools` has the figures of this month for every voucher, by its text.
    `tallies` counts all orders by state, however few of them are told.
    """

    now: datetime
    cards: Mapping[CardRef, CardTruth]
    tallies: Mapping[OrderState, int]
    orders: tuple[Order, ...]
    charges: tuple[Charge, ...]
    wallet: tuple[Money, ...]
    balance: Money
    events: tuple[Happening, ...]
    pools: Mapping[str, PoolReading]


async def truth(
    room: Room,
    *,
    usage: bool = True,
    usage_from: Month = EVER,
    history: bool = True,
    money_after: datetime | None = None,
) -> Truth:
    """What is so now, in the world's own words, with daily usage from month `usage_from` on.

    Without `usage`, without `history` (`events`) and with only the orders, charges and movements
    made after `money_after` it takes a fraction of the time.
    """

    def told(world: World) -> Truth:
        return truth_of(
            world, usage=usage, usage_from=usage_from, history=history, money_after=money_after
        )

    return await room.ask(told)


def truth_of(
    world: World,
    *,
    usage: bool = True,
    usage_from: Month = EVER,
    history: bool = True,
    money_after: datetime | None = None,
) -> Truth:
    """The same, for who is in the world's thread already."""
    rows = world.rows
    found = world.reader.lines("1 = 1", ())
    daily = _usage(rows, usage_from) if usage else {}
    days = {card: (due, stopped) for card, due, stopped in rows.execute(
        "SELECT card, due_on, stopped_on FROM state")}  # fmt: skip
    cards = [
        _card(world, card, subs, days[card.id], daily.get(card.id, ())) for card, subs in found
    ]
    after = 0 if money_after is None else moments.seconds(money_after)
    orders, _ = world.reader.orders(after + 1, 0, EVERYTHING)
    return Truth(
        now=moments.moment(world.at),
        cards={card.facts.ref: card for card in cards},
        tallies=_tallies(rows),
        orders=tuple(orders),
        charges=_charges(rows, after),
        wallet=_wallet(rows, after),
        balance=Money(world.till.balance),
        events=_events(rows) if history else (),
        pools=_pools(world),
    )


def _card(
    world: World,
    card: CardLine,
    subs: list[SubLine],
    days: tuple[int, int],
    usage: tuple[MonthUsage, ...],
) -> CardTruth:
    read = world.reader.reading(card, subs, moments.begin(world.today))
    own, parts = states(card, subs)
    due_on, stopped_on = (moments.day_of(day) if day else None for day in days)
    return CardTruth(own, parts, read.facts, read.details, due_on, stopped_on, usage)


def _usage(rows: sqlite3.Connection, since: Month) -> dict[int, tuple[MonthUsage, ...]]:
    found: dict[int, list[MonthUsage]] = defaultdict(list)
    for card, month, days in rows.execute(
        "SELECT card, month, days FROM usage WHERE month >= ?", (moments.month_number(since),)
    ):
        number = moments.month_of(month)
        found[card].append(MonthUsage(Month(number.year, number.number), days_of(days)))
    return {card: tuple(months) for card, months in found.items()}


def _pools(world: World) -> dict[str, PoolReading]:
    month = Month.of(moments.day_of(world.today))
    read = (world.pools.reading(number, month, world.today) for number in world.reader.vouchers)
    return {pool.voucher: pool for pool in read if pool is not None}


def _tallies(rows: sqlite3.Connection) -> dict[OrderState, int]:
    found = rows.execute("SELECT state, count(*) FROM orders GROUP BY state")
    return {OrderState(state): count for state, count in found}


def _charges(rows: sqlite3.Connection, after: int) -> tuple[Charge, ...]:
    return tuple(
        Charge(order, iccid, reason, Money(minor), moments.moment(at))
        for order, iccid, reason, minor, at in rows.execute(
            "SELECT h.order_number, c.iccid, h.reason, h.minor, h.at FROM charge h"
            " LEFT JOIN card c ON c.id = h.card WHERE h.at > ? ORDER BY h.id",
            (after,),
        )
    )


def _wallet(rows: sqlite3.Connection, after: int) -> tuple[Money, ...]:
    found = rows.execute("SELECT minor FROM wallet WHERE at > ? ORDER BY id", (after,))
    return tuple(Money(minor) for (minor,) in found)


def _events(rows: sqlite3.Connection) -> tuple[Happening, ...]:
    return tuple(
        Happening(moments.moment(at), iccid, what, who, detail)
        for at, iccid, what, who, detail in rows.execute(
            "SELECT e.at, c.iccid, e.what, e.who, e.detail FROM event e"
            " JOIN card c ON c.id = e.card ORDER BY e.id"
        )
    )

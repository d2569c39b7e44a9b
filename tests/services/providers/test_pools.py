"""Pool figures against tables made by hand (domain.md 3.3; 4: test and silent cards share nothing).

Each card of a table is written as `status | activated | cycle from | usage`: usage in MB by day,
days of earlier months with the month before them. Today is 15 June, so the 14th is the last day.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

import pytest

from simdesk.models.commands import CancelAccount, ForceActivate, Suspend
from simdesk.models.periods import Month
from simdesk.models.pools import PoolReading
from simdesk.models.status import Base, Hold
from simdesk.models.usage import KB_PER_MB
from simdesk.services.providers.simulator import moments
from simdesk.services.providers.simulator.traffic import no_days
from simdesk.services.providers.simulator.world import World
from tests.services.providers.worlds import Hands, seconds

JUNE: Final = Month(2026, 6)
MB: Final = KB_PER_MB
_BASES = {
    "test": (Base.TESTABLE, frozenset[Hold]()),
    "silent": (Base.INACTIVE, frozenset[Hold]()),
    "in use": (Base.ACTIVE, frozenset[Hold]()),
    "manual": (Base.ACTIVE, frozenset({Hold.MANUAL})),
    "limit": (Base.ACTIVE, frozenset({Hold.USAGE})),
    "stopped": (Base.STOPPED, frozenset[Hold]()),
    "cancelled": (Base.CANCELLED, frozenset[Hold]()),
}


def usage_of(words: str) -> dict[Month, dict[int, int]]:
    """`1:10 14:20 2026-05-31:5`: MB by day, of June unless said otherwise."""
    found: dict[Month, dict[int, int]] = {}
    for part in words.split():
        when, mb = part.split(":")
        day = date.fromisoformat(when) if "-" in when else JUNE.first.replace(day=int(when))
        found.setdefault(Month.of(day), {})[day.day] = int(mb) * MB
    return found


def only_these_cards(hands: Hands, voucher: str, cards: str) -> None:
    """Give the voucher the cards of a table, and no others."""
    world = hands.world
    number = world.reader.numbered(voucher)
    lines = [[part.strip() for part in line.split("|")] for line in cards.strip().splitlines()]

    def write() -> None:
        world.rows.execute("UPDATE card SET voucher = 1 WHERE voucher = ?", (number,))
        plain = [facts.ref for facts in (one.facts for one in hands.readings()) if not facts.smart]
        for ref, (_, activated, anchor, used) in zip(plain, lines, strict=False):
            card = world.reader.find(ref)
            world.rows.execute("UPDATE card SET voucher = ? WHERE id = ?", (number, card))
            world.rows.execute("DELETE FROM usage WHERE card = ?", (card,))
            for month, days in {JUNE: {}, **usage_of(used)}.items():
                blob = no_days(1)
                blob[0, : 14 if month == JUNE else month.days] = 0
                for day, kb in days.items():
                    blob[0, day - 1] = kb
                world.rows.execute(
                    "INSERT INTO usage VALUES (?, ?, ?)",
                    (card, moments.month_number(month), blob.astype("<u4").tobytes()),
                )
            begun = 0 if activated == "-" else seconds(*map(int, activated.split("-")), 10)
            cycle = Month.parse(anchor) if anchor != "-" else JUNE
            changes = {"activated": begun, "anchor": moments.month_number(cycle)}
            row = ", ".join(f"{name} = {value}" for name, value in changes.items())
            world.rows.execute(f"UPDATE state SET {row} WHERE card = {card}")

    world.transact(write)
    chosen = world.reader.lines("c.voucher = ?", (number,))
    for (card, _), (status, *_) in zip(chosen, lines, strict=True):
        base, held = _BASES[status]
        ref = next(one.facts.ref for one in hands.readings() if one.facts.iccid == card.iccid)
        hands.put(ref, base=int(base), held=held, sms=3)


def read(world: World, voucher: str, month: Month = JUNE) -> PoolReading:
    number = world.reader.numbered(voucher)
    assert number is not None
    found = world.pools.reading(number, month, world.today)
    assert found is not None
    return found


@dataclass(frozen=True)
class Tiered:
    """A same-tier table and its figures in MB."""

    name: str
    voucher: str
    cards: str
    active: int
    used: int
    total: int
    left: int
    outside: int


MONTHLY: Final = "CM_SF_M_2_100M"
YEARLY: Final = "CT_SF_Y_2_1G"
TIERED: Final = (
    Tiered("no card was ever activated", MONTHLY,
           "silent | - | - |", 0, 0, 0, 0, 0),
    Tiered("one card, within its tier", MONTHLY,
           "in use | 2026-05-20 | 202605 | 1:10 14:20", 1, 30, 100, 70, 0),
    Tiered("what May used is not June's", MONTHLY,
           "in use | 2026-05-20 | 202605 | 2026-05-31:90 1:10", 1, 10, 100, 90, 0),
    Tiered("exactly the tier is not outside it", MONTHLY,
           "in use | 2026-05-20 | 202605 | 1:60 2:40", 1, 100, 100, 0, 0),
    Tiered("beyond the tier", MONTHLY,
           "in use | 2026-05-20 | 202605 | 1:60 2:41", 1, 101, 100, 0, 1),
    Tiered("cards share what they bring", MONTHLY, """
           in use | 2026-05-20 | 202605 | 1:150
           in use | 2026-05-20 | 202605 | 3:20
           in use | 2026-05-20 | 202605 |""", 3, 170, 300, 130, 0),
    Tiered("a card that joins on the 14th adds a full tier", MONTHLY, """
           in use | 2026-05-20 | 202605 | 1:150
           in use | 2026-06-14 | 202606 | 14:5""", 2, 155, 200, 45, 0),
    Tiered("test and silent cards neither share nor add", MONTHLY, """
           in use | 2026-05-20 | 202605 | 1:110
           test   | -          | -      | 2:3
           silent | -          | -      |""", 1, 110, 100, 0, 10),
    Tiered("test traffic before the activation day stays free", MONTHLY,
           "in use | 2026-06-10 | 202606 | 8:4 9:4 10:30 11:30", 1, 60, 100, 40, 0),
    Tiered("suspended cards keep their tier in the total", MONTHLY, """
           in use | 2026-05-20 | 202605 | 1:150
           manual | 2026-05-20 | 202605 | 2:10
           limit  | 2026-05-20 | 202605 | 2:90""", 3, 250, 300, 50, 0),
    Tiered("a card that stops takes its tier along and leaves its usage", MONTHLY, """
           in use  | 2026-05-20 | 202605 | 1:20
           stopped | 2026-05-20 | 202605 | 2:90""", 1, 110, 100, 0, 10),
    Tiered("so does one that is cancelled", MONTHLY, """
           in use    | 2026-05-20 | 202605 | 1:20
           cancelled | 2026-05-20 | 202605 | 2:50 3:20""", 1, 90, 100, 10, 0),
    Tiered("the last card left: all is outside", MONTHLY,
           "cancelled | 2026-05-20 | 202605 | 2:50", 0, 50, 0, 0, 50),
    Tiered("a yearly tier is the quota of a year", YEARLY,
           "in use | 2026-01-05 | 202601 | 2026-01-05:600 2026-05-02:300 1:100",
           1, 100, 1024, 24, 0),
    Tiered("a year that is used up in June: June's part is outside", YEARLY,
           "in use | 2026-01-05 | 202601 | 2026-01-05:900 2026-05-02:100 1:100",
           1, 100, 1024, 0, 76),
    Tiered("a year that was used up before: all of June is outside", YEARLY,
           "in use | 2026-01-05 | 202601 | 2026-01-05:2000 1:100", 1, 100, 1024, 0, 100),
    Tiered("a card's last year does not count against its new one", YEARLY,
           "in use | 2025-06-05 | 202506 | 2026-05-31:900 1:100", 1, 100, 1024, 924, 0),
    Tiered("of a yearly card that left, this month's use stays counted and no more", YEARLY, """
           in use    | 2026-01-05 | 202601 | 2026-01-05:600 1:100
           stopped   | 2026-01-05 | 202601 | 2026-02-05:900 1:50
           cancelled | 2026-01-05 | 202601 | 2026-02-05:900 3:7""", 1, 157, 1024, 267, 0),
    Tiered("each card has a year of its own", YEARLY, """
           in use | 2025-06-05 | 202506 | 2026-05-31:900 1:100
           in use | 2025-07-05 | 202507 | 2026-05-31:900 1:100""", 2, 200, 2048, 948, 0),
)  # fmt: skip


@pytest.mark.parametrize("case", TIERED, ids=lambda case: case.name)
def test_same_tier_pools(hands: Hands, case: Tiered) -> None:
    only_these_cards(hands, case.voucher, case.cards)
    cards = case.cards.strip().count("\n") + 1
    told = read(hands.world, case.voucher)
    assert told == PoolReading(
        case.voucher, JUNE, cards, case.active, case.used * MB, case.outside * MB,
        3 * cards, case.total * MB, case.left * MB,
    )  # fmt: skip


@dataclass(frozen=True)
class Pooled:
    """A pooled plan: bought and spent before June in MB, units of June, and what comes of it."""

    name: str
    bought: int
    spent: int
    units: int
    cards: str
    grand_used: int
    left: int
    outside: int
    exceeded: int


POOL: Final = "CU_UP_M_2_north"
ONE: Final = "in use | 2026-05-20 | 202605 | 1:{}"
POOLED: Final = (
    Pooled("the month is part of the whole", 1000, 400, 1, ONE.format(50), 450, 550, 0, 0),
    Pooled("exactly all", 1000, 900, 1, ONE.format(100), 1000, 0, 0, 0),
    Pooled("it ran out in this month", 1000, 950, 1, ONE.format(80), 1030, 0, 30, 0),
    Pooled("it ran out before: all of the month is outside", 1000, 1200, 1,
           ONE.format(80), 1280, 0, 80, 0),
    Pooled("no month of a pool without cards", 1000, 200, 0, "silent | - | - |", 200, 800, 0, 0),
    Pooled("one unit too few", 1000, 0, 1, """
           in use | 2026-05-20 | 202605 | 1:10
           in use | 2026-06-12 | 202606 | 12:10""", 20, 980, 0, 1),
    Pooled("no unit at all: every active card is beyond", 1000, 0, 0, """
           in use | 2026-05-20 | 202605 | 1:10
           manual | 2026-05-20 | 202605 | 2:10
           silent | -          | -      |
           test   | -          | -      | 3:9""", 20, 980, 0, 2),
    Pooled("units to spare", 1000, 0, 5, """
           in use    | 2026-05-20 | 202605 | 1:10
           stopped   | 2026-05-20 | 202605 | 2:10
           cancelled | 2026-05-20 | 202605 | 3:10""", 30, 970, 0, 0),
)  # fmt: skip


@pytest.mark.parametrize("case", POOLED, ids=lambda case: case.name)
def test_pooled_plans(hands: Hands, case: Pooled) -> None:
    only_these_cards(hands, POOL, case.cards)
    set_pool(hands.world, case.bought, case.spent, case.units)
    told = read(hands.world, POOL)
    assert told.grand_total_kb == case.bought * MB
    assert told.grand_used_kb == case.grand_used * MB
    assert told.grand_left_kb == case.left * MB
    assert told.used_kb == (case.grand_used - case.spent) * MB
    assert told.outside_kb == case.outside * MB
    assert (told.function_fees, told.function_fees_exceeded) == (case.units, case.exceeded)
    assert (told.total_kb, told.left_kb) == (None, None)


def set_pool(world: World, bought: int, spent: int, units: int) -> None:
    number = world.reader.numbered(POOL)
    month = moments.month_number(JUNE)

    def write() -> None:
        world.rows.execute(
            "UPDATE pool SET bought_kb = ?, spent_kb = ? WHERE voucher = ?",
            (bought * MB, spent * MB, number),
        )
        world.rows.execute("DELETE FROM function_fee WHERE voucher = ?", (number,))
        world.rows.execute("INSERT INTO function_fee VALUES (?, ?, ?)", (number, month, units))

    world.transact(write)


def test_single_cards_have_figures_but_no_pool(hands: Hands) -> None:
    voucher = "CM_SC_M_2_100M"
    only_these_cards(hands, voucher, "in use | 2026-05-20 | 202605 | 1:500")
    assert read(hands.world, voucher) == PoolReading(voucher, JUNE, 1, 1, 500 * MB, 0, 3)


def test_the_pool_grows_at_the_moment_of_activation_and_shrinks_at_the_stop(hands: Hands) -> None:
    only_these_cards(hands, MONTHLY, """
        in use | 2026-05-20 | 202605 | 1:150
        in use | 2026-05-20 | 202605 |
        silent | -          | -      |""")  # fmt: skip
    refs = {one.facts.specific: one.facts.ref for one in hands.readings()
            if one.facts.voucher == MONTHLY}  # fmt: skip
    totals = []
    for command in (None, ForceActivate(refs[20]), Suspend(refs[100]), CancelAccount(refs[100])):
        if command is not None:
            hands.send(command)
        told = read(hands.world, MONTHLY)
        totals.append((told.cards_total, told.cards_active, (told.total_kb or 0) // MB,
                       told.outside_kb // MB))  # fmt: skip
    assert totals == [(3, 2, 200, 0), (3, 3, 300, 0), (3, 3, 300, 0), (3, 2, 200, 0)]


def test_the_months_that_have_no_figures(hands: Hands) -> None:
    world = hands.world
    number = world.reader.numbered(POOL)
    assert number is not None
    told = [
        world.pools.reading(number, month, world.today) is not None
        for month in (Month(2025, 5), Month(2025, 6), Month(2026, 5), JUNE, Month(2026, 7))
    ]
    assert told == [False, True, True, True, False]


def test_figures_are_whole_numbers_of_their_own_type(hands: Hands) -> None:
    told = read(hands.world, POOL)
    for value in (told.cards_active, told.used_kb, told.grand_used_kb, told.sms_used):
        assert type(value) is int

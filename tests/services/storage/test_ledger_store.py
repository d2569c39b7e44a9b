"""The ledger is written by triggers; here it is read, corrected and proven (reliability.md I5)."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, select, update
from sqlalchemy.exc import IntegrityError

from simdesk.models.ledger import Cause, Entry, Side, side_of
from simdesk.models.operations import ITEM_MOVES, ItemState
from simdesk.models.orders import Money
from simdesk.services.storage import ledger_store, purchase_store
from simdesk.services.storage.codec import seconds
from simdesk.services.storage.ledger_store import balances, imbalances, put_charge
from simdesk.services.storage.listing_store import ensure_account
from simdesk.services.storage.tables import ledger, op_item, purchase
from simdesk.services.storage.triggers import LEDGER
from tests.factories import a_card_row, a_moment
from tests.services.storage.desk_file import memory_engine, put_operation, put_rows
from tests.services.storage.test_order_store import an_act

NOW = a_moment(2026, 6, 15, 9)
CARDS = 3
_NUMBERS = st.integers(0, 10**6)


@contextmanager
def desk() -> Iterator[Connection]:
    engine = memory_engine()
    with engine.begin() as connection:
        put_rows(connection, [a_card_row(id=n, iccid=f"8986{n:016d}") for n in range(1, CARDS + 1)])
        ensure_account(connection, "demo", "simulator")
        # Here it is about money; how many open items a card may have is tested elsewhere.
        connection.exec_driver_sql("DROP INDEX one_open")
        yield connection
    engine.dispose()


def begin_item(connection: Connection, name: str, minor: int | None) -> Cause:
    row = a_card_row(id=1 + len(name) % CARDS, account="demo")
    put_operation(
        connection,
        row,
        name,
        "PLANNED",
        amount_minor=minor,
        currency=None if minor is None else "CNY",
        serial=name,
    )
    return Cause(f"op-{row.id}-{name}", 1)


def move(connection: Connection, cause: Cause, to: ItemState) -> None:
    table = purchase if cause.op_id is None else op_item
    mine = (
        purchase.c.serial == cause.serial
        if cause.op_id is None
        else (op_item.c.op_id == cause.op_id)
    )
    connection.execute(update(table).where(mine).values(state=to.value, settled_at=seconds(NOW)))


def begin_purchase(connection: Connection, serial: str, minor: int | None) -> Cause:
    act = an_act(serial, kind=serial)
    price = None if minor is None else Money(minor)
    assert purchase_store.begin(connection, "demo", act, price) is None
    return Cause(serial=serial)


@dataclass
class Held:
    """What a plain model in Python knows of one act."""

    state: ItemState
    minor: int
    charged: int | None = None

    @property
    def lies(self) -> tuple[Side, int]:
        side = side_of(self.state)
        return side, self.minor if self.charged is None or side is not Side.SPENT else self.charged


@dataclass
class Walk:
    """Random legal moves on a desk, and the same in plain Python beside it."""

    connection: Connection
    held: dict[Cause, Held] = field(default_factory=dict)
    begun: int = 0

    def begin(self, kind: bool, minor: int) -> None:
        self.begun += 1
        name, amount = "x" * self.begun, minor % 1000 or None
        make = begin_item if kind else begin_purchase
        cause = make(self.connection, name, amount)
        state = ItemState.PLANNED if kind else ItemState.SENDING
        self.held[cause] = Held(state, amount or 0)

    def move(self, which: int, to: int) -> None:
        causes = [cause for cause, one in self.held.items() if self.moves(cause, one)]
        if causes:
            cause = causes[which % len(causes)]
            moves = self.moves(cause, self.held[cause])
            state = moves[to % len(moves)]
            move(self.connection, cause, state)
            self.held[cause].state = state

    @staticmethod
    def moves(cause: Cause, one: Held) -> list[ItemState]:
        allowed = sorted(ITEM_MOVES[one.state])
        return [to for to in allowed if cause.op_id is not None or to is not ItemState.PLANNED]

    def charge(self, which: int, minor: int) -> None:
        causes = list(self.held)
        if causes:
            cause, charged = causes[which % len(causes)], minor % 1000 + 1
            put_charge(self.connection, cause, Money(charged), NOW)
            one = self.held[cause]
            if one.state is ItemState.DONE and one.minor:
                one.charged = charged

    def expected(self) -> dict[Side, int]:
        sums: Counter[Side] = Counter()
        for one in self.held.values():
            side, minor = one.lies
            sums[side] += minor
        return {side: sums[side] for side in Side if side is not Side.BUDGET}


def found(connection: Connection) -> dict[Side, int]:
    lies = balances(connection)
    return {
        Side.RESERVED: lies.reserved.minor,
        Side.IN_FLIGHT: lies.in_flight.minor,
        Side.SPENT: lies.spent.minor,
    }


Steps = list[tuple[str, int, int]]
_STEP = st.tuples(
    st.sampled_from(["item", "purchase", "move", "move", "charge"]), _NUMBERS, _NUMBERS
)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.lists(_STEP, max_size=6), st.booleans()), max_size=14))
def test_any_walk_of_legal_moves_balances_to_the_unit(groups: list[tuple[Steps, bool]]) -> None:
    with desk() as connection:
        walk = Walk(connection)
        for steps, kept in groups:
            before = {
                cause: Held(one.state, one.minor, one.charged) for cause, one in walk.held.items()
            }
            inner = connection.begin_nested()
            for what, first, second in steps:
                if what == "move":
                    walk.move(first, second)
                elif what == "charge":
                    walk.charge(first, second)
                else:
                    walk.begin(what == "item", first)
            if kept:
                inner.commit()
            else:
                inner.rollback()
                walk.held = before
            assert found(connection) == walk.expected()
            assert imbalances(connection) == ()
        for cause, one in walk.held.items():
            sums: Counter[Side] = Counter()
            for entry in ledger_store.entries(connection, cause):
                sums[entry.credit] += entry.money.minor
                sums[entry.debit] -= entry.money.minor
            assert sum(sums.values()) == 0
            side, minor = one.lies
            assert {name: sums[name] for name in found(connection)} == {
                name: minor if name is side else 0 for name in found(connection)
            }


WAY = (ItemState.SENDING, ItemState.UNKNOWN, ItemState.NEEDS_HUMAN)


def live(connection: Connection) -> None:
    """An act for each way through the states, items and purchases."""
    ends = (ItemState.DONE, ItemState.NOT_APPLIED)
    for place, last in enumerate(ends, 1):
        item = begin_item(connection, "y" * place, 100 + place)
        bought = begin_purchase(connection, f"p{place}", 10 + place)
        for state in (*WAY, last):
            move(connection, item, state)
            if state is not ItemState.SENDING:
                move(connection, bought, state)
    begin_item(connection, "z" * 4, 500)
    again = begin_item(connection, "z" * 5, 600)
    for state in (ItemState.SENDING, ItemState.PLANNED):
        move(connection, again, state)
    begin_purchase(connection, "open", 70)
    doubtful = begin_item(connection, "z" * 6, 40)
    for state in WAY[:2]:
        move(connection, doubtful, state)
    withdrawn = begin_item(connection, "z" * 7, 800)
    move(connection, withdrawn, ItemState.WITHDRAWN)


PLANTED = [
    ("NEW.amount_minor,", "NEW.amount_minor + 1,"),
    ("NEW.amount_minor,", "OLD.amount_minor / 2,"),
    ("'PLANNED' THEN 'reserved'", "'PLANNED' THEN 'budget'"),
    ("'PLANNED' THEN 'reserved'", "'PLANNED' THEN 'in_flight'"),
    ("'DONE' THEN 'spent'", "'DONE' THEN 'budget'"),
    ("'DONE' THEN 'spent'", "'DONE' THEN 'in_flight'"),
    ("'SENDING', ", ""),
    (", 'UNKNOWN'", ""),
    (", 'NEEDS_HUMAN'", ""),
    ("'spent' ELSE 'budget'", "'spent' ELSE 'spent'"),
    ("'spent' ELSE 'budget'", "'spent' ELSE 'in_flight'"),
    ("AFTER UPDATE OF state", "AFTER UPDATE OF code"),
    ("AFTER INSERT", "AFTER DELETE"),
    ("NEW.amount_minor > 0", "NEW.amount_minor > 200"),
    ("NEW.amount_minor > 0", "NEW.amount_minor > 15"),
    ("'budget', CASE", "'spent', CASE"),
    ("NEW.currency", "'EUR'"),
]


@pytest.mark.parametrize(("words", "wrong"), PLANTED)
def test_a_planted_bug_in_a_trigger_is_found(words: str, wrong: str) -> None:
    caught = 0
    for triggers in LEDGER.values():
        for trigger in triggers:
            if words not in trigger or ("OLD" in wrong and "AFTER INSERT" in trigger):
                continue
            with desk() as connection:
                name = trigger.split()[2]
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
                bad = trigger.replace(words, wrong)
                if "AFTER DELETE" in bad:
                    bad = bad.replace("NEW.", "OLD.")
                connection.exec_driver_sql(bad)
                try:
                    live(connection)
                except IntegrityError:
                    caught += 1
                    continue
                if imbalances(connection):
                    caught += 1
    assert caught > 0


def test_without_a_planted_bug_nothing_is_found() -> None:
    with desk() as connection:
        live(connection)
        assert imbalances(connection) == ()
        assert found(connection) == {Side.RESERVED: 1100, Side.IN_FLIGHT: 110, Side.SPENT: 112}
        assert connection.scalar(select(ledger.c.id).limit(1)) is not None


@pytest.mark.parametrize(
    ("debit", "credit", "serial", "side"),
    [
        ("budget", "in_flight", "open", Side.IN_FLIGHT),
        ("in_flight", "budget", "open", Side.IN_FLIGHT),
        ("in_flight", "spent", "open", Side.IN_FLIGHT),
        ("spent", "budget", "open", Side.SPENT),
        ("budget", "spent", "open", Side.SPENT),
        ("budget", "reserved", "p1", Side.RESERVED),
        ("spent", "reserved", "p1", Side.RESERVED),
        ("budget", "spent", "p2", Side.SPENT),
    ],
)
def test_an_entry_that_nobody_made_is_found(
    debit: str, credit: str, serial: str, side: Side
) -> None:
    with desk() as connection:
        live(connection)
        connection.execute(
            insert(ledger).values(
                at=0, debit=debit, credit=credit, minor=3, currency="CNY", serial=serial
            )
        )
        sides = {(one.cause, one.side) for one in imbalances(connection)}
        assert (Cause(serial=serial), side) in sides


def test_more_cannot_come_back_than_was_spent() -> None:
    with desk() as connection:
        live(connection)
        connection.execute(
            insert(ledger).values(
                at=0, debit="spent", credit="budget", minor=999, currency="CNY", serial="p1"
            )
        )
        (wrong,) = imbalances(connection)
        assert (wrong.side, wrong.expected, wrong.found) == (Side.SPENT, 11, 11 - 999)


def test_the_ledger_shows_what_was_charged() -> None:
    with desk() as connection:
        cause = begin_purchase(connection, "p", 500)
        assert not put_charge(connection, cause, Money(450), NOW)  # nothing is spent yet
        move(connection, cause, ItemState.DONE)
        assert not put_charge(connection, cause, Money(500), NOW)
        assert not put_charge(connection, cause, Money(450, "EUR"), NOW)
        assert put_charge(connection, cause, Money(450), NOW)
        assert not put_charge(connection, cause, Money(450), NOW)
        assert found(connection)[Side.SPENT] == 450
        assert ledger_store.entries(connection, cause) == (
            Entry(NOW, Side.BUDGET, Side.IN_FLIGHT, Money(500)),
            Entry(NOW, Side.IN_FLIGHT, Side.SPENT, Money(500)),
            Entry(NOW, Side.SPENT, Side.BUDGET, Money(50)),
        )
        assert put_charge(connection, cause, Money(520), NOW)
        assert found(connection)[Side.SPENT] == 520
        assert imbalances(connection) == ()
        assert not put_charge(connection, Cause("nobody", 1), Money(1), NOW)


def test_a_day_is_of_the_carriers_and_doubt_is_counted() -> None:
    with desk() as connection:
        for serial, minor, state, at in (
            ("yesterday", 1, ItemState.DONE, a_moment(2026, 6, 14, 23, 59, 59)),
            ("today", 20, ItemState.DONE, a_moment(2026, 6, 15, 0)),
            ("doubtful", 300, ItemState.UNKNOWN, NOW),
            ("asked", 4000, ItemState.SENDING, NOW),
        ):
            begin_purchase(connection, serial, minor)
            if state is not ItemState.SENDING:
                purchase_store.advance(connection, serial, state, at)
        begin_purchase(connection, "free", None)
        purchase_store.advance(connection, "free", ItemState.UNKNOWN, NOW)
        now = ledger_store.standing(connection, NOW)
        assert now.spent_today == Money(20)
        assert (now.reserved, now.in_flight) == (Money(0), Money(4300))
        assert (now.doubts, now.doubtful) == (1, Money(300))
        assert now.committed == Money(4320)
        tomorrow = ledger_store.standing(connection, NOW + timedelta(days=1))
        assert tomorrow.spent_today == Money(0)
        assert ledger_store.standing(connection, NOW, "EUR").committed == Money(0, "EUR")

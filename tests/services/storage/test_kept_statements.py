"""What runs all day is put together once: the journal's statements are the same at every run."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Connection, event

from simdesk.models.audit import Audited
from simdesk.models.operations import Hold, ItemState
from simdesk.models.orders import Money
from simdesk.services.storage import (
    audit_store,
    guard_store,
    journal_entry,
    journal_reads,
    journal_states,
    listing_store,
    purchase_store,
)
from simdesk.services.storage.audit_store import NewRecord
from simdesk.services.storage.journal_entry import NewOperation
from simdesk.services.storage.journal_states import Interruptions
from simdesk.services.storage.purchase_store import StoredAct
from tests.factories import a_moment

NOW = a_moment()
WHY = Interruptions("in doubt", "ended", "stopped")


def an_operation(name: str) -> NewOperation:
    return NewOperation(
        id=name,
        action="suspend",
        request_json="{}",
        risk=1,
        provider="p",
        account="a",
        simulated=True,
        amount=None,
        requested_by="Li Na",
        requested_at=1,
        send_until=9,
    )


def an_act(serial: str, requested_at: datetime = NOW) -> StoredAct:
    return StoredAct(
        serial, "add_cards", "{}", f"voucher {serial}", None, "[]", "Li Na", requested_at,
        ItemState.SENDING, None, None,
    )  # fmt: skip


def entered(desk: Connection, name: str) -> None:
    journal_entry.enter(desk, an_operation(name))
    journal_entry.approve(desk, an_operation(name), "digest")


def record(desk: Connection, name: str) -> None:
    audit_store.append(desk, NewRecord(1, "Li Na", "bench", Audited.GUARDS_CHANGED, name, {}))


RUNS: dict[str, Callable[[Connection, str], object]] = {
    "enter": entered,
    "unfinished": lambda desk, _: journal_entry.unfinished(desk),
    "parked": journal_states.parked,
    "pause": lambda desk, op: journal_states.pause(desk, op, "why"),
    "leave": lambda desk, op: journal_states.leave(desk, op, 5, "why"),
    "let go": lambda desk, op: journal_states.let_go(desk, op, Hold.PAUSED, 7),
    "unhold": journal_states.unhold,
    "next due": lambda desk, _: journal_states.next_due(desk),
    "ask to stop": journal_states.ask_to_stop,
    "close": lambda desk, op: journal_states.close_operation(desk, op, 5, True, "why"),
    "in parts": lambda desk, op: journal_states.close_in_parts(desk, op, 5, True, "why"),
    "recover": lambda desk, op: journal_states.recover(desk, 5, WHY, [op]),
    "overdue": lambda desk, _: journal_states.park_overdue(desk, 5, "why"),
    "open items": lambda desk, op: journal_reads.open_items(desk, len(op)),
    "all open items": lambda desk, _: journal_reads.open_items(desk, None),
    "request": journal_reads.request_of,
    "guards": lambda desk, _: guard_store.guards(desk),
    "record": record,
    "begin": lambda desk, op: purchase_store.begin(desk, "a", an_act(op), Money(5)),
    "advance": lambda desk, op: purchase_store.advance(desk, op, ItemState.DONE, NOW),
    "doubt": lambda desk, _: purchase_store.doubt_what_was_sending(desk),
    "acts": lambda desk, _: purchase_store.acts(desk),
    "open acts": lambda desk, _: purchase_store.acts(desk, [ItemState.UNKNOWN]),
    "act": purchase_store.act_of,
    "claimed": lambda desk, op: purchase_store.claimed(desk, "a", op),
}


@pytest.fixture
def said(desk: Connection) -> Iterator[list[Any]]:
    """The statements that are run, as they were put together."""
    heard: list[Any] = []

    def hear(connection: object, statement: object, *given: object) -> None:
        del connection, given
        heard.append(statement)

    event.listen(desk, "before_execute", hear)
    yield heard
    event.remove(desk, "before_execute", hear)


@pytest.mark.parametrize("name", RUNS)
def test_a_statement_is_built_once(name: str, desk: Connection, said: list[Any]) -> None:
    run = RUNS[name]
    listing_store.ensure_account(desk, "a", "p")
    for other in ("first", "second"):
        entered(desk, f"{other} one")
        purchase_store.begin(desk, "a", an_act(f"{other} one"), None)
    said.clear()
    # The first takes a new name where something is written, and one that is there where it moves.
    suffix = "" if name in ("enter", "begin") else " one"
    run(desk, f"first{suffix}")
    first = said.copy()
    said.clear()
    run(desk, f"second{suffix}")
    assert first
    assert [one is other for one, other in zip(first, said, strict=True)] == [True] * len(first)

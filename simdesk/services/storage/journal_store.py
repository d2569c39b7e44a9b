"""The journal of sends: intent before the first byte, outcome after.

Every statement names the states it may leave, so that running it twice changes nothing
(reliability.md 4.1). Moments are seconds of UTC in business time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import (
    Connection,
    and_,
    bindparam,
    exists,
    insert,
    literal,
    or_,
    select,
    update,
)

from simdesk.models.commands import CardRef
from simdesk.models.ledger import Cause
from simdesk.models.operations import ItemState
from simdesk.models.orders import Money
from simdesk.services.storage import ledger_store
from simdesk.services.storage.codec import moment
from simdesk.services.storage.dialect import id_list, ids_in
from simdesk.services.storage.journal_tables import OPEN_ITEM
from simdesk.services.storage.tables import attempt, card, op_item, operation

AMBIGUOUS = ("unknown", "interrupted")
"""Outcomes of an attempt after which the card may have changed."""


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """One card's act, waiting to be sent."""

    op_id: str
    seq: int
    card_id: int
    ref: CardRef
    serial: str
    price: Money | None
    voucher: str


@dataclass(frozen=True, slots=True)
class Intent:
    """An item about to be sent, at `at`; with `skip` it is not to be sent any more, and why."""

    op_id: str
    seq: int
    at: int
    skip: str | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """What became of an intent: SENDING with the attempt's number, or the state it is in."""

    state: ItemState
    attempt: int = 0
    busy_with: str | None = None
    """The action of the unsettled item that keeps the card; the item is SKIPPED."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What an attempt's answer means for its item."""

    op_id: str
    seq: int
    attempt: int
    at: int
    state: ItemState
    outcome: str
    code: str | None = None
    reason: str | None = None
    order_number: str | None = None
    next_try_at: int | None = None
    charged: Money | None = None
    """What was charged, where that is not what was approved."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """Sentences for items that may not be sent any more, and for a refusal that proves nothing."""

    changed: str
    busy: str
    doubtful: str


def planned(connection: Connection, op_id: str, after: int, limit: int) -> list[PlannedItem]:
    """The next waiting items of an operation, in order."""
    return [
        PlannedItem(
            row.op_id,
            row.seq,
            row.card_id,
            CardRef(row.iccid, row.instance_id),
            row.serial,
            None if row.amount_minor is None else Money(row.amount_minor, row.currency),
            row.voucher,
        )
        for row in connection.execute(_PLANNED, {"of": op_id, "after": after, "most": limit})
    ]


_PLANNED = (
    select(op_item, card.c.voucher)
    .join(card, card.c.id == op_item.c.card_id)
    .where(
        op_item.c.op_id == bindparam("of"),
        op_item.c.state == "PLANNED",
        op_item.c.seq > bindparam("after"),
    )
    .order_by(op_item.c.seq)
    .limit(bindparam("most"))
)


def advance(
    connection: Connection,
    settlements: Sequence[Settlement],
    intents: Sequence[Intent],
    reasons: Reasons,
) -> list[Ruling]:
    """Outcomes first, for they free cards; then intents. One ruling per intent."""
    settle(connection, settlements, reasons.doubtful)
    return intend(connection, intents, reasons)


def intend(connection: Connection, intents: Sequence[Intent], reasons: Reasons) -> list[Ruling]:
    """Make items SENDING, or SKIPPED where the card changed or another item keeps it.

    One ruling per intent, in order. Durable before any first byte once this has committed.
    """
    found: dict[tuple[str, int], Any] = {}
    for op_id, group in groupby(sorted(intents, key=attrgetter("op_id")), attrgetter("op_id")):
        for row in _candidates(connection, op_id, [intent.seq for intent in group]):
            found[op_id, row.seq] = row
    rulings: list[Ruling] = []
    sending: list[dict[str, object]] = []
    skipped: list[dict[str, object]] = []
    taken: dict[int, str] = {}
    for intent in intents:
        row = found[intent.op_id, intent.seq]
        ruling = _ruled(row, taken.get(row.card_id), intent.skip is not None)
        rulings.append(ruling)
        change = {"of": intent.op_id, "at_seq": intent.seq, "at": intent.at}
        if ruling.state is ItemState.SENDING:
            taken[row.card_id] = row.action
            sending.append(change | {"n": ruling.attempt})
        elif ruling.state is ItemState.SKIPPED:
            why = reasons.changed if ruling.busy_with is None else reasons.busy
            skipped.append(change | {"why": intent.skip or why})
    if sending:
        connection.execute(_TO_SENDING, sending)
        connection.execute(_BEGIN_ATTEMPT, sending)
    if skipped:
        connection.execute(_TO_SKIPPED, skipped)
    return rulings


def _candidates(connection: Connection, op_id: str, seqs: Sequence[int]) -> Sequence[Any]:
    return connection.execute(_CANDIDATES, {"of": op_id, "ids": id_list(seqs)}).all()


# OPEN_ITEM speaks of the table by its name, so the item itself goes by another.
_mine, _its = op_item.alias("mine"), operation.alias("its")
_BUSY_WITH = (
    select(_its.c.action)
    .join(op_item, op_item.c.op_id == _its.c.id)
    .where(op_item.c.card_id == _mine.c.card_id, OPEN_ITEM)
    .correlate(_mine)
    .scalar_subquery()
)
# What another operation did to the card since the preview may not have been read back yet.
_acted = op_item.alias("acted")
_ACTED_SINCE = exists().where(
    _acted.c.card_id == _mine.c.card_id,
    _acted.c.op_id != _mine.c.op_id,
    _acted.c.state == "DONE",
    _acted.c.settled_at > operation.c.requested_at,
)
_CANDIDATES = (
    select(
        _mine.c.seq,
        _mine.c.card_id,
        _mine.c.state,
        _mine.c.attempts,
        operation.c.action,
        or_(_mine.c.expect_version != card.c.version, _ACTED_SINCE).label("changed"),
        _BUSY_WITH.label("busy_with"),
    )
    .join(operation, operation.c.id == _mine.c.op_id)
    .join(card, card.c.id == _mine.c.card_id)
    .where(_mine.c.op_id == bindparam("of"), ids_in(_mine.c.seq))
)


def _ruled(row: Any, taken_by: str | None, skip: bool) -> Ruling:  # noqa: ANN401 - a row of _candidates
    if row.state != ItemState.PLANNED:
        return Ruling(ItemState(row.state))
    busy_with = row.busy_with or taken_by
    if busy_with is not None or row.changed or skip:
        return Ruling(ItemState.SKIPPED, busy_with=busy_with)
    return Ruling(ItemState.SENDING, row.attempts + 1)


_THIS = and_(op_item.c.op_id == bindparam("of"), op_item.c.seq == bindparam("at_seq"))
_TO_SENDING = (
    update(op_item)
    .where(_THIS, op_item.c.state == "PLANNED")
    .values(
        state="SENDING",
        sent_at=bindparam("at"),
        attempts=bindparam("n"),
        next_try_at=None,
        code=None,
        reason=None,
    )
)
_BEGIN_ATTEMPT = insert(attempt).values(
    op_id=bindparam("of"), seq=bindparam("at_seq"), n=bindparam("n"), started_at=bindparam("at")
)
_TO_SKIPPED = (
    update(op_item)
    .where(_THIS, op_item.c.state == "PLANNED")
    .values(state="SKIPPED", settled_at=bindparam("at"), reason=bindparam("why"))
)


def settle(connection: Connection, settlements: Sequence[Settlement], in_doubt: str) -> None:
    """Write answers down. A refusal after an ambiguous attempt is UNKNOWN, for the reason given."""
    if not settlements:
        return
    rows = [_settled(one) for one in settlements]
    connection.execute(_END_ATTEMPT, rows)
    connection.execute(_SETTLE, rows)
    refused = [row | {"why": in_doubt} for row in rows if row["outcome_is"] == "refused"]
    if refused:
        connection.execute(_DOUBT_REFUSAL, refused)
    for one in settlements:
        if one.charged is not None:
            cause = Cause(one.op_id, one.seq)
            ledger_store.put_charge(connection, cause, one.charged, moment(one.at))


def _settled(one: Settlement) -> dict[str, object]:
    final = one.state not in (ItemState.PLANNED, ItemState.ACCEPTED, ItemState.UNKNOWN)
    return {
        "of": one.op_id,
        "at_seq": one.seq,
        "of_n": one.attempt,
        "at": one.at,
        "final_at": one.at if final else None,
        "to": one.state.value,
        "outcome_is": one.outcome,
        "its_code": one.code,
        "why": one.reason,
        "number": one.order_number,
        "again_at": one.next_try_at,
    }


_END_ATTEMPT = (
    update(attempt)
    .where(
        attempt.c.op_id == bindparam("of"),
        attempt.c.seq == bindparam("at_seq"),
        attempt.c.n == bindparam("of_n"),
        attempt.c.ended_at.is_(None),
    )
    .values(
        ended_at=bindparam("at"),
        outcome=bindparam("outcome_is"),
        code=bindparam("its_code"),
        answer=bindparam("why"),
    )
)
_SETTLE = (
    update(op_item)
    .where(_THIS, op_item.c.state == "SENDING")
    .values(
        state=bindparam("to"),
        settled_at=bindparam("final_at"),
        code=bindparam("its_code"),
        reason=bindparam("why"),
        order_number=bindparam("number"),
        next_try_at=bindparam("again_at"),
    )
)
_DOUBT_REFUSAL = (
    update(op_item)
    .where(
        _THIS,
        op_item.c.state == "FAILED",
        op_item.c.settled_at == bindparam("at"),
        exists(
            select(literal(1)).where(
                attempt.c.op_id == op_item.c.op_id,
                attempt.c.seq == op_item.c.seq,
                attempt.c.n < bindparam("of_n"),
                # An IN list cannot be part of a statement that runs for many rows.
                or_(*(attempt.c.outcome == outcome for outcome in AMBIGUOUS)),
            )
        ),
    )
    .values(state="UNKNOWN", settled_at=None, reason=bindparam("why"))
)

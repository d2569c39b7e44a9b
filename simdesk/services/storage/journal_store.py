"""The journal of sends: intent before the first byte, outcome after.

Every statement names the states it may leave, so that running it twice changes nothing
(reliability.md 4.1). Moments are seconds of UTC in business time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Subquery,
    and_,
    bindparam,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)

from simdesk.models.action import Action
from simdesk.models.commands import CardRef
from simdesk.models.ledger import Cause
from simdesk.models.operations import ItemState
from simdesk.models.orders import Money
from simdesk.services.storage import ledger_store
from simdesk.services.storage.codec import moment
from simdesk.services.storage.dialect import gathered, given_rows, id_list, ids_in, rows_in, rows_of
from simdesk.services.storage.journal_tables import OPEN_ITEM
from simdesk.services.storage.tables import attempt, card, op_item, operation

AMBIGUOUS = ("unknown", "interrupted")
"""Outcomes of an attempt after which the card may have changed."""


class PlannedItem(NamedTuple):
    """One card's act, waiting to be sent."""

    op_id: str
    seq: int
    card_id: int
    ref: CardRef
    serial: str
    price: Money | None
    voucher: str


class Intent(NamedTuple):
    """An item about to be sent, at `at`; with `skip` it is not to be sent any more, and why."""

    op_id: str
    seq: int
    at: int
    skip: str | None = None


class Ruling(NamedTuple):
    """What became of an intent: SENDING with the attempt's number, or the state it is in."""

    state: ItemState
    attempt: int = 0
    busy_with: str | None = None
    """The action of the unsettled item that keeps the card; the item is SKIPPED."""


class Settlement(NamedTuple):
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
    asked = {"of": op_id, "after": after, "most": limit}
    return [
        PlannedItem(
            op_id,
            seq,
            card_id,
            CardRef(iccid, instance_id),
            serial,
            None if minor is None else Money(minor, currency),
            voucher,
        )
        for seq, card_id, iccid, instance_id, serial, minor, currency, voucher in rows_in(
            connection.execute(_PLANNED, asked).scalar_one()
        )
    ]


_PLANNED = gathered(
    select(
        op_item.c.seq,
        op_item.c.card_id,
        op_item.c.iccid,
        op_item.c.instance_id,
        op_item.c.serial,
        op_item.c.amount_minor,
        op_item.c.currency,
        card.c.voucher,
    )
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
    found: dict[tuple[str, int], _Candidate] = {}
    for op_id, group in groupby(sorted(intents, key=attrgetter("op_id")), attrgetter("op_id")):
        for one in _candidates(connection, op_id, [intent.seq for intent in group]):
            found[op_id, one.seq] = one
    rulings: list[Ruling] = []
    sending: list[tuple[str, int, int, int]] = []
    skipped: list[tuple[str, int, int, str]] = []
    taken: dict[int, str] = {}
    for intent in intents:
        one = found[intent.op_id, intent.seq]
        ruling = _ruled(one, taken.get(one.card_id), intent.skip is not None)
        rulings.append(ruling)
        if ruling.state is ItemState.SENDING:
            taken[one.card_id] = one.action
            sending.append((intent.op_id, intent.seq, intent.at, ruling.attempt))
        elif ruling.state is ItemState.SKIPPED:
            why = reasons.changed if ruling.busy_with is None else reasons.busy
            skipped.append((intent.op_id, intent.seq, intent.at, intent.skip or why))
    if sending:
        begun = rows_of(sending)
        connection.execute(_TO_SENDING, begun)
        connection.execute(_BEGIN_ATTEMPT, begun)
    if skipped:
        connection.execute(_TO_SKIPPED, rows_of(skipped))
    return rulings


class _Candidate(NamedTuple):
    """An item that may be sent, as it is now."""

    seq: int
    card_id: int
    state: str
    attempts: int
    action: str
    changed: bool
    busy_with: str | None


def _candidates(connection: Connection, op_id: str, seqs: Sequence[int]) -> Iterator[_Candidate]:
    asked = {"of": op_id, "ids": id_list(seqs)}
    return map(_Candidate._make, rows_in(connection.execute(_CANDIDATES, asked).scalar_one()))


# OPEN_ITEM speaks of the table by its name, so the item itself goes by another.
_mine, _its = op_item.alias("mine"), operation.alias("its")
_BUSY_WITH = (
    select(_its.c.action)
    .join(op_item, op_item.c.op_id == _its.c.id)
    .where(op_item.c.card_id == _mine.c.card_id, OPEN_ITEM)
    .correlate(_mine)
    .scalar_subquery()
)
# What another operation did to the card since the preview may not have been read back yet. A
# cancellation ends the card: after one that is done only a newer reading may say otherwise, also
# when the program died before it was read back.
_acted, _whose = op_item.alias("acted"), operation.alias("whose")
_CANCELLED = and_(
    _acted.c.settled_at >= func.max(card.c.listed_at, func.coalesce(card.c.detailed_at, 0)),
    exists().where(_whose.c.id == _acted.c.op_id, _whose.c.action == Action.CANCEL.value),
)
_ACTED_SINCE = exists().where(
    _acted.c.card_id == _mine.c.card_id,
    _acted.c.op_id != _mine.c.op_id,
    _acted.c.state == "DONE",
    or_(_acted.c.settled_at > operation.c.requested_at, _CANCELLED),
)
_CANDIDATES = gathered(
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


def _ruled(item: _Candidate, taken_by: str | None, skip: bool) -> Ruling:
    if item.state != ItemState.PLANNED:
        return Ruling(ItemState(item.state))
    busy_with = item.busy_with or taken_by
    if busy_with is not None or item.changed or skip:
        return Ruling(ItemState.SKIPPED, busy_with=busy_with)
    return Ruling(ItemState.SENDING, item.attempts + 1)


def _item_of(rows: Subquery) -> ColumnElement[bool]:
    return and_(op_item.c.op_id == rows.c.op_id, op_item.c.seq == rows.c.seq)


# Each of these writes any number of items in one step (`given_rows`).
_begun = given_rows("op_id", "seq", "at", "n")
_TO_SENDING = (
    update(op_item)
    .where(_item_of(_begun), op_item.c.state == "PLANNED")
    .values(
        state="SENDING",
        sent_at=_begun.c.at,
        attempts=_begun.c.n,
        next_try_at=None,
        code=None,
        reason=None,
    )
)
_BEGIN_ATTEMPT = insert(attempt).from_select(["op_id", "seq", "started_at", "n"], select(*_begun.c))
_not_sent = given_rows("op_id", "seq", "at", "why")
_TO_SKIPPED = (
    update(op_item)
    .where(_item_of(_not_sent), op_item.c.state == "PLANNED")
    .values(state="SKIPPED", settled_at=_not_sent.c.at, reason=_not_sent.c.why)
)


def settle(connection: Connection, settlements: Sequence[Settlement], in_doubt: str) -> None:
    """Write answers down. A refusal after an ambiguous attempt is UNKNOWN, for the reason given."""
    if not settlements:
        return
    rows = rows_of(map(_settled, settlements))
    connection.execute(_END_ATTEMPT, rows)
    connection.execute(_SETTLE, rows)
    refused = [
        (one.op_id, one.seq, one.attempt, one.at, in_doubt)
        for one in settlements
        if one.outcome == "refused" and one.attempt > 1
    ]
    if refused:
        connection.execute(_DOUBT_REFUSAL, rows_of(refused))
    for one in settlements:
        if one.charged is not None:
            cause = Cause(one.op_id, one.seq)
            ledger_store.put_charge(connection, cause, one.charged, moment(one.at))


def _settled(one: Settlement) -> tuple[object, ...]:
    final = one.state not in (ItemState.PLANNED, ItemState.ACCEPTED, ItemState.UNKNOWN)
    return (
        one.op_id,
        one.seq,
        one.attempt,
        one.at,
        one.at if final else None,
        one.state.value,
        one.outcome,
        one.code,
        one.reason,
        one.order_number,
        one.next_try_at,
    )


_answered = given_rows(
    "op_id", "seq", "n", "at", "final_at", "state", "outcome", "code", "why", "number", "again_at"
)
_END_ATTEMPT = (
    update(attempt)
    .where(
        attempt.c.op_id == _answered.c.op_id,
        attempt.c.seq == _answered.c.seq,
        attempt.c.n == _answered.c.n,
        attempt.c.ended_at.is_(None),
    )
    .values(
        ended_at=_answered.c.at,
        outcome=_answered.c.outcome,
        code=_answered.c.code,
        answer=_answered.c.why,
    )
)
_SETTLE = (
    update(op_item)
    .where(_item_of(_answered), op_item.c.state == "SENDING")
    .values(
        state=_answered.c.state,
        settled_at=_answered.c.final_at,
        code=_answered.c.code,
        reason=_answered.c.why,
        order_number=_answered.c.number,
        next_try_at=_answered.c.again_at,
    )
)
_refused = given_rows("op_id", "seq", "n", "at", "why")
_DOUBT_REFUSAL = (
    update(op_item)
    .where(
        _item_of(_refused),
        op_item.c.state == "FAILED",
        op_item.c.settled_at == _refused.c.at,
        exists(
            select(literal(1)).where(
                attempt.c.op_id == op_item.c.op_id,
                attempt.c.seq == op_item.c.seq,
                attempt.c.n < _refused.c.n,
                attempt.c.outcome.in_(AMBIGUOUS),
            )
        ),
    )
    .values(state="UNKNOWN", settled_at=None, reason=_refused.c.why)
)

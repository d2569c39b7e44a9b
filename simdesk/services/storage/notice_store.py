"""What rules told: notifications, and a trigger record for each card that met a condition.

A notification of many cards is written in portions. While it has 0 cards it is unfinished and not
shown; one that a crash left so is completed with what was recorded.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select, tuple_, update

from simdesk.models.rule_codec import condition_to_json
from simdesk.models.rules import Rule
from simdesk.services.storage import dialect
from simdesk.services.storage.codec import moment, moment_or_none, seconds
from simdesk.services.storage.rule_finding import Found
from simdesk.services.storage.side_by_side import in_group
from simdesk.services.storage.tables import card, notification, rule, trigger_record

PORTION = 5_000
"""Records written in one go, so that others can write in between."""


@dataclass(frozen=True, slots=True)
class StoredNotice:
    """A notification; `condition` as stored, `voucher` where it is about a pool."""

    id: int
    rule_id: int
    rule_name: str
    condition: str
    at: datetime
    cards: int
    read_at: datetime | None
    voucher: str | None


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A trigger record, of a card or of a voucher; `condition` and `measured` as stored."""

    id: int
    rule_id: int
    card_id: int | None
    iccid: str | None
    voucher: str | None
    at: datetime
    condition: str
    measured: str
    notification_id: int | None


@dataclass(frozen=True, slots=True)
class Telling:
    """What one check found, on its way into the records; no notification where nobody is told."""

    rule: Rule
    found: Found
    at: datetime
    notification_id: int | None


# Writing


def begin(connection: Connection, one: Rule, at: datetime) -> int:
    """A new notification of a rule, unfinished."""
    new = insert(notification).values(
        rule_id=one.id,
        rule_name=one.draft.name,
        condition=condition_to_json(one.draft.condition),
        at=seconds(at),
        cards=0,
    )
    return int(connection.execute(new.returning(notification.c.id)).scalar_one())


def put_records(connection: Connection, telling: Telling, start: int) -> None:
    """Write down a portion of what a check found, from place `start` on.

    A status rule's place in the history moves on with it: nothing is told twice after a crash.
    """
    one, found, portion = telling.rule, telling.found, slice(start, start + PORTION)
    condition, second = condition_to_json(one.draft.condition), seconds(telling.at)
    rows = [
        {
            "rule_id": one.id,
            "card_id": card_id,
            "at": second,
            "condition": condition,
            "measured": str(measured),
            "notification_id": telling.notification_id if told else None,
        }
        for card_id, measured, told in zip(
            found.ids[portion].tolist(),
            found.measured[portion].tolist(),
            found.notified[portion].tolist(),
            strict=True,
        )
    ]
    connection.execute(insert(trigger_record), rows)
    changes = found.changes[portion].tolist()
    _move_on(connection, one.id, changes[-1])


def finish(connection: Connection, telling: Telling) -> None:
    """All is written: show the notification, note how far the rule has come."""
    if telling.notification_id is not None:
        mine = update(notification).where(notification.c.id == telling.notification_id)
        connection.execute(mine.values(cards=telling.found.told))
    note_check(connection, telling.rule.id, telling.at)
    _move_on(connection, telling.rule.id, telling.found.seen_change)


def note_check(connection: Connection, rule_id: int, at: datetime) -> None:
    """A rule was checked."""
    mine = update(rule).where(rule.c.id == rule_id)
    connection.execute(mine.values(checked_at=seconds(at)))


def _move_on(connection: Connection, rule_id: int, change: int) -> None:
    behind = update(rule).where(rule.c.id == rule_id, rule.c.checked_change < change)
    connection.execute(behind.values(checked_change=change))


def put_pool(
    connection: Connection, one: Rule, measured: int, at: datetime, *, told: bool
) -> int | None:
    """Write down that a rule's voucher met its condition; the notification's number if told."""
    voucher = one.draft.group.value
    number = None
    if told:
        number = begin(connection, one, at)
        cards = connection.scalar(select(func.count()).where(in_group(one.draft.group)))
        mine = update(notification).where(notification.c.id == number)
        connection.execute(mine.values(cards=max(1, cards or 0)))
    connection.execute(
        insert(trigger_record).values(
            rule_id=one.id,
            voucher=voucher,
            at=seconds(at),
            condition=condition_to_json(one.draft.condition),
            measured=str(measured),
            notification_id=number,
        )
    )
    return number


def mend(connection: Connection) -> None:
    """Complete notifications that a crash left unfinished with what was recorded of them."""
    counted = (
        select(func.count())
        .where(trigger_record.c.notification_id == notification.c.id)
        .scalar_subquery()
    )
    connection.execute(update(notification).where(notification.c.cards == 0).values(cards=counted))
    connection.execute(delete(notification).where(notification.c.cards == 0))


def old_quiet_ones(connection: Connection, rule_id: int, before: datetime) -> Sequence[int]:
    """A portion of a rule's records from before a moment that nobody was told of."""
    asked = (
        select(trigger_record.c.id)
        .where(
            trigger_record.c.rule_id == rule_id,
            trigger_record.c.at < seconds(before),
            trigger_record.c.notification_id.is_(None),
        )
        .limit(PORTION)
    )
    return connection.scalars(asked).all()


def forget(connection: Connection, record_ids: Collection[int]) -> None:
    gone = delete(trigger_record).where(dialect.ids_in(trigger_record.c.id))
    connection.execute(gone, {"ids": dialect.id_list(record_ids)})


def mark_read(connection: Connection, ids: Collection[int] | None, at: datetime) -> bool:
    """Mark notifications as read, None for all. True when one was unread."""
    read = update(notification).where(notification.c.read_at.is_(None), notification.c.cards > 0)
    if ids is not None:
        read = read.where(dialect.ids_in(notification.c.id, ids))
    return connection.execute(read.values(read_at=seconds(at))).rowcount > 0


# Reading


def last_of_pool(connection: Connection, one: Rule, *, told: bool) -> datetime | None:
    """When a pool rule was last recorded, or last told of, since it watches what it watches."""
    asked = select(func.max(trigger_record.c.at)).where(
        trigger_record.c.rule_id == one.id, trigger_record.c.at >= seconds(one.watching_since)
    )
    if told:
        asked = asked.where(trigger_record.c.notification_id.is_not(None))
    return moment_or_none(connection.scalar(asked))


def unread(connection: Connection) -> int:
    """How many notifications nobody has read."""
    asked = select(func.count()).where(notification.c.read_at.is_(None), notification.c.cards > 0)
    return connection.execute(asked).scalar_one()


_voucher = (
    select(trigger_record.c.voucher)
    .where(trigger_record.c.notification_id == notification.c.id)
    .limit(1)
    .scalar_subquery()
)


def notifications(
    connection: Connection, rule_id: int | None, limit: int
) -> tuple[StoredNotice, ...]:
    """The newest notifications, of one rule or of all, newest first."""
    asked = select(notification, _voucher.label("voucher")).where(notification.c.cards > 0)
    if rule_id is not None:
        asked = asked.where(notification.c.rule_id == rule_id)
    found = connection.execute(asked.order_by(notification.c.id.desc()).limit(limit))
    return tuple(
        StoredNotice(
            row.id,
            row.rule_id,
            row.rule_name,
            row.condition,
            moment(row.at),
            row.cards,
            moment_or_none(row.read_at),
            row.voucher,
        )
        for row in found
    )


_RECORDS = select(
    trigger_record.c.id,
    trigger_record.c.rule_id,
    trigger_record.c.card_id,
    card.c.iccid,
    trigger_record.c.voucher,
    trigger_record.c.at,
    trigger_record.c.condition,
    trigger_record.c.measured,
    trigger_record.c.notification_id,
).outerjoin_from(trigger_record, card)


def records_of_rule(
    connection: Connection, rule_id: int, after: tuple[datetime, int] | None, limit: int
) -> tuple[StoredRecord, ...]:
    """A rule's trigger records, newest first, those behind the one of this time and number."""
    asked = _RECORDS.where(trigger_record.c.rule_id == rule_id)
    if after is not None:
        place = tuple_(trigger_record.c.at, trigger_record.c.id)
        asked = asked.where(place < tuple_(seconds(after[0]), after[1]))
    asked = asked.order_by(trigger_record.c.at.desc(), trigger_record.c.id.desc()).limit(limit)
    return _records(connection, asked)


def records_of_card(
    connection: Connection, card_id: int, rule_id: int, offset: int, limit: int
) -> tuple[StoredRecord, ...]:
    """What one rule recorded of a card, newest first."""
    asked = (
        _RECORDS.where(trigger_record.c.card_id == card_id, trigger_record.c.rule_id == rule_id)
        .order_by(trigger_record.c.at.desc(), trigger_record.c.id.desc())
        .offset(offset)
        .limit(limit)
    )
    return _records(connection, asked)


def _records(connection: Connection, asked: Select[Any]) -> tuple[StoredRecord, ...]:
    return tuple(
        StoredRecord(
            row.id,
            row.rule_id,
            row.card_id,
            row.iccid,
            row.voucher,
            moment(row.at),
            row.condition,
            row.measured,
            row.notification_id,
        )
        for row in connection.execute(asked)
    )


def rules_of_card(connection: Connection, card_id: int) -> tuple[tuple[int, str | None], ...]:
    """Rules that recorded something of a card, each with the last name it told under."""
    named = (
        select(notification.c.rule_name)
        .where(notification.c.rule_id == trigger_record.c.rule_id)
        .order_by(notification.c.id.desc())
        .limit(1)
        .correlate(trigger_record)
        .scalar_subquery()
    )
    asked = (
        select(trigger_record.c.rule_id, named)
        .where(trigger_record.c.card_id == card_id)
        .distinct()
    )
    return tuple((row[0], row[1]) for row in connection.execute(asked))

"""A small desk's database for tests: rows put in as they are, no provider behind them."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from functools import cache

from sqlalchemy import Connection, Engine, bindparam, create_engine, event, insert, update
from sqlalchemy.pool import StaticPool

from simdesk.models.card import CardRow
from simdesk.services.storage import detail_store, listing_store
from simdesk.services.storage.codec import seconds, seconds_or_none
from simdesk.services.storage.schema import metadata
from simdesk.services.storage.tables import (
    card,
    card_change,
    notification,
    op_item,
    operation,
    trigger_record,
)
from simdesk.services.storage.tag_store import set_tags
from tests.factories import a_moment


def memory_engine() -> Engine:
    """An empty desk in memory, foreign keys on, one connection."""
    engine = create_engine("sqlite://", poolclass=StaticPool)

    @event.listens_for(engine, "connect")
    def _connect(raw: sqlite3.Connection, record: object) -> None:
        del record
        raw.deserialize(_empty())
        raw.execute("PRAGMA foreign_keys=ON")

    return engine


@cache
def _empty() -> bytes:
    """An empty desk's file, made once: its tables and triggers take ten times as long."""
    with closing(sqlite3.connect(":memory:")) as raw:
        engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
        with engine.begin() as connection:
            metadata.create_all(connection)
        return raw.serialize()


def put_rows(connection: Connection, rows: Sequence[CardRow]) -> None:
    """Store rows of one account into an empty desk with all that is theirs; ids are 1, 2, ..."""
    assert [row.id for row in rows] == list(range(1, len(rows) + 1))
    account, then = rows[0].account, a_moment(2020, 1, 1)
    listing_store.ensure_account(connection, account, "simulator")
    listing_store.put_listing(connection, account, [row.facts for row in rows], then)
    detailed = {row.facts.ref: (row.facts, row.details) for row in rows if row.details is not None}
    detail_store.put_readings(connection, account, detailed, then)
    for row in rows:
        if row.pending is not None:
            put_operation(connection, row, row.pending)
    put_notifications(connection, rows)
    set_tags(connection, {row.id: row.tags for row in rows})
    for row in rows:
        if row.tested_until is not None:
            put_change(connection, row.id, row.tested_until, "10", "20")
    columns = ("remark", "version", "listed_at", "detailed_at", "usage_at", "not_listed_since")
    columns += ("quiet_since",)
    connection.execute(
        update(card)
        .where(card.c.id == bindparam("key"))
        .values({name: bindparam(name) for name in columns}),
        [
            {
                "key": row.id,
                "remark": row.remark,
                "version": row.version,
                "listed_at": seconds(row.stamps.listed_at),
                "detailed_at": seconds_or_none(detailed_at(row)),
                "usage_at": seconds_or_none(row.stamps.usage_at),
                "not_listed_since": seconds_or_none(row.stamps.not_listed_since),
                "quiet_since": seconds_or_none(row.quiet_since),
            }
            for row in rows
        ],
    )


def put_change(connection: Connection, card_id: int, at: datetime, before: str, after: str) -> None:
    """A specific status that a sync found changed at `at`."""
    line = {"card_id": card_id, "field": "specific", "before": before, "after": after}
    connection.execute(insert(card_change).values(**line, observed_at=seconds(at)))


def put_notifications(connection: Connection, rows: Sequence[CardRow]) -> None:
    """The notifications the rows name, each with its cards."""
    told = [(row.id, int(number)) for row in rows for number in row.notifications]
    if not told:
        return
    for number in sorted({number for _, number in told}):
        connection.execute(
            insert(notification).values(
                id=number, rule_id=1, rule_name="Rule", condition="{}", at=0, cards=1
            )
        )
    # A quiet record of every card, so that nobody takes it for a notification.
    records = [*((row.id, None) for row in rows), *told]
    connection.execute(
        insert(trigger_record),
        [
            {
                "rule_id": 1,
                "card_id": card_id,
                "at": 0,
                "condition": "{}",
                "measured": "0",
                "notification_id": number,
            }
            for card_id, number in records
        ],
    )


def detailed_at(row: CardRow) -> datetime | None:
    """Details and their stamp come and go together; random rows may have only one of them."""
    return None if row.details is None else row.stamps.detailed_at or row.stamps.listed_at


def put_operation(
    connection: Connection, row: CardRow, action: str, state: str = "UNKNOWN", **item: object
) -> str:
    """An operation on one card, its item in `state`; the operation's id."""
    name = f"op-{row.id}-{action}"
    connection.execute(
        insert(operation).values(
            id=name,
            action=action,
            request_json="{}",
            risk=2,
            provider="simulator",
            account=row.account,
            simulated=True,
            plan_hash="",
            requested_by="lin",
            requested_at=seconds(row.stamps.listed_at),
            state="RUNNING",
        )
    )
    values = {
        "op_id": name,
        "seq": 1,
        "card_id": row.id,
        "iccid": row.facts.iccid,
        "instance_id": row.facts.instance_id,
        "serial": name,
        "expect_version": row.version,
        "before_json": "{}",
        "state": state,
        **item,
    }
    connection.execute(insert(op_item).values(values))
    return name

"""What the provider's list tells, written down: new cards, changed cards, cards seen again."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from simdesk.models.card import CardFacts
from simdesk.models.commands import CardRef
from simdesk.services.storage import dialect, quiet_store
from simdesk.services.storage.codec import (
    FACT_COLUMNS,
    Stored,
    clean,
    from_lines,
    seconds,
    stored_facts,
)
from simdesk.services.storage.differences import Changes, Differences, decides
from simdesk.services.storage.progress_store import Sweep, note_sweep
from simdesk.services.storage.tables import account as account_table
from simdesk.services.storage.tables import card, card_change, card_number
from simdesk.services.storage.tag_store import import_tags

_KEY = tuple[str, str]
_BY_ICCID = select(
    card.c.id,
    card.c.listed_at,
    card.c.not_listed_since,
    card.c.quiet_since,
    *(card.c[name] for name in FACT_COLUMNS),
).where(card.c.account == bindparam("owner"), dialect.exactly_in(card.c.iccid))
_FACTS_FROM = 4
_USED = FACT_COLUMNS.index("cycle_usage_kb")


def ensure_account(connection: Connection, name: str, provider: str) -> None:
    """Know whose cards these are."""
    known = select(account_table.c.name).where(account_table.c.name == name)
    if connection.execute(known).first() is None:
        connection.execute(insert(account_table).values(name=name, provider=provider))


def ids_of(connection: Connection, account: str, refs: Sequence[CardRef]) -> dict[CardRef, int]:
    """The desk's ids of these cards; unknown ones are absent."""
    keys = {(clean(ref.iccid), clean(ref.instance_id)): ref for ref in refs}
    wanted = {"owner": account, "texts": dialect.text_list(iccid for iccid, _ in keys)}
    asked = select(card.c.id, card.c.iccid, card.c.instance_id).where(
        card.c.account == bindparam("owner"), dialect.exactly_in(card.c.iccid)
    )
    return {
        keys[iccid, instance]: card_id
        for card_id, iccid, instance in connection.execute(asked, wanted).all()
        if (iccid, instance) in keys
    }


def refs_of(connection: Connection, ids: Sequence[int]) -> dict[int, CardRef]:
    """How the provider names these cards; unknown ids are absent."""
    asked = select(card.c.id, card.c.iccid, card.c.instance_id).where(dialect.ids_in(card.c.id))
    found = connection.execute(asked, {"ids": dialect.id_list(ids)})
    return {card_id: CardRef(iccid, instance) for card_id, iccid, instance in found}


def put_page(
    connection: Connection,
    account: str,
    listed: Sequence[CardFacts],
    asked_at: datetime,
    sweep: Sweep,
) -> Changes:
    """Write down a page of a sweep and how far the sweep has come, together."""
    changes = put_listing(connection, account, listed, asked_at)
    note_sweep(connection, account, sweep)
    return changes


def put_listing(
    connection: Connection, account: str, listed: Sequence[CardFacts], asked_at: datetime
) -> Changes:
    """Write down what the list said when asked at `asked_at`.

    A card that was read later than that keeps what is known of it: an older answer never
    overwrites a newer one (reliability.md F05). A card's first listing brings its tags and remark.
    """
    now = seconds(asked_at)
    found = Differences(now)
    known = _known(connection, account, listed)
    seen: list[int] = []
    woken: list[int] = []
    new: dict[_KEY, tuple[Stored, ...]] = {}
    for facts in listed:
        after = stored_facts(facts)
        key = (str(after[0]), str(after[1]))
        if key not in known:
            new[key] = after
            continue
        row = known[key]
        card_id, listed_at, missing, quiet = row[:_FACTS_FROM]
        if listed_at <= now:
            seen.append(card_id)
            found.compare(card_id, FACT_COLUMNS, row[_FACTS_FROM:], after)
            if missing is not None:
                found.changes.add(card_id, ("missing",))
            if quiet is not None and after[_USED] and after[_USED] != row[_FACTS_FROM + _USED]:
                woken.append(card_id)
                found.changes.add(card_id, ("quiet_since",))
    write_differences(connection, found)
    if woken:
        quiet_store.forget(connection, woken)
    _stamp(connection, seen, now)
    if new:
        found.changes.merge(_insert(connection, account, list(new.values()), now))
    return found.changes


def _known(
    connection: Connection, account: str, listed: Sequence[CardFacts]
) -> dict[_KEY, tuple[Any, ...]]:
    wanted = {
        "owner": account,
        "texts": dialect.text_list(clean(facts.iccid) for facts in listed),
    }
    found = connection.execute(_BY_ICCID, wanted).all()
    return {(row[_FACTS_FROM], row[_FACTS_FROM + 1]): tuple(row) for row in found}


def _stamp(connection: Connection, ids: Sequence[int], now: int) -> None:
    stamped = update(card).where(dialect.ids_in(card.c.id))
    connection.execute(
        stamped.values(listed_at=now, not_listed_since=None), {"ids": dialect.id_list(ids)}
    )


def write_differences(connection: Connection, found: Differences) -> None:
    """Write what was compared: the cards' new values and their history."""
    for columns, rows in found.updates.items():
        values: dict[str, Any] = {name: bindparam(name) for name in columns}
        if decides(columns):
            values["version"] = card.c.version + 1
        connection.execute(update(card).where(card.c.id == bindparam("key")).values(values), rows)
        if "msisdns" in columns or "imsis" in columns:
            index_numbers(connection, [int(row["key"] or 0) for row in rows])
    if found.past:
        connection.execute(insert(card_change), found.past)


def _insert(
    connection: Connection, account: str, rows: Sequence[tuple[Stored, ...]], now: int
) -> Changes:
    following = 1 + (connection.scalar(select(func.max(card.c.id))) or 0)
    ids = range(following, following + len(rows))
    values = [
        {
            **dict(zip(FACT_COLUMNS, row, strict=True)),
            "id": card_id,
            "account": account,
            "remark": row[-1],
            "version": 1,
            "listed_at": now,
        }
        for card_id, row in zip(ids, rows, strict=True)
    ]
    connection.execute(insert(card), values)
    index_numbers(connection, ids, fresh=True)
    tags = {
        card_id: names
        for card_id, row in zip(ids, rows, strict=True)
        if (names := from_lines(str(row[-2])))
    }
    return Changes(card_ids=set(ids), new=True, tags=import_tags(connection, tags))


def index_numbers(connection: Connection, ids: Sequence[int], *, fresh: bool = False) -> None:
    """Make every MSISDN and IMSI of these cards findable on its own."""
    wanted = {"ids": dialect.id_list(ids)}
    if not fresh:
        connection.execute(delete(card_number).where(dialect.ids_in(card_number.c.card_id)), wanted)
    asked = select(card.c.id, card.c.msisdns, card.c.imsis).where(dialect.ids_in(card.c.id))
    rows = [
        {"card_id": card_id, "kind": kind, "number": number}
        for card_id, msisdns, imsis in connection.execute(asked, wanted)
        for kind, lines in (("msisdn", msisdns), ("imsi", imsis))
        for number in dict.fromkeys(from_lines(lines))
    ]
    if rows:
        connection.execute(insert(card_number), rows)

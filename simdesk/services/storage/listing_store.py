"""What the provider's list tells, written down: new cards, changed cards, cards seen again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Update,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    select,
    update,
)

from simdesk.models.card import CardFacts
from simdesk.models.commands import CardRef
from simdesk.services.storage import dialect, quiet_store
from simdesk.services.storage.codec import (
    DETAIL_COLUMNS,
    FACT_COLUMNS,
    Stored,
    clean,
    from_lines,
    seconds,
    stored_facts,
)
from simdesk.services.storage.differences import Changes, Differences, decides
from simdesk.services.storage.progress_store import Sweep, note_sweep
from simdesk.services.storage.stamping import LISTED, stamp
from simdesk.services.storage.tables import account as account_table
from simdesk.services.storage.tables import card, card_change, card_number
from simdesk.services.storage.tag_store import import_tags

Key = tuple[str, str]
"""ICCID and instance id as stored."""
Known = dict[Key, Sequence[Any]]
"""What the desk holds of cards: a row of `known_cards` each."""


@dataclass(frozen=True, slots=True)
class Met:
    """Cards that were told of: their ids, and which have to be stamped as listed."""

    ids: Mapping[Key, int]
    listed: Sequence[int]


_ID, _LISTED_AT, _MISSING, _QUIET = range(4)
_FACTS_FROM = 4
_USED = _FACTS_FROM + FACT_COLUMNS.index("cycle_usage_kb")
FACTS_TO = _FACTS_FROM + len(FACT_COLUMNS)
_OF_LIST = (
    card.c.id,
    card.c.listed_at,
    card.c.not_listed_since,
    card.c.quiet_since,
    *(card.c[name] for name in FACT_COLUMNS),
)
# By the index of ICCIDs, which knows no capitals: who asks compares what was found.
_OWN = (dialect.unindexed(card.c.account) == bindparam("owner"), dialect.texts_in(card.c.iccid))
_BY_ICCID = select(*_OF_LIST).where(*_OWN)
_IN_FULL = select(
    *_OF_LIST, card.c.detailed_at, card.c.usage_at, *(card.c[name] for name in DETAIL_COLUMNS)
).where(*_OWN)
_IDS = select(card.c.id, card.c.iccid, card.c.instance_id, card.c.usage_at).where(*_OWN)
_REFS = select(card.c.id, card.c.iccid, card.c.instance_id).where(dialect.ids_in(card.c.id))


_NUMBERS = select(card.c.id, card.c.msisdns, card.c.imsis).where(dialect.ids_in(card.c.id))
_MSISDNS, _IMSIS = (2 + FACT_COLUMNS.index(name) for name in ("msisdns", "imsis"))
_PUT_NUMBER = insert(card_number)
_NEW = insert(card).values(
    {
        name: bindparam(name)
        for name in ("id", "account", *FACT_COLUMNS, "remark", "version", "listed_at")
    }
)
_REMEMBER = insert(card_change).values(
    {name: bindparam(name) for name in ("card_id", "field", "before", "after", "observed_at")}
)


def ensure_account(connection: Connection, name: str, provider: str) -> None:
    """Know whose cards these are."""
    known = select(account_table.c.name).where(account_table.c.name == name)
    if connection.execute(known).first() is None:
        connection.execute(insert(account_table).values(name=name, provider=provider))


def ids_of(
    connection: Connection, account: str, refs: Sequence[CardRef]
) -> dict[CardRef, tuple[int, int | None]]:
    """The desk's ids of these cards and when their usage was asked for; unknown ones are absent."""
    keys = {(clean(ref.iccid), clean(ref.instance_id)): ref for ref in refs}
    wanted = {"owner": account, "texts": dialect.text_list(iccid for iccid, _ in keys)}
    return {
        keys[iccid, instance]: (card_id, usage_at)
        for card_id, iccid, instance, usage_at in dialect.plain_rows(connection, _IDS, wanted)
        if (iccid, instance) in keys
    }


def refs_of(connection: Connection, ids: Sequence[int]) -> dict[int, CardRef]:
    """How the provider names these cards; unknown ids are absent."""
    found = connection.execute(_REFS, {"ids": dialect.id_list(ids)})
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
    found = Differences(seconds(asked_at))
    told = [(clean(facts.iccid), clean(facts.instance_id)) for facts in listed]
    known = known_cards(connection, account, told)
    met = put_facts(connection, account, known, dict(zip(told, listed, strict=True)), found)
    write_differences(connection, found)
    stamp(connection, {LISTED: (met.listed, found.observed_at)})
    return found.changes


def known_cards(
    connection: Connection, account: str, keys: Iterable[Key], *, in_full: bool = False
) -> Known:
    """The desk's rows of these cards: FACT_COLUMNS up to FACTS_TO and, `in_full`, `detailed_at`,
    `usage_at` and DETAIL_COLUMNS behind them. Unknown cards are absent.
    """
    wanted = {"owner": account, "texts": dialect.text_list(iccid for iccid, _ in keys)}
    found = dialect.plain_rows(connection, _IN_FULL if in_full else _BY_ICCID, wanted)
    return {(row[_FACTS_FROM], row[_FACTS_FROM + 1]): row for row in found}


def put_facts(
    connection: Connection,
    account: str,
    known: Known,
    told: Mapping[Key, CardFacts],
    found: Differences,
) -> Met:
    """Compare what was told with what is known, insert new cards.

    What differs goes into `found`, to be written by the caller, who also stamps.
    """
    now = found.observed_at
    ids: dict[Key, int] = {}
    seen: list[int] = []
    woken: list[int] = []
    new: dict[Key, tuple[Stored, ...]] = {}
    for key, facts in told.items():
        after = stored_facts(facts)
        row = known.get(key)
        if row is None:
            new[key] = after
            continue
        ids[key] = card_id = row[_ID]
        if row[_LISTED_AT] <= now:
            seen.append(card_id)
            found.compare(card_id, FACT_COLUMNS, row[_FACTS_FROM:FACTS_TO], after)
            if row[_MISSING] is not None:
                found.changes.add(card_id, ("missing",))
            if row[_QUIET] is not None and facts.cycle_usage_kb not in (0, row[_USED]):
                woken.append(card_id)
                found.changes.add(card_id, ("quiet_since",))
    if woken:
        quiet_store.forget(connection, woken)
    if new:
        changes = _insert(connection, account, list(new.values()), now)
        ids.update(zip(new, sorted(changes.card_ids), strict=True))
        found.changes.merge(changes)
    return Met(ids, seen)


def write_differences(connection: Connection, found: Differences) -> None:
    """Write what was compared: the cards' new values and their history."""
    for columns, rows in found.updates.items():
        dialect.execute_many(connection, _update(columns), rows)
        if "msisdns" in columns or "imsis" in columns:
            index_numbers(connection, [int(row[-1] or 0) for row in rows])
    if found.past:
        dialect.execute_many(connection, _REMEMBER, found.past)


@lru_cache(maxsize=256)
def _update(columns: tuple[str, ...]) -> Update:
    """Sets these columns of one card, whose id comes last."""
    values: list[tuple[Column[Any], Any]] = [(card.c[name], bindparam(name)) for name in columns]
    if decides(columns):
        values.append((card.c.version, card.c.version + literal_column("1")))
    return update(card).where(card.c.id == bindparam("key")).ordered_values(*values)


def _insert(
    connection: Connection, account: str, rows: Sequence[tuple[Stored, ...]], now: int
) -> Changes:
    following = 1 + (connection.scalar(select(func.max(card.c.id))) or 0)
    ids = range(following, following + len(rows))
    values = [
        (card_id, account, *row, row[-1], 1, now) for card_id, row in zip(ids, rows, strict=True)
    ]
    dialect.execute_many(connection, _NEW, values)
    _put_numbers(connection, [(row[0], row[_MSISDNS], row[_IMSIS]) for row in values])
    tags = {
        card_id: names
        for card_id, row in zip(ids, rows, strict=True)
        if (names := from_lines(str(row[-2])))
    }
    return Changes(card_ids=set(ids), new=True, tags=import_tags(connection, tags))


def index_numbers(connection: Connection, ids: Sequence[int]) -> None:
    """Make each MSISDN and IMSI findable on its own where these cards have several."""
    wanted = {"ids": dialect.id_list(ids)}
    connection.execute(delete(card_number).where(dialect.ids_in(card_number.c.card_id)), wanted)
    _put_numbers(connection, dialect.plain_rows(connection, _NUMBERS, wanted))


def _put_numbers(connection: Connection, cards: Iterable[Sequence[Any]]) -> None:
    """Of each card its id, MSISDNs and IMSIs as lines."""
    rows = [
        (card_id, kind, number)
        for card_id, msisdns, imsis in cards
        for kind, lines in (("msisdn", msisdns), ("imsi", imsis))
        if lines is not None and "\n" in lines
        for number in dict.fromkeys(from_lines(lines))
    ]
    if rows:
        dialect.execute_many(connection, _PUT_NUMBER, rows)

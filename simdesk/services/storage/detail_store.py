"""What reading a card in full tells: its facts, its details, its sub-cards."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from simdesk.models.card import CardDetails, CardFacts
from simdesk.models.commands import CardRef
from simdesk.models.usage import CardUsage
from simdesk.services.storage import dialect
from simdesk.services.storage.codec import (
    DETAIL_COLUMNS,
    SUB_CARD_COLUMNS,
    Stored,
    clean,
    seconds,
    stored_details,
    stored_sub_card,
)
from simdesk.services.storage.differences import Changes, Differences
from simdesk.services.storage.listing_store import (
    FACTS_TO,
    Known,
    Met,
    known_cards,
    put_facts,
    write_differences,
)
from simdesk.services.storage.stamping import DETAILED, LISTED, USED, stamp
from simdesk.services.storage.tables import sub_card
from simdesk.services.storage.usage_store import put_usage_of

SUB_CARDS = "sub_cards"
"""Announced as the changed field when a smart card's channels are other than before."""

SUB_CARD = "sub_card"
"""In the history, followed by a colon and the channel's ICCID."""

Reading = tuple[CardFacts, CardDetails]
_DETAILED_AT = FACTS_TO
_USAGE_AT = FACTS_TO + 1
_DETAILS_FROM = FACTS_TO + 2
_NOTHING = (None,) * len(DETAIL_COLUMNS)
_SUB_CARDS = (
    select(sub_card.c.card_id, *(sub_card.c[name] for name in SUB_CARD_COLUMNS))
    .where(dialect.ids_in(sub_card.c.card_id))
    .order_by(sub_card.c.card_id, sub_card.c.place)
)
_PUT_SUB_CARD = insert(sub_card)
_GONE = delete(sub_card).where(dialect.ids_in(sub_card.c.card_id))
_ICCID = SUB_CARD_COLUMNS.index("iccid")
_SPECIFIC = SUB_CARD_COLUMNS.index("specific")


def put_readings(
    connection: Connection,
    account: str,
    read: Mapping[CardRef, Reading],
    asked_at: datetime,
    *,
    usage: Mapping[CardRef, CardUsage] = MappingProxyType({}),
    usage_asked_at: datetime | None = None,
) -> Changes:
    """Write down cards read in full at `asked_at`; what was read later than that stays.

    With them goes the `usage` of some of them, asked for at `usage_asked_at` or later.
    """
    found = Differences(seconds(asked_at))
    told = {(clean(one.iccid), clean(one.instance_id)): (one, more) for one, more in read.values()}
    known = known_cards(connection, account, told, in_full=True)
    met = put_facts(connection, account, known, {key: one for key, (one, _) in told.items()}, found)
    fresh: dict[int, CardDetails] = {}
    for key, (_, details) in told.items():
        card_id, row = met.ids[key], known.get(key)
        before = None if row is None else row[_DETAILED_AT]
        if before is None or before <= found.observed_at:
            fresh[card_id] = details
            # What was never known before did not change at the provider.
            found.compare(
                card_id,
                DETAIL_COLUMNS,
                _NOTHING if row is None else row[_DETAILS_FROM:],
                stored_details(details),
                remember=before is not None,
            )
    _put_sub_cards(connection, fresh, found)
    write_differences(connection, found)
    now = found.observed_at if usage_asked_at is None else seconds(usage_asked_at)
    used = _usage_due(usage, known, met, now)
    found.changes.merge(put_usage_of(connection, used))
    stamp(
        connection,
        {
            LISTED: (met.listed, found.observed_at),
            DETAILED: (fresh, found.observed_at),
            USED: (used, now),
        },
    )
    return found.changes


def _usage_due(
    usage: Mapping[CardRef, CardUsage], known: Known, met: Met, now: int
) -> dict[int, CardUsage]:
    """By id, the usage of cards that were not asked for it later than `now`."""
    due: dict[int, CardUsage] = {}
    for ref, told in usage.items():
        key = (clean(ref.iccid), clean(ref.instance_id))
        if key in met.ids:
            row = known.get(key)
            before = None if row is None else row[_USAGE_AT]
            if before is None or before <= now:
                due[met.ids[key]] = told
    return due


def _put_sub_cards(
    connection: Connection, details: Mapping[int, CardDetails], found: Differences
) -> None:
    after = {
        card_id: [stored_sub_card(one) for one in of_card.sub_cards]
        for card_id, of_card in details.items()
    }
    before = _sub_cards(connection, list(after))
    changed = [card_id for card_id, rows in after.items() if rows != before.get(card_id, [])]
    if not changed:
        return
    connection.execute(_GONE, {"ids": dialect.id_list(changed)})
    rows = [
        (card_id, place, *row) for card_id in changed for place, row in enumerate(after[card_id])
    ]
    if rows:
        dialect.execute_many(connection, _PUT_SUB_CARD, rows)
    for card_id in changed:
        found.changes.add(card_id, (SUB_CARDS,))
        _remember_moves(card_id, before.get(card_id, []), after[card_id], found)


def _sub_cards(connection: Connection, ids: Sequence[int]) -> dict[int, list[tuple[Stored, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for row in dialect.plain_rows(connection, _SUB_CARDS, {"ids": dialect.id_list(ids)}):
        found[row[0]].append(row[1:])
    return found


def _remember_moves(
    card_id: int,
    before: Sequence[tuple[Stored, ...]],
    after: Sequence[tuple[Stored, ...]],
    found: Differences,
) -> None:
    """A sub-card's specific status is the one thing about it that belongs in the history."""
    olds = {row[_ICCID]: row[_SPECIFIC] for row in before}
    for row in after:
        iccid, specific = row[_ICCID], row[_SPECIFIC]
        if iccid in olds and olds[iccid] != specific:
            found.remember(card_id, f"{SUB_CARD}:{iccid}", olds[iccid], specific)

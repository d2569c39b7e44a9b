"""What reading a card in full tells: its facts, its details, its sub-cards."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from simdesk.models.card import CardDetails, CardFacts
from simdesk.models.commands import CardRef
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
    known_cards,
    put_facts,
    write_differences,
)
from simdesk.services.storage.tables import card, sub_card

SUB_CARDS = "sub_cards"
"""Announced as the changed field when a smart card's channels are other than before."""

SUB_CARD = "sub_card"
"""In the history, followed by a colon and the channel's ICCID."""

Reading = tuple[CardFacts, CardDetails]
_DETAILED_AT = FACTS_TO
_DETAILS_FROM = FACTS_TO + 1
_NOTHING = (None,) * len(DETAIL_COLUMNS)
_STAMP = update(card).where(dialect.ids_in(card.c.id)).values(detailed_at=bindparam("now"))
_SUB_CARDS = (
    select(sub_card.c.card_id, *(sub_card.c[name] for name in SUB_CARD_COLUMNS))
    .where(dialect.ids_in(sub_card.c.card_id))
    .order_by(sub_card.c.card_id, sub_card.c.place)
)
_GONE = delete(sub_card).where(dialect.ids_in(sub_card.c.card_id))
_ICCID = SUB_CARD_COLUMNS.index("iccid")
_SPECIFIC = SUB_CARD_COLUMNS.index("specific")


def put_readings(
    connection: Connection, account: str, read: Mapping[CardRef, Reading], asked_at: datetime
) -> Changes:
    """Write down cards read in full at `asked_at`; what was read later than that stays."""
    found = Differences(seconds(asked_at))
    told = {(clean(one.iccid), clean(one.instance_id)): (one, more) for one, more in read.values()}
    known = known_cards(connection, account, told, in_full=True)
    facts = {key: one for key, (one, _) in told.items()}
    ids = put_facts(connection, account, known, facts, found)
    fresh: dict[int, CardDetails] = {}
    for key, (_, details) in told.items():
        card_id, row = ids[key], known.get(key)
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
    connection.execute(_STAMP, {"ids": dialect.id_list(fresh), "now": found.observed_at})
    return found.changes


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
        {"card_id": card_id, "place": place, **_named(row)}
        for card_id in changed
        for place, row in enumerate(after[card_id])
    ]
    if rows:
        connection.execute(insert(sub_card), rows)
    for card_id in changed:
        found.changes.add(card_id, (SUB_CARDS,))
        _remember_moves(card_id, before.get(card_id, []), after[card_id], found)


def _named(row: tuple[Stored, ...]) -> dict[str, Stored]:
    return dict(zip(SUB_CARD_COLUMNS, row, strict=True))


def _sub_cards(connection: Connection, ids: Sequence[int]) -> dict[int, list[tuple[Stored, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for card_id, *row in connection.execute(_SUB_CARDS, {"ids": dialect.id_list(ids)}):
        found[card_id].append(tuple(row))
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

"""A first glance at a desk that is not open yet, with Python's own sqlite3 alone.

The window shows its first rows while SQLAlchemy, the provider and the services are still being
read. So the SQL of the plain question stands here once more in words; a test holds what it answers
against `card_store.first`. Nothing is written, and nothing is waited for.
"""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from simdesk.models.card import CardRow
from simdesk.models.tags import TagColor
from simdesk.services.storage.card_shape import card_rows, has_sub_cards
from simdesk.services.storage.codec import DETAIL_COLUMNS, FACT_COLUMNS, SUB_CARD_COLUMNS
from simdesk.services.storage.desk_file import APPLICATION_ID, SCHEMA, looked_into

_WAITS = 0.05  # seconds: whoever writes now is about to be named as the one who has the desk open

_FIRST: Final = """
    SELECT id FROM card WHERE status != 50 ORDER BY iccid COLLATE NOCASE, id LIMIT ?
"""
_CARDS: Final = f"""
    SELECT id, account, remark, version, listed_at, detailed_at, usage_at, not_listed_since,
        quiet_since,
        CASE WHEN specific = 20 THEN (
            SELECT max(observed_at) FROM card_change
            WHERE card_id = card.id AND field = 'specific' AND "after" = '20') END,
        (SELECT action FROM op_item JOIN operation ON operation.id = op_id
            WHERE card_id = card.id
            AND op_item.state IN ('SENDING', 'ACCEPTED', 'UNKNOWN', 'NEEDS_HUMAN')),
        {", ".join((*FACT_COLUMNS, *DETAIL_COLUMNS))}
    FROM card WHERE id IN (SELECT value FROM json_each(?))
"""
_TAGS: Final = """
    SELECT card_id, name FROM card_tag JOIN tag ON tag.id = tag_id
    WHERE card_id IN (SELECT value FROM json_each(?)) ORDER BY name
"""
_NOTIFICATIONS: Final = """
    SELECT card_id, notification_id FROM trigger_record
    WHERE card_id IN (SELECT value FROM json_each(?)) AND notification_id IS NOT NULL
    ORDER BY notification_id
"""
_SUB_CARDS: Final = f"""
    SELECT card_id, {", ".join(SUB_CARD_COLUMNS)} FROM sub_card
    WHERE card_id IN (SELECT value FROM json_each(?)) ORDER BY card_id, place
"""


_FLAGS: Final = frozenset(
    {
        "auto_rebind",
        "auto_renew",
        "cancellation_due",
        "certified",
        "limit_auto_restore",
        "sms_enabled",
    }
)
"""Columns that hold yes or no; SQLite itself knows only 1 and 0."""


@dataclass(frozen=True, slots=True)
class Glance:
    """The first cards in the order of a new desk, and the colours of all tags."""

    cards: tuple[CardRow, ...]
    colors: Mapping[str, TagColor]


def glance(path: Path, limit: int) -> Glance | None:
    """The first `limit` cards of the desk at `path`, by ICCID, without the cancelled.

    None where there is no such desk, or anything about it is odd: whoever opens it says what.
    """
    try:
        with closing(looked_into(path, _WAITS)) as raw:
            return _read(raw, limit) if _is_ours(raw) else None
    except (OSError, sqlite3.Error, ValueError, TypeError, LookupError):
        return None


def _is_ours(raw: sqlite3.Connection) -> bool:
    names = ("application_id", "user_version")
    found = [raw.execute(f"PRAGMA {name}").fetchone()[0] for name in names]
    return found == [APPLICATION_ID, SCHEMA]


def _read(raw: sqlite3.Connection, limit: int) -> Glance:
    raw.execute("PRAGMA trusted_schema=OFF")
    raw.execute("BEGIN")  # one state of the file for all of them
    ids = [one for (one,) in raw.execute(_FIRST, (limit,))]
    wanted = (json.dumps(ids),)
    cards = _with_flags(raw.execute(_CARDS, wanted))
    known = card_rows(
        cards,
        raw.execute(_TAGS, wanted),
        raw.execute(_NOTIFICATIONS, wanted),
        _with_flags(raw.execute(_SUB_CARDS, wanted)) if has_sub_cards(cards) else (),
    )
    colors = raw.execute("SELECT name, color FROM tag").fetchall()
    return Glance(
        tuple(known[one] for one in ids if one in known),
        {name: TagColor.of(color) for name, color in colors},
    )


def _with_flags(found: sqlite3.Cursor) -> list[list[Any]]:
    places = [at for at, column in enumerate(found.description) if column[0] in _FLAGS]
    rows = [list(row) for row in found]
    for row in rows:
        for at in places:
            row[at] = None if row[at] is None else bool(row[at])
    return rows

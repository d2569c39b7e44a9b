"""A desk's file filled from a spreadsheet: all rows first, indexes last, then as any other.

It is written by a process of its own, which nobody waits for to be safe: what it leaves half done
is thrown away. So nothing is forced to the disk here, and there is no journal.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from simdesk.services.storage import opening, review_wishes

Stored = str | int | bool | bytes | None
FIRST_ROWS: Final = 1_000
"""So many rows are committed at once, to be looked at; see `glance`."""
ROWS_AT_ONCE: Final = 20_000

_PRAGMAS = (
    "PRAGMA journal_mode=DELETE",  # a new desk has a log beside it, which cannot be left at once
    "PRAGMA journal_mode=OFF",
    "PRAGMA synchronous=OFF",
    "PRAGMA cache_size=-64000",
    "PRAGMA trusted_schema=OFF",
)
_LATER: Final = (
    "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND (type = 'index'"
    " AND tbl_name IN ('card', 'card_number', 'card_tag') OR name LIKE 'one_card_%')"
)
"""What costs with every row and is made once at the end: indexes, and the trigger they serve."""
_UNTOLD: Final[Mapping[str, Stored]] = {
    **dict.fromkeys(("instance_id", "voucher", "carrier", "plan_type", "order_number"), ""),
    **dict.fromkeys(("sim_type", "network", "apn", "private_segment", "certify_type"), ""),
    **dict.fromkeys(("directional_group", "provider_tags", "provider_remark", "remark"), ""),
    **dict.fromkeys(("cycle", "rate_version", "status", "specific", "cancellation_due"), 0),
    **dict.fromkeys(("cycle_usage_kb", "sms_used", "opened_at", "auto_renew", "sms_enabled"), 0),
    "version": 1,
}
"""What a card has of fields that nobody told: nothing, in the form that the table takes."""
_OF_DETAILS: Final[Mapping[str, Stored]] = {
    **dict.fromkeys(("imei", "ips"), ""),
    **dict.fromkeys(("certified", "limit_auto_restore", "auto_rebind"), 0),
}
"""The same of what only details tell, where one of them was told."""
BLANKS: Final[Mapping[str, Stored]] = {**_UNTOLD, **_OF_DETAILS}
"""By column of the card table, what stands there for nothing; in all others it is NULL."""
_SPARED: Final = ("imei", "certified", "card_limit_kb")
_USED = "INSERT OR IGNORE INTO usage (card_id, month, days) VALUES (?, ?, ?)"


@dataclass(frozen=True, slots=True)
class CardRows:
    """Cards to be put in: columns of the card table by name, all as long as `ids`.

    `tags` and `wishes` are lines and words by card id, `usage` is (card id, yyyyMM, days as
    stored). The columns are the same ones every time.
    """

    ids: Sequence[int]
    columns: Mapping[str, Sequence[Stored]]
    tags: Iterable[tuple[int, str]] = ()
    wishes: Sequence[tuple[int, str]] = ()
    usage: Sequence[tuple[int, int, bytes]] = ()


class ReviewFile:
    """The file while it is filled. Raises sqlite3.Error for what the disk does.

    `at` is seconds since 1970: when the cards were as they are told.
    """

    def __init__(self, path: Path, identity: str, account: str, at: int) -> None:
        """Make the file at `path`, where there is none, for the cards of `account`.

        `later` are the statements that `finish` runs.
        """
        opening.create(path, identity)
        self._raw = sqlite3.connect(path, isolation_level=None)
        self._account, self._at = account, at
        self._tags: dict[str, int] = {}
        self._put = ""
        for pragma in _PRAGMAS:
            self._raw.execute(pragma)
        later = self._raw.execute(_LATER).fetchall()
        self._begin()
        self._raw.execute(
            "INSERT INTO account (name, provider) VALUES (?, 'spreadsheet')", (account,)
        )
        for kind, name, _ in later:
            self._raw.execute(f"DROP {kind} {name}")
        self._raw.execute(review_wishes.CREATE)
        self.later = [words for kind, _, words in sorted(later)]
        self.rows = 0
        self._uncommitted = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._raw.close()

    def _begin(self) -> None:
        self._raw.execute("BEGIN IMMEDIATE")

    def put(self, cards: CardRows) -> bool:
        """Put these in; True when they, and all before, can now be looked at."""
        if cards.ids:
            self._put = self._put or self._statement(cards.columns)
            rows = zip(cards.ids, *cards.columns.values(), strict=True)
            self._raw.executemany(self._put, rows)
            self._put_numbers(cards)
            self._put_tags(cards.tags)
            review_wishes.put(self._raw, cards.wishes)
            self._raw.executemany(_USED, cards.usage)
        before, self.rows = self.rows, self.rows + len(cards.ids)
        self._uncommitted += len(cards.ids)
        first = before < FIRST_ROWS <= self.rows
        if first or self._uncommitted >= ROWS_AT_ONCE:
            self._raw.execute("COMMIT")
            self._begin()
            self._uncommitted = 0
            return True
        return False

    def _statement(self, columns: Mapping[str, Sequence[Stored]]) -> str:
        fixed = dict(_UNTOLD)
        fixed |= {"account": self._account, "usage_as_of": self._at, "listed_at": self._at}
        if any(name in columns for name in _SPARED):
            fixed |= {**_OF_DETAILS, "detailed_at": self._at}
        if "quiet_since" in columns:
            fixed["usage_at"] = self._at
        fixed = {name: value for name, value in fixed.items() if name not in columns}
        names = ", ".join(("id", *columns, *fixed))
        marks = ", ".join(("?", *("?" for _ in columns), *map(_literal, fixed.values())))
        return f"INSERT INTO card ({names}) VALUES ({marks})"

    def _put_numbers(self, cards: CardRows) -> None:
        for kind, name in (("msisdn", "msisdns"), ("imsi", "imsis")):
            several = [
                (card_id, kind, number)
                for card_id, lines in zip(cards.ids, cards.columns.get(name, ()), strict=False)
                if isinstance(lines, str) and "\n" in lines
                for number in dict.fromkeys(lines.split("\n"))
            ]
            self._raw.executemany("INSERT INTO card_number VALUES (?, ?, ?)", several)

    def _put_tags(self, tags: Iterable[tuple[int, str]]) -> None:
        pairs = [
            (card_id, self._tags.get(name) or self._new_tag(name))
            for card_id, lines in tags
            for name in lines.split("\n")
        ]
        self._raw.executemany("INSERT OR IGNORE INTO card_tag VALUES (?, ?)", pairs)

    def _new_tag(self, name: str) -> int:
        made = self._raw.execute("INSERT INTO tag (name) VALUES (?) RETURNING id", (name,))
        self._tags[name] = int(made.fetchone()[0])
        return self._tags[name]

    def finish(self) -> Iterator[Sequence[tuple[int, int]]]:
        """Make the indexes, one at each step.

        With the first come the cards that are not kept, for an earlier row has the same ICCID:
        (id, id of the one that is kept).
        """
        self._raw.execute("COMMIT")
        iccids_first = sorted(self.later, key=lambda words: "ix_card_iccid" not in words)
        for words in iccids_first:
            self._raw.execute(words)
            yield self._without_twins() if "ix_card_iccid" in words else ()
        self._raw.execute("PRAGMA analysis_limit=1000")
        self._raw.execute("ANALYZE")

    def _without_twins(self) -> Sequence[tuple[int, int]]:
        alike = self._raw.execute(
            "SELECT iccid FROM card GROUP BY iccid COLLATE NOCASE HAVING count(*) > 1"
        ).fetchall()
        twins: list[tuple[int, int]] = []
        for (iccid,) in alike:
            found: dict[str, list[int]] = defaultdict(list)
            asked = "SELECT iccid, id FROM card WHERE iccid = ? COLLATE NOCASE ORDER BY id"
            for words, card_id in self._raw.execute(asked, (iccid,)):
                found[words].append(card_id)
            twins += [(one, ids[0]) for ids in found.values() for one in ids[1:]]
        gone = [(card_id,) for card_id, _ in twins]
        self._begin()
        for table in ("card_number", "card_tag", "usage", "review_wish"):
            self._raw.executemany(f"DELETE FROM {table} WHERE card_id = ?", gone)
        self._raw.executemany("DELETE FROM card WHERE id = ?", gone)
        self._raw.execute("COMMIT")
        self.rows -= len(gone)
        return twins


def _literal(value: Stored) -> str:
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return str(value)

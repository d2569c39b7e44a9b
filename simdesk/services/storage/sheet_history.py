"""What the desk had when a sheet was written: its present, taken back by its own records."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from simdesk.models.audit import Audited
from simdesk.models.bringing_back import REMARK, TAGS
from simdesk.models.sheet_lines import Stored
from simdesk.services.storage import dialect
from simdesk.services.storage.books_tables import audit
from simdesk.services.storage.codec import seconds
from simdesk.services.storage.tables import card_change, local_edit

LIMITS = ("limit", "voucher_limit")
"""Under these names the history of cards has both limits, as whole KB in words."""
_FIELD_OF = {"remark": REMARK, "tag": TAGS}


@dataclass(frozen=True, slots=True)
class _Rename:
    """A tag that got another name; `at` is seconds since 1970."""

    at: int
    before: str
    after: str


class History:
    """The records of one desk after `since`; with None nothing is known, and nothing changed."""

    def __init__(self, desk: Connection, since: datetime | None) -> None:
        self._desk = desk
        self._since = None if since is None else seconds(since)
        self._renames = self._read_renames()

    def had(self, now: Mapping[int, Mapping[str, Stored]]) -> dict[int, dict[str, Stored]]:
        """Remarks and tags of these cards as they were, by card and field; given as they are."""
        found = {card_id: {**has, TAGS: self._named(has[TAGS])} for card_id, has in now.items()}
        if self._since is None:
            return found
        asked = (
            select(local_edit.c.card_id, local_edit.c.field, local_edit.c.before, local_edit.c.at)
            .where(dialect.ids_in(local_edit.c.card_id), local_edit.c.at > self._since)
            .order_by(local_edit.c.id.desc())
        )
        # The newest first: what stands in the end is what was before the oldest.
        for card_id, name, before, at in self._desk.execute(asked, {"ids": dialect.id_list(now)}):
            if name in _FIELD_OF:
                words = before if name == "remark" else self._named(before, at)
                found[card_id][_FIELD_OF[name]] = words
        return found

    def limits(self, ids: Collection[int]) -> dict[tuple[int, str], int | None]:
        """Limits that the provider has changed since, in KB, as they were before."""
        found: dict[tuple[int, str], int | None] = {}
        if self._since is None:
            return found
        asked = (
            select(card_change.c.card_id, card_change.c.field, card_change.c.before)
            .where(
                dialect.ids_in(card_change.c.card_id),
                card_change.c.field.in_(LIMITS),
                card_change.c.observed_at > self._since,
            )
            .order_by(card_change.c.id)
        )
        for card_id, name, before in self._desk.execute(asked, {"ids": dialect.id_list(ids)}):
            found.setdefault((card_id, name), None if before is None else int(before))
        return found

    def _named(self, tags: Stored, until: int | None = None) -> Stored:
        """Tags as lines, by the names they had: renames up to `until`, or all, taken back."""
        if not tags or not self._renames:
            return tags
        names = set(str(tags).split("\n"))
        for one in reversed(self._renames):
            if one.after in names and (until is None or one.at <= until):
                names = (names - {one.after}) | {one.before}
        return "\n".join(sorted(names))

    def _read_renames(self) -> list[_Rename]:
        if self._since is None:
            return []
        asked = (
            select(audit.c.at, audit.c.body_json)
            .where(audit.c.act == Audited.TAG_CHANGED.value, audit.c.at > self._since)
            .order_by(audit.c.n)
        )
        bodies = ((at, json.loads(body)) for at, body in self._desk.execute(asked))
        return [
            _Rename(at, body["before"]["name"], body["after"]["name"])
            for at, body in bodies
            if body.get("did") == "renamed"
        ]

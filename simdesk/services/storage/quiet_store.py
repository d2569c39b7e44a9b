"""Since when a card has had no traffic: worked out from its stored days, kept beside the card.

A day nobody told the desk about may have had traffic, so it ends what is known to be quiet.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, bindparam, select, update

from simdesk.models.periods import Month, midnight
from simdesk.services.storage import dialect
from simdesk.services.storage.codec import seconds
from simdesk.services.storage.tables import card, usage

_BYTES = 4  # of a day
_MONTHS = (
    select(usage.c.card_id, usage.c.month, usage.c.days)
    .where(dialect.ids_in(usage.c.card_id), usage.c.month >= bindparam("oldest"))
    .order_by(usage.c.card_id, usage.c.month.desc())
)
_KNOWN = select(card.c.id, card.c.quiet_since).where(dialect.ids_in(card.c.id))
_PUT = (
    update(card)
    .where(card.c.id == bindparam("key"))
    .ordered_values((card.c.quiet_since, bindparam("since")))
)
_FORGET = update(card).where(dialect.ids_in(card.c.id)).values(quiet_since=None)


def quiet_from(months: Iterable[tuple[Month, bytes]]) -> date | None:
    """The first of the known days without traffic that reach up to the last known day.

    `months` hold days as stored, the newest month first. None when the last known day had
    traffic, or no day is known.
    """
    found, after = None, None
    for month, days in months:
        known = _days(days.rstrip(b"\xff"))
        if after is None and known == 0:
            continue
        if after is not None and (month.plus(1) != after or known < month.days):
            break
        busy = _days(days[: known * _BYTES].rstrip(b"\0"))
        if busy < known:
            found = date(month.year, month.number, busy + 1)
        if busy > 0:
            break
        after = month
    return found


def _days(stored: bytes) -> int:
    # What is left of a day belongs to it: only whole days of the stripped byte are gone.
    return -(-len(stored) // _BYTES)


@dataclass(frozen=True, slots=True)
class Told(Collection[int]):
    """Cards whose days are others now, and what the desk holds of the months told of.

    `months` has days as stored, by card and month (yyyyMM), all from `first` to `last`.
    """

    months: Mapping[int, Mapping[int, bytes]]
    first: Month
    last: Month

    def __contains__(self, card_id: object) -> bool:
        return card_id in self.months

    def __iter__(self) -> Iterator[int]:
        return iter(self.months)

    def __len__(self) -> int:
        return len(self.months)


def note_quiet(connection: Connection, ids: Told) -> set[int]:
    """Work it out anew for these cards; ids of those where it differs.

    Nothing known in the last month that was told of, or the one before, is nothing known.
    """
    oldest = ids.last.plus(-1)
    found: dict[int, date | None] = dict.fromkeys(ids)
    if ids.first <= oldest:
        found.update(_remembered(ids, oldest))
    else:
        found.update(_read(connection, ids, oldest))
    # Few are quiet for so long: only for them the whole past is read.
    long = [card_id for card_id, since in found.items() if since == oldest.first]
    found.update(_read(connection, long, Month(1, 1)))
    wanted = {
        card_id: None if since is None else seconds(midnight(since))
        for card_id, since in found.items()
    }
    known = dialect.plain_rows(connection, _KNOWN, {"ids": dialect.id_list(ids)})
    rows = [(wanted[card_id], card_id) for card_id, since in known if since != wanted[card_id]]
    if rows:
        dialect.execute_many(connection, _PUT, rows)
    return {card_id for _, card_id in rows}


def _remembered(ids: Told, oldest: Month) -> Iterator[tuple[int, date | None]]:
    months = [(one, one.year * 100 + one.number) for one in oldest.until(ids.last)]
    newest_first = months[::-1]
    for card_id, days in ids.months.items():
        known = [(month, days[number]) for month, number in newest_first if number in days]
        yield card_id, quiet_from(known)


def _read(connection: Connection, ids: Collection[int], oldest: Month) -> dict[int, date | None]:
    if not ids:
        return {}
    asked = {"ids": dialect.id_list(ids), "oldest": oldest.year * 100 + oldest.number}
    months: dict[int, list[tuple[Month, bytes]]] = {}
    for card_id, number, days in dialect.plain_rows(connection, _MONTHS, asked):
        months.setdefault(card_id, []).append((Month(*divmod(number, 100)), days))
    return {card_id: quiet_from(of_card) for card_id, of_card in months.items()}


def forget(connection: Connection, ids: Collection[int]) -> None:
    """These cards had traffic, on days that are not known yet."""
    connection.execute(_FORGET, {"ids": dialect.id_list(ids)})

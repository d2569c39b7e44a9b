"""Questions about cards: which, in what order, how many, how much."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from simdesk.models.actions import ActionKey
from simdesk.models.card import CardRow
from simdesk.models.filters import CANCELLED_CODE, CardFilter, Sort
from simdesk.models.numbers import SHORT_ICCID_LENGTH
from simdesk.models.status import SpecificStatus
from simdesk.models.voucher import Carrier, PlanType
from simdesk.services.storage import dialect, where
from simdesk.services.storage.codec import moment
from simdesk.services.storage.id_lists import as_array, ids_of
from simdesk.services.storage.rows import rows
from simdesk.services.storage.tables import card, card_number, card_tag, tag

__all__ = ["Sums", "first", "ids", "keys", "known", "rows", "sums", "total"]

CHUNK = 20_000
"""Ids said in one parameter: making the text of a million at once would hold the interpreter."""


def first(
    connection: Connection, question: CardFilter, sort: Sort, limit: int
) -> tuple[CardRow, ...]:
    """The first `limit` rows, before the whole result is known."""
    wanted = connection.scalars(where.wanted(question, sort).limit(limit))
    return rows(connection, wanted.all())


def ids(connection: Connection, question: CardFilter, sort: Sort) -> "array[int]":
    """The whole result in order."""
    return as_array(ids_of(connection, where.wanted(question, sort)))


def at_least(connection: Connection, question: CardFilter, count: int) -> bool:
    """The result has so many cards or more; counting ends there."""
    asked = where.wanted(question, Sort()).order_by(None).limit(count).subquery()
    found: int = connection.execute(select(func.count()).select_from(asked)).scalar_one()
    return found >= count


def total(connection: Connection) -> int:
    """Cards without the cancelled."""
    counted = select(func.count()).select_from(card).where(card.c.status != CANCELLED_CODE)
    return connection.execute(counted).scalar_one()


@dataclass(frozen=True, slots=True)
class Sums:
    """Usage in KB; `as_of` is the oldest moment that contributes, None without cards."""

    count: int
    usage_kb: int
    as_of: datetime | None


def sums(connection: Connection, card_ids: Sequence[int]) -> Sums:
    """How many of these cards there are and what they used this cycle."""
    asked = select(
        func.count(),
        func.coalesce(func.sum(card.c.cycle_usage_kb), 0),
        func.min(card.c.usage_as_of),
    ).where(dialect.ids_in(card.c.id))
    count, used, oldest = 0, 0, None
    for chunk in _chunks(card_ids):
        some, kb, since = connection.execute(asked, {"ids": chunk}).one()
        count, used = count + some, used + kb
        if since is not None and (oldest is None or since < oldest):
            oldest = since
    return Sums(count, used, None if oldest is None else moment(oldest))


def keys(connection: Connection, card_ids: Sequence[int]) -> "Counter[ActionKey]":
    """How many of these cards share each key that a verdict reads."""
    parts = (
        card.c.specific,
        card.c.plan_type,
        card.c.carrier == Carrier.VNO.value,
        card.c.auto_renew,
        card.c.cancellation_due,
    )
    asked = select(*parts, func.count()).where(dialect.ids_in(card.c.id)).group_by(*parts)
    found: Counter[ActionKey] = Counter()
    for chunk in _chunks(card_ids):
        for specific, plan, smart, renew, due, count in connection.execute(asked, {"ids": chunk}):
            key = ActionKey(
                SpecificStatus.of(specific), PlanType(plan), bool(smart), bool(renew), bool(due)
            )
            found[key] += count
    return found


def _chunks(card_ids: Sequence[int]) -> Iterator[str]:
    for start in range(0, len(card_ids), CHUNK):
        yield dialect.id_list(card_ids[start : start + CHUNK])


_KNOWN = {
    "voucher": card.c.voucher,
    "pool": card.c.pool_id,
    "sim_type": card.c.sim_type,
    "network": card.c.network,
    "apn": card.c.apn,
    "certify": card.c.certify_type,
    "group": card.c.directional_group,
    "order": card.c.order_number,
}


def known(connection: Connection, field: str) -> tuple[str, ...]:
    """The different values of a text field or all tags, sorted; of others, none."""
    if field == "tag":
        asked = select(tag.c.name).order_by(tag.c.name)
    elif (column := _KNOWN.get(field)) is None:
        return ()
    else:
        asked = select(column).where(column != "").distinct().order_by(column)
    return tuple(connection.scalars(asked))


def tag_counts(connection: Connection, card_ids: Sequence[int]) -> "Counter[str]":
    """How many of these cards carry each tag; tags that none carries are absent."""
    asked = (
        select(tag.c.name, func.count())
        .join_from(card_tag, tag)
        .where(dialect.ids_in(card_tag.c.card_id))
        .group_by(tag.c.name)
    )
    found: Counter[str] = Counter()
    for chunk in _chunks(card_ids):
        for name, count in connection.execute(asked, {"ids": chunk}):
            found[name] += count
    return found


def by_numbers(
    connection: Connection, numbers: Collection[str]
) -> tuple[dict[str, set[int]], frozenset[int]]:
    """Ids of the cards each number in capitals stands for, and which of these are cancelled.

    Numbers are ICCIDs, MSISDNs, IMSIs or device IMEIs; an ICCID of 19 characters stands for those
    that begin with it. Unknown numbers are absent.
    """
    found: dict[str, set[int]] = defaultdict(set)
    short = [number for number in numbers if len(number) == SHORT_ICCID_LENGTH]
    beginning = func.substr(card.c.iccid, 1, SHORT_ICCID_LENGTH)
    for column, card_id, wanted in (
        (card.c.iccid, card.c.id, numbers),
        (card.c.msisdns, card.c.id, numbers),
        (card.c.imsis, card.c.id, numbers),
        (card_number.c.number, card_number.c.card_id, numbers),
        (card.c.imei, card.c.id, numbers),
        (beginning, card.c.id, short),
    ):
        if wanted:
            asked = select(column, card_id).where(dialect.texts_in(column))
            for number, one in connection.execute(asked, {"texts": dialect.text_list(wanted)}):
                found[number.upper()].add(one)
    return dict(found), _cancelled(connection, {one for ids in found.values() for one in ids})


def _cancelled(connection: Connection, card_ids: Collection[int]) -> frozenset[int]:
    asked = select(card.c.id).where(dialect.ids_in(card.c.id), card.c.status == CANCELLED_CODE)
    return frozenset(connection.scalars(asked, {"ids": dialect.id_list(card_ids)}))

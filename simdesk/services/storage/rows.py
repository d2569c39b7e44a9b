"""Rows of the card table as CardRow: one statement each for cards, tags and sub-cards."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, select

from simdesk.models.card import ActivationMethod, CardDetails, CardFacts, CardRow, Stamps, SubCard
from simdesk.models.voucher import BillingCycle, Carrier, PlanType
from simdesk.services.storage import dialect
from simdesk.services.storage.codec import (
    DETAIL_COLUMNS,
    FACT_COLUMNS,
    SUB_CARD_COLUMNS,
    from_lines,
    moment,
    moment_or_none,
)
from simdesk.services.storage.derived_dates import TESTED_UNTIL
from simdesk.services.storage.tables import (
    OPEN_ITEM,
    card,
    card_tag,
    op_item,
    operation,
    sub_card,
    tag,
    trigger_record,
)

_CARRIERS = {one.value: one for one in Carrier}
_PLANS = {one.value: one for one in PlanType}
_CYCLES = {one.value: one for one in BillingCycle}
_METHODS: dict[str | None, ActivationMethod | None] = {one.value: one for one in ActivationMethod}

_pending = (
    select(operation.c.action)
    .join_from(op_item, operation)
    .where(op_item.c.card_id == card.c.id, OPEN_ITEM)
    .scalar_subquery()
)
_SELECT = select(
    card.c.id,
    card.c.account,
    card.c.remark,
    card.c.version,
    card.c.listed_at,
    card.c.detailed_at,
    card.c.usage_at,
    card.c.not_listed_since,
    card.c.quiet_since,
    TESTED_UNTIL,
    _pending,
    *(card.c[name] for name in FACT_COLUMNS),
    *(card.c[name] for name in DETAIL_COLUMNS),
).where(dialect.ids_in(card.c.id))
_TAGS = (
    select(card_tag.c.card_id, tag.c.name)
    .join_from(card_tag, tag)
    .where(dialect.ids_in(card_tag.c.card_id))
    .order_by(tag.c.name)
)
_NOTIFICATIONS = (
    select(trigger_record.c.card_id, trigger_record.c.notification_id)
    .where(dialect.ids_in(trigger_record.c.card_id), trigger_record.c.notification_id.is_not(None))
    .order_by(trigger_record.c.notification_id)
)
_SUB_CARDS = (
    select(sub_card.c.card_id, *(sub_card.c[name] for name in SUB_CARD_COLUMNS))
    .where(dialect.ids_in(sub_card.c.card_id))
    .order_by(sub_card.c.card_id, sub_card.c.place)
)
_DETAILED_AT = 5
_FACTS_FROM = 11
_CARRIER = _FACTS_FROM + FACT_COLUMNS.index("carrier")
_DETAILS_FROM = _FACTS_FROM + len(FACT_COLUMNS)


def rows(connection: Connection, ids: Sequence[int]) -> tuple[CardRow, ...]:
    """The cards with these ids, in the order asked; unknown ids are left out."""
    wanted = {"ids": dialect.id_list(ids)}
    cards = connection.execute(_SELECT, wanted).all()
    tags: dict[int, list[str]] = defaultdict(list)
    for card_id, name in connection.execute(_TAGS, wanted):
        tags[card_id].append(name)
    told: dict[int, dict[str, None]] = defaultdict(dict)
    for card_id, number in connection.execute(_NOTIFICATIONS, wanted):
        told[card_id][str(number)] = None
    sub_cards: dict[int, list[SubCard]] = defaultdict(list)
    if any(row[_CARRIER] == Carrier.VNO and row[_DETAILED_AT] is not None for row in cards):
        for found in connection.execute(_SUB_CARDS, wanted):
            sub_cards[found.card_id].append(_sub_card(found))
    # By place, not by name: the table waits for these rows while it is scrolled.
    known = {
        row[0]: _row(
            row,
            tuple(tags.get(row[0], ())),
            tuple(sub_cards.get(row[0], ())),
            tuple(told.get(row[0], ())),
        )
        for row in cards
    }
    return tuple(known[card_id] for card_id in ids if card_id in known)


def _row(
    row: Sequence[Any],
    tags: tuple[str, ...],
    sub_cards: tuple[SubCard, ...],
    told: tuple[str, ...],
) -> CardRow:
    card_id, account, remark, version, *stamps_of, quiet, tested, pending = row[:_FACTS_FROM]
    listed, detailed, used, missing = stamps_of
    details = None if detailed is None else _details(row[_DETAILS_FROM:], sub_cards)
    stamps = Stamps(
        moment(listed), moment_or_none(detailed), moment_or_none(used), moment_or_none(missing)
    )
    facts = _facts(row[_FACTS_FROM:_DETAILS_FROM])
    return CardRow(
        card_id,
        account,
        facts,
        details,
        tags,
        remark,
        stamps,
        version,
        pending,
        moment_or_none(quiet),
        moment_or_none(tested),
        told,
    )


def _facts(stored: Sequence[Any]) -> CardFacts:
    values = list(stored)
    values[2] = from_lines(values[2])
    values[3] = from_lines(values[3])
    values[5] = _CARRIERS[values[5]]
    values[6] = _PLANS[values[6]]
    values[7] = _CYCLES[values[7]]
    values[16] = moment(values[16])
    values[18] = moment(values[18])
    values[19] = moment_or_none(values[19])
    values[20] = _METHODS.get(values[20])
    values[21] = moment_or_none(values[21])
    values[31] = from_lines(values[31])
    return CardFacts(*values)


def _details(stored: Sequence[Any], sub_cards: tuple[SubCard, ...]) -> CardDetails:
    imei, ips, certified, own, inherited, restores, rebinds = stored
    return CardDetails(
        imei, from_lines(ips), certified, own, inherited, restores, rebinds, sub_cards
    )


def _sub_card(row: Sequence[Any]) -> SubCard:
    _, iccid, carrier, imsis, msisdns, ips, *rest = row
    return SubCard(
        iccid,
        _CARRIERS[carrier],
        from_lines(imsis),
        from_lines(msisdns),
        from_lines(ips),
        *rest,
    )

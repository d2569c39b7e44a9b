"""What is stored of cards, as the trade's dataclasses: whoever read it, and however."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from simdesk.models.card import ActivationMethod, CardDetails, CardFacts, CardRow, Stamps, SubCard
from simdesk.models.voucher import (
    UNTOLD_CARRIER,
    UNTOLD_CYCLE,
    UNTOLD_PLAN,
    BillingCycle,
    Carrier,
    PlanType,
)
from simdesk.services.storage.codec import FACT_COLUMNS, from_lines, moment, moment_or_none

Stored = Sequence[Any]
_CARRIERS = {one.value: one for one in (*Carrier, UNTOLD_CARRIER)}
_PLANS = {one.value: one for one in (*PlanType, UNTOLD_PLAN)}
_CYCLES = {one.value: one for one in (*BillingCycle, UNTOLD_CYCLE)}
_METHODS: dict[str | None, ActivationMethod | None] = {one.value: one for one in ActivationMethod}

_DETAILED_AT = 5
_FACTS_FROM = 11
_CARRIER = _FACTS_FROM + FACT_COLUMNS.index("carrier")
_DETAILS_FROM = _FACTS_FROM + len(FACT_COLUMNS)


def has_sub_cards(cards: Iterable[Stored]) -> bool:
    """One of these rows is of a card with sub-cards that were read."""
    return any(row[_CARRIER] == Carrier.VNO and row[_DETAILED_AT] is not None for row in cards)


def card_rows(
    cards: Iterable[Stored],
    tags: Iterable[Stored],
    notifications: Iterable[Stored],
    sub_cards: Iterable[Stored],
) -> dict[int, CardRow]:
    """Cards by id, of rows as `rows` asks for them; tags, ids of notifications and sub-cards
    with the id of their card first, in their order."""
    named: dict[int, list[str]] = defaultdict(list)
    for card_id, name in tags:
        named[card_id].append(name)
    told: dict[int, dict[str, None]] = defaultdict(dict)
    for card_id, number in notifications:
        told[card_id][str(number)] = None
    channels: dict[int, list[SubCard]] = defaultdict(list)
    for row in sub_cards:
        channels[row[0]].append(_sub_card(row))
    # By place, not by name: the table waits for these rows while it is scrolled.
    return {
        row[0]: _row(
            row,
            tuple(named.get(row[0], ())),
            tuple(channels.get(row[0], ())),
            tuple(told.get(row[0], ())),
        )
        for row in cards
    }


def _row(
    row: Stored,
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


def _facts(stored: Stored) -> CardFacts:
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


def _details(stored: Stored, sub_cards: tuple[SubCard, ...]) -> CardDetails:
    imei, ips, certified, own, inherited, restores, rebinds = stored
    return CardDetails(
        imei, from_lines(ips), certified, own, inherited, restores, rebinds, sub_cards
    )


def _sub_card(row: Stored) -> SubCard:
    _, iccid, carrier, imsis, msisdns, ips, *rest = row
    return SubCard(
        iccid,
        _CARRIERS[carrier],
        from_lines(imsis),
        from_lines(msisdns),
        from_lines(ips),
        *rest,
    )

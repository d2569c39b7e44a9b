"""Between the trade's dataclasses and what the card table holds."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from operator import attrgetter
from typing import Any

from simdesk.models.card import CardDetails, CardFacts, SubCard
from simdesk.models.periods import ZONE

FACT_COLUMNS = (
    "iccid",
    "instance_id",
    "msisdns",
    "imsis",
    "voucher",
    "carrier",
    "plan_type",
    "cycle",
    "rate_version",
    "tier_kb",
    "pool_id",
    "status",
    "specific",
    "cancellation_due",
    "cycle_usage_kb",
    "cycle_left_kb",
    "usage_as_of",
    "sms_used",
    "opened_at",
    "activated_at",
    "activation_method",
    "expires_at",
    "auto_renew",
    "order_number",
    "sim_type",
    "network",
    "apn",
    "private_segment",
    "certify_type",
    "sms_enabled",
    "directional_group",
    "provider_tags",
    "provider_remark",
)
"""Columns of the card table that the provider's list fills, in the order of CardFacts."""

DETAIL_COLUMNS = (
    "imei",
    "ips",
    "certified",
    "card_limit_kb",
    "voucher_limit_kb",
    "limit_auto_restore",
    "auto_rebind",
)
"""Columns of the card table that only details fill, in the order of CardDetails."""

SUB_CARD_COLUMNS = (
    "iccid",
    "carrier",
    "imsis",
    "msisdns",
    "ips",
    "status",
    "specific",
    "certified",
    "apn",
    "cycle_usage_kb",
    "sms_used",
    "sms_enabled",
    "private_segment",
)
"""Columns of the sub_card table in the order of SubCard."""

_TEXTS = (
    "iccid",
    "instance_id",
    "voucher",
    "order_number",
    "sim_type",
    "network",
    "apn",
    "private_segment",
    "certify_type",
    "directional_group",
    "remark",
)
_texts_of: Callable[[CardFacts], tuple[str, ...]] = attrgetter(*_TEXTS)
Stored = str | int | bool | None
_UNSTORABLE = str.maketrans({"\0": "\N{REPLACEMENT CHARACTER}"})


@lru_cache(maxsize=65536)
def seconds(moment: datetime) -> int:
    """A moment as whole seconds since 1970."""
    return int(moment.timestamp() // 1)


def seconds_or_none(moment: datetime | None) -> int | None:
    return None if moment is None else seconds(moment)


@lru_cache(maxsize=65536)
def moment(stored: int) -> datetime:
    """The moment on the carriers' clock."""
    return datetime.fromtimestamp(stored, ZONE)


def moment_or_none(stored: int | None) -> datetime | None:
    return None if stored is None else moment(stored)


def clean(words: str) -> str:
    """The text without what SQLite cannot keep: NUL and halves of surrogate pairs."""
    if _keepable(words):
        return words
    return words.translate(_UNSTORABLE).encode("utf-8", "replace").decode("utf-8")


def _keepable(words: str) -> bool:
    if "\0" in words:
        return False
    if words.isascii():
        return True
    try:
        words.encode()
    except UnicodeEncodeError:
        return False
    return True


def storable(words: str) -> bool:
    return clean(words) == words


def to_lines(texts: Sequence[str]) -> str:
    """A list as lines; empty texts and line ends within them are lost, which no list here has."""
    if not texts:
        return ""
    return _lines([clean(one) for one in texts])


def _lines(texts: Sequence[str]) -> str:
    if len(texts) == 1:
        return texts[0].replace("\n", " ")
    return "\n".join([one.replace("\n", " ") for one in texts if one])


def from_lines(stored: str | None) -> tuple[str, ...]:
    return tuple(stored.split("\n")) if stored else ()


def stored_facts(facts: CardFacts) -> tuple[Stored, ...]:
    """The values of FACT_COLUMNS."""
    # Hardly a text needs cleaning, and a sync has a score of them for every card of a fleet.
    if not _keepable("".join(_texts_of(facts))):
        cleaned: dict[str, Any] = {name: clean(getattr(facts, name)) for name in _TEXTS}
        facts = replace(facts, **cleaned)
    method, pool = facts.activation_method, facts.pool_id
    return (
        facts.iccid,
        facts.instance_id,
        to_lines(facts.msisdns) or None,
        to_lines(facts.imsis) or None,
        facts.voucher,
        facts.carrier._value_,
        facts.plan_type._value_,
        facts.cycle._value_,
        facts.rate_version,
        facts.tier_kb,
        None if pool is None else clean(pool),
        facts.status,
        facts.specific,
        facts.cancellation_due,
        facts.cycle_usage_kb,
        facts.cycle_left_kb,
        seconds(facts.usage_as_of),
        facts.sms_used,
        seconds(facts.opened_at),
        seconds_or_none(facts.activated_at),
        None if method is None else method._value_,
        seconds_or_none(facts.expires_at),
        facts.auto_renew,
        facts.order_number,
        facts.sim_type,
        facts.network,
        facts.apn,
        facts.private_segment,
        facts.certify_type,
        facts.sms_enabled,
        facts.directional_group,
        to_lines(facts.tags),
        facts.remark,
    )


def stored_details(details: CardDetails) -> tuple[Stored, ...]:
    """The values of DETAIL_COLUMNS."""
    return (
        clean(details.imei),
        to_lines(details.ips),
        details.certified,
        details.card_limit_kb,
        details.voucher_limit_kb,
        details.limit_auto_restore,
        details.auto_rebind,
    )


def stored_sub_card(sub_card: SubCard) -> tuple[Stored, ...]:
    """The values of SUB_CARD_COLUMNS."""
    return (
        clean(sub_card.iccid),
        sub_card.carrier.value,
        to_lines(sub_card.imsis),
        to_lines(sub_card.msisdns),
        to_lines(sub_card.ips),
        sub_card.status,
        sub_card.specific,
        sub_card.certified,
        clean(sub_card.apn),
        sub_card.cycle_usage_kb,
        sub_card.sms_used,
        sub_card.sms_enabled,
        clean(sub_card.private_segment),
    )

"""A CardFilter and a Sort said in SQL; `CardFilter.matches` is the Python twin (a test compares).

Values are parameters only. A term that reads nothing (NULL, empty) does not hold, and then its
negation does.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    case,
    exists,
    false,
    func,
    literal,
    not_,
    or_,
    select,
    true,
    union_all,
)

from simdesk.models.filter_fields import FIELDS, FieldKind
from simdesk.models.filters import (
    CANCELLED_CODE,
    PREFIX_LENGTH,
    CardFilter,
    Direction,
    Operator,
    Sort,
    SortKey,
    Term,
    Value,
    folded,
)
from simdesk.models.periods import midnight
from simdesk.services.storage import derived_dates, dialect
from simdesk.services.storage.codec import storable
from simdesk.services.storage.journal_tables import OPEN_ITEM
from simdesk.services.storage.tables import (
    card,
    card_number,
    card_tag,
    op_item,
    tag,
    trigger_record,
)

Expression = ColumnElement[Any]
Condition = ColumnElement[bool]

_TEXT = frozenset({FieldKind.ID, FieldKind.TEXT, FieldKind.WORDS, FieldKind.TAGS})

_LEFT_SHARE = case(
    (card.c.tier_kb == 0, None),
    else_=dialect.floor_divided(card.c.cycle_left_kb * 100 + card.c.tier_kb - 1, card.c.tier_kb),
)
EXPRESSIONS: Mapping[str, Expression] = {
    "iccid": card.c.iccid,
    "msisdn": card.c.msisdns,
    "imsi": card.c.imsis,
    "imei": card.c.imei,
    "voucher": card.c.voucher,
    "carrier": card.c.carrier,
    "status": card.c.status,
    "specific": card.c.specific,
    "plan": card.c.plan_type,
    "cycle": card.c.cycle,
    "rate": card.c.rate_version,
    "tier": card.c.tier_kb,
    "pool": card.c.pool_id,
    "usage": card.c.cycle_usage_kb,
    "left": card.c.cycle_left_kb,
    "left_share": _LEFT_SHARE,
    "sms": card.c.sms_used,
    "idle": card.c.quiet_since,
    "opened": card.c.opened_at,
    "activated": card.c.activated_at,
    "method": card.c.activation_method,
    "expires": card.c.expires_at,
    "silent_ends": derived_dates.SILENT_ENDS,
    "auto_cancel": derived_dates.AUTO_CANCEL,
    "auto_renew": card.c.auto_renew,
    "sim_type": card.c.sim_type,
    "network": card.c.network,
    "apn": card.c.apn,
    "certify": card.c.certify_type,
    "group": card.c.directional_group,
    "smart": card.c.carrier == "VNO",
    "remark": card.c.remark,
    "order": card.c.order_number,
    "limit": func.coalesce(card.c.card_limit_kb, card.c.voucher_limit_kb),
    "due": card.c.cancellation_due,
    "pending": exists(select(1).where(op_item.c.card_id == card.c.id, OPEN_ITEM)),
    "synced": card.c.listed_at,
    "missing": card.c.not_listed_since,
}
_LARGEST = 2**63 - 1
_DIGITS = re.compile("[1-9][0-9]{0,17}")
_NUMBERS = frozenset({"msisdn", "imsi"})


def condition(question: CardFilter) -> Condition:
    """What a row of `card` must fulfil. Relative days must have been resolved by `.on(today)`."""
    parts = [holding(term) for term in question.active]
    if question.card_ids is not None:
        parts.append(dialect.ids_in(card.c.id, question.card_ids))
    if not question.includes_cancelled:
        parts.append(_not_cancelled(alone=not parts))
    return and_(true(), *parts)


def _not_cancelled(*, alone: bool) -> Condition:
    if not alone:
        return card.c.status != CANCELLED_CODE
    # Nearly all cards: to name the few others spares a look at every row behind the index.
    other = card.alias("other")
    return card.c.id.not_in(select(other.c.id).where(other.c.status == CANCELLED_CODE))


def wanted(question: CardFilter, sort: Sort) -> Select[int]:
    """Ids of the question's cards in this order. Raises KeyError for a field without an order."""
    sort = sort.for_question(question)
    asked = select(card.c.id).where(condition(question))
    if sort.as_listed and question.card_ids is not None:
        listed = dialect.places_in(question.card_ids)
        return asked.join(listed, listed.c.id == card.c.id).order_by(listed.c.place)
    parts = (part for key in sort.keys for part in _ordered(key))
    return asked.order_by(*parts, card.c.id)


def is_textual(field: str) -> bool:
    """Its values are compared as texts, ASCII case apart."""
    column = EXPRESSIONS.get(field)
    return column is None or _textual(FIELDS[field].kind, column)


def begins_with(field: str, words: str) -> Condition:
    """The field's text, or one of a card's tags, begins with these words, ASCII case apart."""
    low = folded(words)
    if field == "tag":
        named = select(tag.c.id).where(dialect.within_one_of(tag.c.name, [(low, _after(low))]))
        return card.c.id.in_(select(card_tag.c.card_id).where(card_tag.c.tag_id.in_(named)))
    return dialect.within_one_of(EXPRESSIONS[field], [(low, _after(low))])


def _ordered(key: SortKey) -> tuple[Expression, ...]:
    """Empty values last."""
    column, certain = EXPRESSIONS[key.field], key.field in _NEVER_EMPTY
    compared = column
    if _textual(FIELDS[key.field].kind, column):
        # Empty and absent are the same to people; ties among them go by the next key, too.
        compared = dialect.uncased(column if certain else func.nullif(column, ""))
    directed = compared.desc() if key.direction is Direction.DESCENDING else compared.asc()
    return (directed,) if certain else (compared.is_(None), directed)


_NEVER_EMPTY = frozenset({"iccid", "status", "specific", "usage", "carrier", "plan", "opened"})


def _textual(kind: FieldKind, column: Expression) -> bool:
    return kind in _TEXT or (kind is FieldKind.CHOICE and column.type.python_type is str)


def _empty(column: Expression, kind: FieldKind) -> Condition:
    if _textual(kind, column):
        return column.is_(None) | (column == "")
    return column.is_(None)


def holding(term: Term) -> Condition:
    """What a row of `card` must fulfil for one term."""
    if term.field is None:
        found = _bare(_words(term.values))
    elif FIELDS[term.field].kind is FieldKind.CANCELLED:
        found = _cancelled(term)
    elif FIELDS[term.field].kind is FieldKind.TAGS:
        found = _one_of_tags(term)
    elif term.field == "notification":
        found = _one_of_notifications(term)
    elif term.field in _NUMBERS:
        found = _one_of_numbers(term, term.field)
    else:
        found = _single(term, EXPRESSIONS[term.field], FIELDS[term.field].kind)
    # A comparison with NULL is neither true nor false; its negation must be true.
    return not_(func.coalesce(found, false())) if term.negated else found


def _cancelled(term: Term) -> Condition:
    if "any" in term.values:
        return true()
    kept = []
    if "yes" in term.values:
        kept.append(card.c.status == CANCELLED_CODE)
    if "no" in term.values:
        kept.append(card.c.status != CANCELLED_CODE)
    return or_(false(), *kept)


def _bare(words: Sequence[str]) -> Condition:
    # Numbers are kept as lines: a word with a line end would match across two of them.
    whole = [word for word in words if "\n" not in word]
    lines = func.coalesce(card.c.msisdns, "") + literal("\n") + func.coalesce(card.c.imsis, "")
    parts = [dialect.contains_one_of(column, words) for column in (card.c.iccid, card.c.remark)]
    return or_(false(), *parts, dialect.contains_one_of(lines, whole))


def _one_of_numbers(term: Term, kind: str) -> Condition:
    """A card with several numbers is found by any of them.

    Several are kept as lines: the first, and what they contain, is found there as a single one
    is; each is whole in `card_number`.
    """
    column = EXPRESSIONS[kind]
    if term.operator is Operator.NONE:
        return _empty(column, FieldKind.ID)
    # No number has a line end: a word with one would match two of them.
    whole = replace(term, values=tuple(one for one in term.values if "\n" not in str(one)))
    held = card.alias("held")
    one = select(held.c.id).where(_single(whole, held.c[column.name], FieldKind.ID))
    several = select(card_number.c.card_id).where(
        card_number.c.kind == kind, _single(whole, card_number.c.number, FieldKind.ID)
    )
    # Apart from each other, so that each uses its own index.
    return card.c.id.in_(union_all(one, several))


def _one_of_tags(term: Term) -> Condition:
    mine = select(card_tag.c.card_id)
    if term.operator is Operator.NONE:
        return not_(card.c.id.in_(mine))
    return card.c.id.in_(mine.where(card_tag.c.tag_id.in_(tags_named(term))))


def tags_named(term: Term) -> Select[int]:
    """Ids of the tags that a term names."""
    return select(tag.c.id).where(_single(term, tag.c.name, FieldKind.TEXT))


def _one_of_notifications(term: Term) -> Condition:
    told = select(trigger_record.c.card_id).where(trigger_record.c.card_id.is_not(None))
    if term.operator is Operator.NONE:
        return not_(card.c.id.in_(told.where(trigger_record.c.notification_id.is_not(None))))
    # An id is its digits as they are written: neither 007 nor ７ is 7.
    written = [str(value) for value in term.values]
    ids = [int(one) for one in written if _DIGITS.fullmatch(one)]
    known = dialect.ids_in(trigger_record.c.notification_id, ids)
    return card.c.id.in_(told.where(known))


def _single(term: Term, column: Expression, kind: FieldKind) -> Condition:
    if term.operator is Operator.NONE:
        return _empty(column, kind)
    if kind is FieldKind.MOMENT:
        return _day(term, column)
    if _textual(kind, column):
        return and_(column != "", _text(term, column, kind))
    return _whole(term, column)


def _text(term: Term, column: Expression, kind: FieldKind) -> Condition:
    words = _words(term.values)
    if term.operator is Operator.CONTAINS:
        return or_(false(), dialect.contains_one_of(column, words))
    same = dialect.texts_in(column, words)
    if kind is not FieldKind.ID:
        return same
    begun = [(word, _after(word)) for word in words if len(word) >= PREFIX_LENGTH]
    return or_(same, dialect.within_one_of(column, begun)) if begun else same


def _whole(term: Term, column: Expression) -> Condition:
    if term.operator is Operator.RANGE:
        return _between(term, column)
    numbers = [value for value in term.values if isinstance(value, int)]
    return dialect.ids_in(column, [int(one) for one in numbers if abs(one) <= _LARGEST])


def _bounded(value: Value) -> Expression:
    # Beyond 64 bits SQLite cannot take a number; no stored one is larger than the largest.
    return literal(max(-_LARGEST, min(_LARGEST, value)) if isinstance(value, int) else value)


def _between(term: Term, column: Expression) -> Condition:
    parts: list[Condition] = [column.is_not(None)]
    if term.low is not None:
        low = _bounded(term.low)
        parts.append(column > low if term.low_open else column >= low)
    if term.high is not None:
        high = _bounded(term.high)
        parts.append(column < high if term.high_open else column <= high)
    return and_(*parts)


def _day(term: Term, column: Expression) -> Condition:
    parts = [_between_seconds(column, first, end) for first, end in day_ranges(term)]
    return or_(false(), *parts)


def day_ranges(term: Term) -> list[tuple[int | None, int | None]]:
    """Seconds of UTC from which and before which a moment lies on the term's days, as they are
    in Asia/Shanghai; None for no limit. Raises ValueError for a relative day not resolved.
    """
    if term.operator is not Operator.RANGE:
        days = [value for value in map(_date, term.values) if value is not None]
        return [(_begin(day), _begin(_day_after(day))) for day in days]
    low, high = _date(term.low), _date(term.high)
    first = low if low is None or not term.low_open else _day_after(low)
    end = high if high is None or term.high_open else _day_after(high)
    return [(_begin(first), _begin(end))]


def _begin(day: date | None) -> int | None:
    return None if day is None else int(midnight(day).timestamp())


def _between_seconds(column: Expression, first: int | None, end: int | None) -> Condition:
    parts: list[Condition] = [column.is_not(None)]
    if first is not None:
        parts.append(column >= first)
    if end is not None:
        parts.append(column < end)
    return and_(*parts)


def _date(value: Value | None) -> date | None:
    """Raises ValueError for what is not a day, a relative one not resolved among them."""
    if value is not None and not isinstance(value, date):
        raise ValueError(f"not a day: {value}")
    return value


def _day_after(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)


def _words(values: Sequence[Value]) -> list[str]:
    # What SQLite cannot hold cannot be found either.
    return [folded(str(value)) for value in values if storable(str(value))]


def _after(prefix: str) -> str | None:
    """The first text, in folded order, behind all that begin with `prefix`; None: there is none."""
    while prefix:
        following = ord(prefix[-1]) + 1
        if following == ord("A"):
            following = ord("Z") + 1  # folded text has no capitals
        if following == 0xD800:
            following = 0xE000  # halves of surrogate pairs are no characters
        if following <= 0x10FFFF:
            return prefix[:-1] + chr(following)
        prefix = prefix[:-1]
    return None

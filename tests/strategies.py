"""Hypothesis strategies that tests share: card states, card rows, filters.

Values are drawn from small pools, so that a random filter often finds some random cards and
rarely all of them.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from simdesk.models.card import ActivationMethod, CardDetails, CardRow, Stamps
from simdesk.models.filter_fields import FIELDS, Field, FieldKind
from simdesk.models.filters import (
    AS_LISTED,
    OPERATORS,
    CardFilter,
    Direction,
    Operator,
    RelativeDay,
    Sort,
    SortKey,
    Term,
    Value,
)
from simdesk.models.periods import last_second, midnight
from simdesk.models.status import Base, CardState, Event, Hold, SpecificStatus
from simdesk.models.usage import KB_PER_GB, KB_PER_MB
from simdesk.models.voucher import BillingCycle, Carrier, PlanType
from tests.factories import TODAY, a_card_row, a_moment, some_details

ICCIDS = (
    "89860321000000015668",
    "89860321000000015669",
    "89860055000000015668",
    "898600MFSSYYGXXXXXX1",
    "8986032100000001566",
)
MSISDNS = ("1440993000001", "1440993000002", "1460000000015", "1064800000668")
IMSIS = ("460081937000001", "460011937000002", "460030000000668")
IMEIS = ("490154203237518", "861234567890123", "")
TAGS = ("depot", "Depot", "north gate", "test", "仓库", "none", "a,b", "-x", 'say "hi"', "Ünïcode")
REMARKS = (
    "",
    "north gate",
    "North Gate 7",
    "北门 三号机",
    "100%_sure",
    "it's a *star* [x]",
    'quoted "word"',
    "back\\slash",
    "tab\there",
    "line\nbreak",
    "e\u0301 combining, ß ſ ı İ K",
    "مرحبا ١٢٣",
    "full-width １２３：",
    "😀 emoji 👩‍👩‍👧",
    "\u202eright to left\u202c",
    "none",
    "OR",
)
VOUCHERS = ("CM_SC_M_2_100M", "CM-SF-M-3-100M", "AL-UPG-M-3_beika4", "CM_UP_M_1_pool-_a")
APNS = ("cmiot", "CMIOT", "scuiot", "ctnet", "")
POOLS = ("beika4", "Test1", "pool-_a")
GROUPS = ("", "22", "test group")
ORDERS = ("", "211519634000001", "211519634000002")
NOTIFICATIONS = ("1", "2", "7")
SIM_TYPES = ("nano", "industry-nano", "simplus56")
SIZES = (0, 1, 1023, 1024, 10 * KB_PER_MB, 12_345, 100 * KB_PER_MB, KB_PER_GB, 3 * KB_PER_GB // 2)

odd_text = st.one_of(
    st.sampled_from(REMARKS),
    st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=0, max_size=12
    ),
)
"""Any text a database can hold: no half characters, no NUL."""

days = st.integers(-40, 40).map(lambda count: TODAY + timedelta(days=count))
moments = st.builds(
    lambda day, second: midnight(day) + timedelta(seconds=second),
    days,
    st.sampled_from((0, 1, 3600, 8 * 3600 - 1, 8 * 3600, 12 * 3600, 86_399)),
)
"""Moments around today, many at the edges of a day in Asia/Shanghai and in UTC."""

sizes = st.one_of(st.sampled_from(SIZES), st.integers(0, 2 * KB_PER_GB))


def card_states() -> st.SearchStrategy[CardState]:
    """Every (base, holds, cancellation due), reachable or not."""
    return st.builds(
        CardState, st.sampled_from(Base), st.frozensets(st.sampled_from(Hold)), st.booleans()
    )


def events() -> st.SearchStrategy[Event]:
    return st.sampled_from(Event)


def _specifics_of(plan_type: PlanType, smart: bool) -> list[int]:
    """The specific statuses a card of this plan can show (domain.md 2.2); 999 is unknown to us."""
    missing = {SpecificStatus.USAGE_LIMIT} if plan_type.single_card else set()
    if plan_type.pooled:
        missing |= {SpecificStatus.STOPPED}
    if not smart:
        missing |= {SpecificStatus.PARTIAL}
    return [int(one) for one in SpecificStatus if one not in missing] + [999]


@st.composite
def _lives(draw: st.DrawFn, specific: int, plan_type: PlanType) -> dict[str, Any]:
    if specific in (10, 20, 130):
        return {"activated_at": None, "activation_method": None, "expires_at": None}
    day = draw(days)
    return {
        "activated_at": draw(moments),
        "activation_method": draw(st.sampled_from(ActivationMethod)),
        "expires_at": None if plan_type.pooled else last_second(day),
    }


@st.composite
def _traffic(draw: st.DrawFn, plan_type: PlanType) -> dict[str, Any]:
    usage = draw(sizes)
    tier = None if plan_type.pooled else draw(st.sampled_from((30, 100, 2048))) * KB_PER_MB
    left = None
    if plan_type.single_card and tier is not None:
        left = max(0, tier - usage)
    return {
        "cycle_usage_kb": usage,
        "tier_kb": tier,
        "cycle_left_kb": left,
        "pool_id": draw(st.sampled_from(POOLS)) if plan_type.pooled else None,
    }


def _some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=3, unique=True).map(tuple)


@st.composite
def _details(draw: st.DrawFn) -> CardDetails | None:
    if draw(st.booleans()):
        return None
    limit = st.one_of(st.none(), sizes)
    return some_details(
        imei=draw(st.sampled_from(IMEIS)), card_limit_kb=draw(limit), voucher_limit_kb=draw(limit)
    )


@st.composite
def _stamps(draw: st.DrawFn) -> Stamps:
    return Stamps(draw(moments), draw(st.one_of(st.none(), moments)), None, draw(_maybe_moment))


_maybe_moment = st.one_of(st.none(), moments)


@st.composite
def card_rows(draw: st.DrawFn, card_id: int = 1) -> CardRow:
    """A random card that the trade allows: parts, status, dates and traffic agree."""
    carrier = draw(st.sampled_from(Carrier))
    plan_type = draw(st.sampled_from(PlanType))
    specific = draw(st.sampled_from(_specifics_of(plan_type, carrier is Carrier.VNO)))
    smart = carrier is Carrier.VNO
    changes: dict[str, Any] = {
        "iccid": draw(st.sampled_from(ICCIDS)),
        "instance_id": str(1000 + card_id),
        "msisdns": draw(_some(MSISDNS)) if smart else (draw(st.sampled_from(MSISDNS)),),
        "imsis": draw(_some(IMSIS)),
        "carrier": carrier,
        "plan_type": plan_type,
        "cycle": draw(st.sampled_from(BillingCycle)),
        "rate_version": draw(st.integers(1, 3)),
        "specific": specific,
        "cancellation_due": draw(st.booleans()),
        "sms_used": draw(st.integers(0, 3)),
        "opened_at": draw(moments),
        "auto_renew": draw(st.booleans()) and not plan_type.pooled,
        "order_number": draw(st.sampled_from(ORDERS)),
        "sim_type": draw(st.sampled_from(SIM_TYPES)),
        "network": draw(st.sampled_from(("4G", "5G", ""))),
        "apn": draw(st.sampled_from(APNS)),
        "certify_type": draw(st.sampled_from(("enterprise", ""))),
        "directional_group": draw(st.sampled_from(GROUPS)),
        "tags": draw(_some(TAGS)),
        "remark": draw(odd_text),
        **draw(_lives(specific, plan_type)),
        **draw(_traffic(plan_type)),
    }
    if draw(st.booleans()):
        changes["voucher"] = draw(st.sampled_from(VOUCHERS))
    return a_card_row(
        id=card_id,
        details=draw(_details()),
        stamps=draw(_stamps()),
        pending=draw(st.sampled_from((None, None, "suspend"))),
        quiet_since=draw(st.one_of(st.none(), days.map(midnight))),
        tested_until=draw(_maybe_moment) if specific == SpecificStatus.SILENT_PERIOD else None,
        notifications=tuple(sorted(draw(_some(NOTIFICATIONS)))),
        **changes,
    )


_WORDS_OF = {
    "iccid": (*ICCIDS, "898603", "898600m", "8986", "5668"),
    "msisdn": (*MSISDNS, "144099", "14409", "668"),
    "imsi": (*IMSIS, "460081", "460030000"),
    "imei": (*IMEIS[:2], "490154"),
    "voucher": (*VOUCHERS, "cm_sc_m_2_100m", "CM_SC"),
    "pool": (*POOLS, "beika"),
    "sim_type": (*SIM_TYPES, "NANO"),
    "network": ("4G", "5g", "6G"),
    "apn": (*APNS[:-1], "none"),
    "certify": ("enterprise", "personal"),
    "group": GROUPS[1:],
    "tag": (*TAGS, "DEPOT"),
    "order": ORDERS[1:],
    "notification": (*NOTIFICATIONS, "07", "７", "²", "-1", "9" * 5_000),
    "remark": ("north", "GATE", "门", "%", "_", "*", '"', "\\", "ß", "ﬁ", "１", "\n", "é"),
}
_BARE = (*_WORDS_OF["remark"], "8986", "668", "1440993000001", "46003", "north gate", "-x")
_SHARES = (0, 1, 10, 59, 60, 66, 67, 87, 88, 90, 96, 97, 98, 99, 100)
"""Percents on both sides of what is left of the tiers above after the sizes above."""
_CODES = st.sampled_from((10, 20, 30, 35, 40, 50, 999))


def values_of(field: Field | None) -> st.SearchStrategy[Value]:
    """Values that make sense for a field, found in some cards or in none."""
    if field is None:
        return st.one_of(st.sampled_from(_BARE), odd_text.filter(str.strip))
    if field.name in ("status", "specific"):
        return st.one_of(_CODES, st.sampled_from([choice.value for choice in field.choices]))
    if field.choices:
        return st.sampled_from([choice.value for choice in field.choices])
    if field.name == "left_share":
        return st.sampled_from(_SHARES)
    by_kind: dict[FieldKind, st.SearchStrategy[Value]] = {
        FieldKind.SIZE: sizes,
        FieldKind.NUMBER: st.integers(0, 110),
        FieldKind.MOMENT: days,
        FieldKind.FLAG: st.booleans(),
    }
    words = st.sampled_from(_WORDS_OF.get(field.name, ("x",)))
    if field.kind in (FieldKind.TEXT, FieldKind.WORDS, FieldKind.TAGS):
        return st.one_of(words, odd_text.filter(str.strip))
    return by_kind.get(field.kind, words)


def _ordered(low: Value | None, high: Value | None) -> tuple[Value | None, Value | None]:
    if low is not None and high is not None and low > high:  # type: ignore[operator]  # of one kind
        return high, low
    return low, high


@st.composite
def _range_terms(draw: st.DrawFn, field: Field, values: st.SearchStrategy[Value]) -> Term:
    low, high = _ordered(draw(st.one_of(st.none(), values)), draw(st.one_of(st.none(), values)))
    return Term(
        field.name,
        Operator.RANGE,
        low=low,
        high=high,
        low_open=low is not None and draw(st.booleans()),
        high_open=high is not None and draw(st.booleans()),
        negated=draw(st.booleans()),
        enabled=draw(_mostly),
    )


_mostly = st.sampled_from((True, True, True, False))


@st.composite
def terms(
    draw: st.DrawFn,
    field_names: tuple[str | None, ...] = (None, *FIELDS),
    values: Callable[[Field | None], st.SearchStrategy[Value]] = values_of,
    operators: frozenset[Operator] = frozenset(Operator),
) -> Term:
    """A term over any field with any operator the field admits; ranges may lack either end."""
    name = draw(st.sampled_from(field_names))
    field = None if name is None else FIELDS[name]
    admitted = (Operator.CONTAINS,) if field is None else OPERATORS[field.kind]
    operator = draw(st.sampled_from([one for one in admitted if one in operators]))
    if field is not None and operator is Operator.RANGE:
        return draw(_range_terms(field, values(field)))
    held: tuple[Value, ...] = ()
    if operator is not Operator.NONE:
        held = tuple(draw(st.lists(values(field), min_size=1, max_size=3)))
    return Term(name, operator, held, negated=draw(st.booleans()), enabled=draw(_mostly))


def filters(card_ids: tuple[int, ...] = ()) -> st.SearchStrategy[CardFilter]:
    """Up to four terms with days as dates, some narrowed to a few of `card_ids`."""
    no_ids: st.SearchStrategy[tuple[int, ...] | None] = st.none()
    some_ids = st.lists(st.sampled_from(card_ids), unique=True).map(tuple) if card_ids else no_ids
    return st.builds(
        CardFilter,
        st.lists(terms(), max_size=4).map(tuple),
        st.one_of(no_ids, no_ids, some_ids),
    )


SORTABLE = tuple(name for name, field in FIELDS.items() if field.sortable)
_sort_keys = st.builds(SortKey, st.sampled_from(SORTABLE), st.sampled_from(Direction))


def sorts() -> st.SearchStrategy[Sort]:
    """By one field, by two, as the question lists its cards."""
    by_fields = st.builds(
        Sort, st.sampled_from(SORTABLE), st.sampled_from(Direction), st.none() | _sort_keys
    )
    return st.one_of(by_fields, by_fields, st.just(AS_LISTED))


_relative_days = st.integers(-400, 400).map(RelativeDay)


def _written_values(field: Field | None) -> st.SearchStrategy[Value]:
    if field is not None and field.kind is FieldKind.MOMENT:
        return st.one_of(_relative_days, st.dates(date(1, 1, 1), date(9999, 12, 31)))
    if field is not None and field.kind is FieldKind.ID:
        return st.one_of(values_of(field), st.from_regex("[0-9A-Za-z]{1,20}", fullmatch=True))
    return values_of(field).filter(lambda value: not isinstance(value, str) or bool(value.strip()))


def _comparable(term: Term) -> bool:
    """Whether a range has an end, ends of one kind in order, and something between them."""
    if term.operator is not Operator.RANGE:
        return True
    low, high = term.low, term.high
    if low is None or high is None:
        return not (low is None and high is None)
    return low != high or not (term.low_open or term.high_open)


@st.composite
def _written_ranges(draw: st.DrawFn) -> Term:
    """Ranges of days, relative ones among them."""
    kind: st.SearchStrategy[Value] = draw(st.sampled_from((days, st.integers(-40, 40))))
    low, high = _ordered(draw(st.one_of(st.none(), kind)), draw(st.one_of(st.none(), kind)))
    made = [RelativeDay(end) if isinstance(end, int) else end for end in (low, high)]
    return Term(
        "expires",
        Operator.RANGE,
        low=made[0],
        high=made[1],
        low_open=low is not None and draw(st.booleans()),
        negated=draw(st.booleans()),
    )


def written_filters() -> st.SearchStrategy[CardFilter]:
    """Filters a person can build, all of which have a text form; days are often relative."""
    unranged = tuple(
        name
        for name in (None, *FIELDS)
        if name is None or FIELDS[name].kind is not FieldKind.MOMENT
    )
    asked = tuple(name for name in FIELDS if FIELDS[name].kind is FieldKind.MOMENT)
    of_days = terms(asked, _written_values, frozenset({Operator.ANY_OF, Operator.NONE}))
    term = st.one_of(terms(unranged, _written_values), of_days, _written_ranges())
    return st.builds(CardFilter, st.lists(term.filter(_comparable), max_size=5).map(tuple))


__all__ = [
    "a_moment",
    "card_rows",
    "card_states",
    "days",
    "events",
    "filters",
    "moments",
    "odd_text",
    "sizes",
    "terms",
    "values_of",
    "written_filters",
]

"""`CardFilter.matches`: every field, every operator, on rows made by hand.

Questions are written in the text form; each finds the ids listed beside it.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from simdesk.models.card import ActivationMethod, Stamps
from simdesk.models.filter_fields import FIELDS, NEVER_EMPTY, left_share
from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import (
    OPERATORS,
    CardFilter,
    Operator,
    RelativeDay,
    Sort,
    Term,
    folded,
)
from simdesk.models.usage import KB_PER_GB, KB_PER_MB
from simdesk.models.voucher import BillingCycle, Carrier, PlanType
from tests.factories import TODAY, a_card_row, a_moment, some_details

MB = KB_PER_MB
ROWS = (
    a_card_row(
        id=1,
        iccid="89860321000000015668",
        msisdns=("1440993000001",),
        imsis=("460081937000001",),
        tags=("depot", "north"),
        remark="north gate 100%",
        cycle_usage_kb=50 * MB,
        cycle_left_kb=50 * MB,
        sms_used=3,
        auto_renew=True,
        directional_group="22",
        order_number="A1",
        details=some_details(
            card_limit_kb=20 * MB, voucher_limit_kb=50 * MB, imei="490154203237518"
        ),
    ),
    a_card_row(
        id=2,
        iccid="89860321000000015669",
        msisdns=("1440993000002",),
        imsis=("460081937000002",),
        plan_type=PlanType.SF,
        rate_version=3,
        specific=300,
        tags=("Depot",),
        remark="Nördlich 北门",
        cycle_usage_kb=200 * MB,
        expires_at=a_moment(2026, 6, 30, 23, 59, 59),
        apn="CMIOT",
        sim_type="industry-nano",
        details=some_details(voucher_limit_kb=50 * MB, imei="861234567890123"),
    ),
    a_card_row(
        id=3,
        iccid="89860155000000015668",
        msisdns=("1460000000015", "1410000000015"),
        imsis=(),
        carrier=Carrier.VNO,
        plan_type=PlanType.UP,
        cycle=BillingCycle.YEAR,
        pool_id="beika4",
        specific=150,
        cycle_usage_kb=0,
        network="5G",
        apn="",
        certify_type="",
        order_number="",
        details=None,
        pending="suspend",
    ),
    a_card_row(
        id=4,
        iccid="89860611000000015660",
        msisdns=("1064800000668",),
        imsis=("460011937000004",),
        carrier=Carrier.CUCC,
        specific=20,
        opened_at=a_moment(2026, 6, 14, 0, 0, 0),
        cycle_usage_kb=0,
        cycle_left_kb=None,
        tier_kb=KB_PER_GB,
    ),
    a_card_row(
        id=5,
        iccid="89860611000000015661",
        msisdns=("1064800000669",),
        imsis=("460011937000005",),
        specific=50,
        activated_at=a_moment(2026, 1, 1, 0, 0, 0),
        activation_method=ActivationMethod.MANAGE,
        expires_at=a_moment(2026, 5, 31, 23, 59, 59),
        stamps=Stamps(a_moment(2026, 6, 14, 23, 59), not_listed_since=a_moment(2026, 6, 10)),
        cancellation_due=True,
    ),
)

FOUND = [
    # Everything, cancelled cards apart.
    ("", [1, 2, 3, 4]),
    # Bare words: ids and remark, ASCII case apart.
    ("5668", [1, 3]),
    ("000000015668", [1, 3]),
    ("1440993", [1, 2]),
    ("000000015", [1, 2, 3, 4]),
    ("460011937000004", [4]),
    ("NORTH", [1]),
    ("nördlich", [2]),
    ("NÖRDLICH", []),
    ("北门", [2]),
    ("100%", [1]),
    ("_", []),
    ('"north gate"', [1]),
    ("north gate", [1]),
    ("gate,北", [1, 2]),
    ("-5668", [2, 4]),
    ("depot", []),
    ("490154203237518", []),
    # Ids: the whole, or the first six or more.
    ("iccid:89860321000000015668", [1]),
    ("iccid:898603", [1, 2]),
    ("iccid:89860", []),
    ("iccid:015668", []),
    ("iccid:898601,898606", [3, 4]),
    ("-iccid:898603", [3, 4]),
    ("msisdn:1410000000015", [3]),
    ("msisdn:144099", [1, 2]),
    ("msisdn:none", []),
    ("imsi:none", [3]),
    ("-imsi:none", [1, 2, 4]),
    ("imsi:46001193", [4]),
    ("imei:490154203237518", [1, 4]),
    ("imei:none", [3]),
    # Texts: the whole, ASCII case apart.
    ("voucher:CM_SC_M_2_100M", [1]),
    ("voucher:cm_sc_m_2_100m", [1]),
    ("voucher:CM_SC", []),
    ("pool:BEIKA4", [3]),
    ("pool:none", [1, 2, 4]),
    ("apn:cmiot", [1, 2, 4]),
    ("apn:none", [3]),
    ("-apn:cmiot", [3]),
    ("sim_type:industry-nano", [2]),
    ("network:5g", [3]),
    ("network:none", []),
    ("sim_type:none", []),
    ("certify:enterprise", [1, 2, 4]),
    ("certify:none", [3]),
    ("group:22", [1]),
    ("group:none", [2, 3, 4]),
    ("order:A1,x", [1]),
    ("order:none", [3]),
    # Choices.
    ("carrier:CMCC", [1, 2]),
    ("carrier:VNO,CUCC", [3, 4]),
    ("-carrier:CMCC", [3, 4]),
    ("status:in_use", [1, 3]),
    ("status:suspended,inactive", [2, 4]),
    ("-status:in_use", [2, 4]),
    ("status:35", [2]),
    ("specific:usage_limit,partial", [2, 3]),
    ("specific:in_use", [1]),
    ("plan:SC", [1, 4]),
    ("plan:UP,SF", [2, 3]),
    ("cycle:year", [3]),
    ("method:first_data_record", [1, 2, 3]),
    ("method:none", [4]),
    # Sizes.
    ("usage:0KB", [3, 4]),
    ("usage>=50MB", [1, 2]),
    ("usage>50MB", [2]),
    ("usage<=50MB", [1, 3, 4]),
    ("usage<50MB", [3, 4]),
    ("usage:50MB..200MB", [1, 2]),
    ("usage:50MB<..200MB", [2]),
    ("usage:50MB..<200MB", [1]),
    ("-usage:50MB..200MB", [3, 4]),
    ("usage:50MB,200MB", [1, 2]),
    ("usage:none", []),
    ("tier:100MB", [1, 2]),
    ("tier:1GB", [4]),
    ("tier:none", [3]),
    ("left:none", [2, 3, 4]),
    ("left:50MB", [1]),
    ("left>=1KB", [1]),
    ("tier>100MB", [4]),
    ("tier<=100MB", [1, 2]),
    ("limit<50MB", [1]),
    ("limit:1MB..", [1, 2]),
    ("-left>=1KB", [2, 3, 4]),
    ("limit:20MB", [1]),
    ("limit:50MB", [2]),
    ("limit:none", [3, 4]),
    # Numbers.
    ("rate:3", [2]),
    ("rate:2..3", [1, 2, 3, 4]),
    ("sms>=3", [1]),
    ("sms:0", [2, 3, 4]),
    ("left_share<=50%", [1]),
    ("left_share<50%", []),
    ("left_share:none", [2, 3, 4]),
    ("left_share:50%", [1]),
    # Days.
    ("opened:2026-06-14", [4]),
    ("opened<2026-06-14", [1, 2, 3]),
    ("opened<=2026-06-14", [1, 2, 3, 4]),
    ("opened>=-1d", [4]),
    ("opened:-1d", [4]),
    ("activated:none", [4]),
    ("activated<today", [1, 2, 3]),
    ("expires:2026-06-30", [2]),
    ("expires<30d", [2]),
    ("expires:15d,138d", [1, 2]),
    ("expires<=15d", [2]),
    ("expires<15d", []),
    ("expires:none", [3, 4]),
    ("-expires<30d", [1, 3, 4]),
    ("synced:today", [1, 2, 3, 4]),
    ("missing:none", [1, 2, 3, 4]),
    ("missing<today", []),
    ("activated:2025-11-16", [1, 2, 3]),
    # Yes and no.
    ("auto_renew:yes", [1]),
    ("auto_renew:no", [2, 3, 4]),
    ("-auto_renew:yes", [2, 3, 4]),
    ("smart:yes", [3]),
    ("due:no", [1, 2, 3, 4]),
    ("pending:yes", [3]),
    # Tags: the whole name, ASCII case apart.
    ("tag:depot", [1, 2]),
    ("tag:DEPOT tag:north", [1]),
    ("tag:north,depot", [1, 2]),
    ("tag:nor", []),
    ("tag:none", [3, 4]),
    ("-tag:depot", [3, 4]),
    # The remark: contains.
    ("remark:GATE", [1]),
    ("remark:北", [2]),
    ("remark:none", [3, 4]),
    ("-remark:none", [1, 2]),
    # Cancelled cards, when they are asked for.
    ("cancelled:any", [1, 2, 3, 4, 5]),
    ("cancelled:yes", [5]),
    ("cancelled:no", [1, 2, 3, 4]),
    ("-cancelled:no", [5]),
    ("-cancelled:yes", [1, 2, 3, 4]),
    ("cancelled:any cancelled:no", [1, 2, 3, 4]),
    ("~cancelled:any", [1, 2, 3, 4]),
    ("status:cancelled", [5]),
    ("status:cancelled,in_use", [1, 3, 5]),
    ("specific:cancelled", [5]),
    ("-status:cancelled", [1, 2, 3, 4]),
    ("~status:cancelled", [1, 2, 3, 4]),
    ("cancelled:any due:yes", [5]),
    ("cancelled:any method:manage", [5]),
    ("cancelled:any missing:2026-06-10", [5]),
    ("cancelled:any synced<today", [5]),
    ("cancelled:any activated:2026-01-01", [5]),
    # Terms are joined by AND; those switched off ask nothing.
    ("carrier:CMCC usage>=100MB", [2]),
    ("carrier:CMCC ~usage>=100MB", [1, 2]),
    ("~usage>=100MB", [1, 2, 3, 4]),
]


@pytest.mark.parametrize(("words", "ids"), FOUND)
def test_found(words: str, ids: list[int]) -> None:
    asked = parse_filter(words).on(TODAY)
    assert [row.id for row in ROWS if asked.matches(row)] == ids


def test_every_field_and_operator_was_asked() -> None:
    asked = {
        (term.field, term.operator) for words, _ in FOUND for term in parse_filter(words).terms
    }
    wanted = {
        (name, operator)
        for name, field in FIELDS.items()
        for operator in OPERATORS[field.kind]
        if operator is not Operator.NONE or name not in NEVER_EMPTY
    }
    assert wanted <= asked


@pytest.mark.parametrize("name", sorted(NEVER_EMPTY))
def test_what_is_never_empty_is_not_found_so(name: str) -> None:
    asked = CardFilter((Term("cancelled", Operator.ANY_OF, ("any",)), Term(name, Operator.NONE)))
    assert [row.id for row in ROWS if asked.matches(row)] == []


def test_cards_that_are_named_are_found_though_cancelled() -> None:
    named = CardFilter(card_ids=(5, 1))
    assert [row.id for row in ROWS if named.matches(row)] == [1, 5]
    narrowed = replace(named, terms=parse_filter("carrier:CMCC usage>0KB -tag:none").terms)
    assert [row.id for row in ROWS if narrowed.matches(row)] == [1]
    assert not any(CardFilter(card_ids=()).matches(row) for row in ROWS)


def test_a_status_nobody_knows_is_found_by_its_code() -> None:
    row = a_card_row(specific=999, status=35)
    assert parse_filter("specific:999").matches(row)
    assert not parse_filter("specific:998").matches(row)


def test_days_counted_from_today_must_be_made_dates() -> None:
    asked = parse_filter("expires<30d")
    with pytest.raises(ValueError, match="on\\(today\\)"):
        asked.matches(ROWS[0])
    resolved = asked.on(date(2026, 1, 1))
    assert resolved.terms[0].high == date(2026, 1, 31)


def test_every_day_of_a_term_is_resolved() -> None:
    low, high = RelativeDay(-7), RelativeDay(7)
    asked = CardFilter(
        (
            Term("expires", Operator.RANGE, low=low, high=high),
            Term("opened", Operator.ANY_OF, (RelativeDay(0), date(2026, 1, 1))),
        )
    )
    assert asked.on(TODAY).terms == (
        Term(
            "expires",
            Operator.RANGE,
            low=TODAY - timedelta(days=7),
            high=TODAY + timedelta(days=7),
        ),
        Term("opened", Operator.ANY_OF, (TODAY, date(2026, 1, 1))),
    )


def test_a_day_is_shanghais() -> None:
    row = a_card_row(expires_at=a_moment(2026, 7, 1, 0, 0, 0))
    assert parse_filter("expires:2026-07-01").matches(row)
    assert not parse_filter("expires:2026-06-30").matches(row)


@pytest.mark.parametrize(
    ("left", "tier", "share"),
    [
        (0, 100, 0),
        (1, 1000, 1),
        (10, 100, 10),
        (109, 1000, 11),
        (100, 100, 100),
        (150, 100, 150),
        (None, 100, None),
        (5, None, None),
        (5, 0, None),
    ],
)
def test_the_share_left_is_rounded_up(
    left: int | None, tier: int | None, share: int | None
) -> None:
    row = a_card_row(cycle_left_kb=left, tier_kb=tier, voucher="CM_SC_M_2_100M")
    assert left_share(row) == share


def test_terms_come_and_go() -> None:
    one, two = parse_filter("carrier:CMCC tag:depot").terms
    asked = CardFilter((one,)).with_term(two)
    assert asked.terms == (one, two)
    assert asked.without(0).terms == (two,)
    assert asked.active == (one, two)
    assert CardFilter((replace(one, enabled=False), two)).active == (two,)


def test_folding_is_ascii_only() -> None:
    assert folded("ÄaZ İK") == "Äaz İk"


def test_the_usual_order_is_by_iccid() -> None:
    assert Sort() == Sort("iccid")
    assert [name for name, field in FIELDS.items() if not field.sortable] == ["tag", "cancelled"]

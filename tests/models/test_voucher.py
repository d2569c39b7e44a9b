"""Plan vouchers, read and written (domain.md 3.1)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simdesk.models.errors import KnownError
from simdesk.models.usage import KB_PER_GB, KB_PER_MB
from simdesk.models.voucher import (
    BillingCycle,
    Carrier,
    PlanType,
    Voucher,
    parse_voucher,
    voucher_text,
)

M, Y = BillingCycle.MONTH, BillingCycle.YEAR
READ = [
    ("CT-SC-M-1-30M", Carrier.CTCC, PlanType.SC, M, 1, 30 * KB_PER_MB, None),
    ("CT-SC-M-2-100M", Carrier.CTCC, PlanType.SC, M, 2, 100 * KB_PER_MB, None),
    ("CM_SCD_Y_2_2G", Carrier.CMCC, PlanType.SCD, Y, 2, 2 * KB_PER_GB, None),
    ("CM-SF-M-2-12G", Carrier.CMCC, PlanType.SF, M, 2, 12 * KB_PER_GB, None),
    ("CU_SFD_M_3_100M", Carrier.CUCC, PlanType.SFD, M, 3, 100 * KB_PER_MB, None),
    ("CU-UPG-M-2-test1", Carrier.CUCC, PlanType.UPG, M, 2, None, "test1"),
    ("AL-UPG-M-3_beika4", Carrier.VNO, PlanType.UPG, M, 3, None, "beika4"),
    ("CM_UP_M_3_north-gate_2", Carrier.CMCC, PlanType.UP, M, 3, None, "north-gate_2"),
    ("CM-UP-M-3-a-b-c", Carrier.CMCC, PlanType.UP, M, 3, None, "a-b-c"),
    ("CM_UP_M_3_a_b", Carrier.CMCC, PlanType.UP, M, 3, None, "a_b"),
    ("CM-UP-M-3_北门", Carrier.CMCC, PlanType.UP, M, 3, None, "北门"),
]


@pytest.mark.parametrize(("words", "carrier", "plan", "cycle", "rate", "tier", "pool"), READ)
def test_read(
    words: str,
    carrier: Carrier,
    plan: PlanType,
    cycle: BillingCycle,
    rate: int,
    tier: int | None,
    pool: str | None,
) -> None:
    assert parse_voucher(words) == Voucher(words, carrier, plan, cycle, rate, tier, pool)


@pytest.mark.parametrize(
    ("words", "part", "remedy"),
    [
        ("", "", "five parts"),
        ("CM-SC-M-2", "CM-SC-M-2", "five parts"),
        ("CM--SC-M-2-30M", "CM--SC-M-2-30M", "five parts"),
        ("CM-UP-M-2-", "CM-UP-M-2-", "five parts"),
        ("XX-SC-M-2-30M", "XX", "CM, CU, CT or AL"),
        ("cm-SC-M-2-30M", "cm", "CM, CU, CT or AL"),
        ("CM-SX-M-2-30M", "SX", "a plan type such as SC or UP"),
        ("CM-SC-Q-2-30M", "Q", "a billing cycle: M or Y"),
        ("CM-SC-M-x-30M", "x", "a rate version: a number"),
        ("CM-SC-M-２-30M", "２", "a rate version: a number"),
        ("CM-SC-M-2-30K", "30K", "a data tier such as 100M or 2G"),
        ("CM-SC-M-2-M", "M", "a data tier such as 100M or 2G"),
        ("CM-SC-M-2-0M", "0M", "a data tier such as 100M or 2G"),
        ("CM-SC-M-2-" + "9" * 5_000 + "M", "9…", "a data tier such as 100M or 2G"),
        ("CM-SC-M-2-30M-4", "30M-4", "a data tier such as 100M or 2G"),
    ],
)
def test_unreadable_parts_are_named(words: str, part: str, remedy: str) -> None:
    with pytest.raises(KnownError) as caught:
        parse_voucher(words)
    assert part in str(caught.value.message)
    assert remedy in str(caught.value.remedy)


@given(
    st.sampled_from(Carrier),
    st.sampled_from(PlanType),
    st.sampled_from((M, Y)),
    st.integers(1, 99),
    st.integers(1, 999),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
        lambda pool: pool == pool.strip()
    ),
)
def test_what_is_written_is_read(
    carrier: Carrier, plan: PlanType, cycle: BillingCycle, rate: int, tier: int, pool: str
) -> None:
    last = pool if plan.pooled else f"{tier}G"
    found = parse_voucher(voucher_text(carrier, plan, cycle, rate, last))
    assert (found.carrier, found.plan_type, found.cycle, found.rate_version) == (
        carrier,
        plan,
        cycle,
        rate,
    )
    assert (found.pool_id, found.tier_kb) == (
        (pool, None) if plan.pooled else (None, tier * KB_PER_GB)
    )


def test_decoded() -> None:
    assert str(parse_voucher("CM_SC_M_2_100M").decoded) == (
        "China Mobile / Single-card / Month / rate 2 / 100 MB"
    )
    assert str(parse_voucher("AL-UPG-Y-3_beika4").decoded) == (
        "Virtual carrier / Pooled directional / Year / rate 3 / beika4"
    )
    assert str(parse_voucher("CM_SF_M_2_2G").decoded).endswith(" / 2 GB")


@pytest.mark.parametrize(
    ("plan", "single", "same_tier", "pooled"),
    [
        ("SC", True, False, False),
        ("SCD", True, False, False),
        ("SF", False, True, False),
        ("SFD", False, True, False),
        ("UP", False, False, True),
        ("UPG", False, False, True),
    ],
)
def test_families(plan: str, single: bool, same_tier: bool, pooled: bool) -> None:
    kind = PlanType(plan)
    assert (kind.single_card, kind.same_tier, kind.pooled) == (single, same_tier, pooled)
    assert str(kind.label)


@pytest.mark.parametrize(("cycle", "months"), [(1101, 1), (1103, 3), (1106, 6), (1112, 12)])
def test_cycles(cycle: int, months: int) -> None:
    assert BillingCycle(cycle).months == months
    assert str(BillingCycle(cycle).label)


def test_only_months_and_years_have_a_letter() -> None:
    with pytest.raises(KeyError):
        voucher_text(Carrier.CMCC, PlanType.SC, BillingCycle.QUARTER, 1, "30M")

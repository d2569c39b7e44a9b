"""The shared builders give wholes that agree with themselves."""

import pytest

from simdesk.models.status import SimStatus, SpecificStatus
from simdesk.models.voucher import PlanType, parse_voucher
from tests.factories import a_card_row, some_facts


@pytest.mark.parametrize("plan_type", PlanType)
def test_the_voucher_says_what_the_parts_say(plan_type: PlanType) -> None:
    facts = some_facts(plan_type=plan_type)
    voucher = parse_voucher(facts.voucher)
    assert (voucher.carrier, voucher.plan_type, voucher.cycle, voucher.rate_version) == (
        facts.carrier,
        plan_type,
        facts.cycle,
        facts.rate_version,
    )
    assert (voucher.tier_kb, voucher.pool_id) == (facts.tier_kb, facts.pool_id)


def test_names_of_the_facts_are_routed() -> None:
    row = a_card_row(specific=SpecificStatus.USAGE_LIMIT, tags=("depot",), version=7)
    assert row.facts.status == SimStatus.SUSPENDED
    assert row.tags == row.facts.tags == ("depot",)
    assert row.version == 7

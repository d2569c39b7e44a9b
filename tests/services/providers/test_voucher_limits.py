"""The usage limit of a whole voucher: inherited, and the card's own wins (domain.md 9, row 17)."""

import pytest

from simdesk.models.account_commands import SetVoucherLimit
from simdesk.models.commands import CardRef, Resume, SetUsageLimit
from simdesk.models.outcomes import Done, Refused
from simdesk.models.status import Hold, SpecificStatus
from simdesk.models.usage import KB_PER_MB
from tests.services.providers.worlds import Hands

S = SpecificStatus
POOL = "CU_UP_M_2_north"
TIER = "CM_SF_M_2_100M"
SMART = "AL_SF_M_2_1G"
MONTH_KB = 50 * KB_PER_MB


def refs_of(hands: Hands, voucher: str) -> list[CardRef]:
    return [one.facts.ref for one in hands.readings() if one.facts.voucher == voucher]


def a_card(hands: Hands, voucher: str, **changes: object) -> CardRef:
    """One in use that has used 50 MB this month, with no limit of its own and no traffic more."""
    ref = next(
        ref for ref in refs_of(hands, voucher) if hands.read(ref).facts.specific in (100, 150)
    )
    changes = {"limit_kb": 0, "month_kb": MONTH_KB, "plugged": 0, **changes}
    hands.put(ref, held=frozenset(), **changes)
    return ref


@pytest.mark.parametrize("voucher", [POOL, TIER, SMART])
def test_it_is_inherited_and_told(hands: Hands, voucher: str) -> None:
    refs = refs_of(hands, voucher)
    own = refs[0]
    hands.put(own, limit_kb=7 * KB_PER_MB, limit_restore=1)
    assert hands.send(SetVoucherLimit(voucher, 40, auto_restore=False)) == Done()
    for ref in refs[1:]:
        hands.put(ref, limit_kb=0)
        details = hands.read(ref).details
        assert (details.card_limit_kb, details.voucher_limit_kb) == (None, 40 * KB_PER_MB)
        assert details.effective_limit_kb == 40 * KB_PER_MB
        assert not details.limit_auto_restore
    details = hands.read(own).details
    assert (details.effective_limit_kb, details.limit_auto_restore) == (7 * KB_PER_MB, True)
    assert hands.send(SetVoucherLimit(voucher, 0)) == Done()
    assert hands.read(refs[1]).details.voucher_limit_kb is None
    assert hands.read(own).details.effective_limit_kb == 7 * KB_PER_MB


@pytest.mark.parametrize("voucher", [POOL, TIER, SMART])
def test_the_usage_job_goes_by_it(hands: Hands, voucher: str) -> None:
    hands.send(SetVoucherLimit(voucher, 0))
    ref = a_card(hands, voucher)
    hands.go_to(2026, 6, 16)
    assert hands.status(ref) == S.IN_USE
    assert hands.send(SetVoucherLimit(voucher, 50)) == Done()
    # As with a card's own limit, the job of the night finds that it is reached.
    assert hands.status(ref) == S.IN_USE
    hands.go_to(2026, 6, 17)
    assert hands.status(ref) == S.USAGE_LIMIT


def test_the_cards_own_limit_wins_in_the_usage_job(hands: Hands) -> None:
    ref = a_card(hands, TIER, limit_kb=60 * KB_PER_MB)
    hands.send(SetVoucherLimit(TIER, 10))
    hands.go_to(2026, 6, 16)
    assert hands.status(ref) == S.IN_USE
    hands.send(SetUsageLimit(ref, 0))
    hands.go_to(2026, 6, 17)
    assert hands.status(ref) == S.USAGE_LIMIT


@pytest.mark.parametrize("voucher", [POOL, TIER, SMART])
@pytest.mark.parametrize(
    ("limit_mb", "shown"), [(60, S.IN_USE), (0, S.IN_USE), (50, S.USAGE_LIMIT), (5, S.USAGE_LIMIT)]
)
def test_a_limit_above_the_usage_lets_go(
    hands: Hands, voucher: str, limit_mb: int, shown: SpecificStatus
) -> None:
    hands.send(SetVoucherLimit(voucher, 20))
    ref = a_card(hands, voucher)
    hands.go_to(2026, 6, 16)
    assert hands.status(ref) == S.USAGE_LIMIT
    assert hands.send(SetVoucherLimit(voucher, limit_mb)) == Done()
    assert hands.status(ref) == shown


def test_it_does_not_let_go_a_card_that_its_own_limit_holds(hands: Hands) -> None:
    ref = a_card(hands, TIER, limit_kb=20 * KB_PER_MB)
    hands.go_to(2026, 6, 16)
    assert hands.status(ref) == S.USAGE_LIMIT
    hands.send(SetVoucherLimit(TIER, 0))
    hands.send(SetVoucherLimit(TIER, 900))
    assert hands.status(ref) == S.USAGE_LIMIT


def test_it_lets_go_of_its_own_hold_alone(hands: Hands) -> None:
    ref = a_card(hands, TIER)
    hands.put(ref, held=frozenset({Hold.USAGE, Hold.MANUAL}))
    hands.send(SetVoucherLimit(TIER, 900))
    assert hands.status(ref) == S.MANUAL


@pytest.mark.parametrize(("restore", "shown"), [(True, S.IN_USE), (False, S.USAGE_LIMIT)])
def test_resumption_at_the_months_begin_goes_by_it(
    hands: Hands, restore: bool, shown: SpecificStatus
) -> None:
    hands.send(SetVoucherLimit(POOL, 20, auto_restore=restore))
    ref = a_card(hands, POOL)
    hands.go_to(2026, 6, 30)
    assert hands.status(ref) == S.USAGE_LIMIT
    hands.go_to(2026, 7, 1)
    assert hands.status(ref) == shown


def test_a_new_limit_ends_what_was_resumed_by_hand(hands: Hands) -> None:
    hands.send(SetVoucherLimit(POOL, 20))
    ref = a_card(hands, POOL)
    hands.go_to(2026, 6, 16)
    assert hands.send(Resume(ref)) == Done()
    hands.go_to(2026, 6, 18)
    assert hands.status(ref) == S.IN_USE
    hands.send(SetVoucherLimit(POOL, 30))
    hands.go_to(2026, 6, 19)
    assert hands.status(ref) == S.USAGE_LIMIT


def test_it_stays_after_closing(hands: Hands) -> None:
    hands.send(SetVoucherLimit(POOL, 33, auto_restore=False))
    row = hands.world.rows.execute(
        "SELECT limit_kb, limit_restore FROM voucher WHERE words = ?", (POOL,)
    ).fetchone()
    assert row == (33 * KB_PER_MB, 0)


def test_a_failure_leaves_the_old_one(hands: Hands) -> None:
    ref = refs_of(hands, POOL)[0]
    before = hands.read(ref).details

    def fail() -> None:
        hands.world._account.act(SetVoucherLimit(POOL, 44), "s", hands.world.at)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        hands.world.transact(fail)
    assert hands.read(ref).details == before


@pytest.mark.parametrize(
    ("voucher", "limit_mb", "code"),
    [
        ("CM_SC_M_2_100M", 5, "linkcard.common.BusinessProcessError"),
        ("CM_UP_M_2_nowhere", 5, "linkcard.common.CredentialNoNotExist"),
        (POOL, -1, "linkcard.check.RuleMustBePositiveInteger"),
        (POOL, 1 << 60, "linkcard.check.RuleMaxValueLimit"),
    ],
)
def test_impossible_limits_are_refused(
    hands: Hands, voucher: str, limit_mb: int, code: str
) -> None:
    outcome = hands.send(SetVoucherLimit(voucher, limit_mb))
    assert isinstance(outcome, Refused)
    assert outcome.code == code

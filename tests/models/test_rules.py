"""Rules: what can be said, what is refused and why, how it is kept and how it reads."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simdesk.models.errors import KnownError
from simdesk.models.rule_codec import condition_from_json, condition_to_json
from simdesk.models.rule_words import condition_text, group_text, measured_text, sentence
from simdesk.models.rules import (
    EVERY_CARD,
    Condition,
    CycleUsage,
    ExpiresWithin,
    Group,
    GroupKind,
    PoolShare,
    Push,
    RuleDraft,
    RuleKind,
    StatusBecomes,
    TierShare,
    checked,
    why_not,
)
from simdesk.models.status import SpecificStatus

S = SpecificStatus
DEPOT = Group(GroupKind.TAG, "depot")
SINGLE = Group(GroupKind.VOUCHER, "CM_SC_M_2_100M")
SAME_TIER = Group(GroupKind.VOUCHER, "CM_SF_M_2_100M")
POOLED = Group(GroupKind.VOUCHER, "CU_UP_M_2_north")
STRANGE = Group(GroupKind.VOUCHER, "no such form")
STOPPED = StatusBecomes(frozenset({S.STOPPED, S.MANUAL}))

conditions: st.SearchStrategy[Condition] = st.one_of(
    st.builds(CycleUsage, st.integers(1, 10**6)),
    st.builds(TierShare, st.integers(1, 999)),
    st.builds(PoolShare, st.integers(1, 999)),
    st.builds(ExpiresWithin, st.integers(1, 90)),
    st.builds(StatusBecomes, st.frozensets(st.sampled_from(S), min_size=1)),
)


def draft(
    condition: Condition, group: Group = EVERY_CARD, push: Push = Push.CYCLE, name: str = "Rule 1"
) -> RuleDraft:
    return RuleDraft(name, group, condition, push)


@pytest.mark.parametrize(
    ("condition", "kind"),
    [
        (CycleUsage(100), RuleKind.USAGE),
        (TierShare(80), RuleKind.USAGE),
        (STOPPED, RuleKind.STATUS),
        (ExpiresWithin(7), RuleKind.EXPIRY),
        (PoolShare(90), RuleKind.POOL),
    ],
)
def test_a_condition_belongs_to_a_family(condition: Condition, kind: RuleKind) -> None:
    assert draft(condition).kind is kind
    assert draft(condition).push is Push.CYCLE  # unless said otherwise


@pytest.mark.parametrize(
    "name", ["Usage 80", " Pool-north_2 ", "仓库 用量 80", "Größe ½", "x" * 30]
)
def test_a_good_name_is_kept_without_blanks_around_it(name: str) -> None:
    assert checked(draft(CycleUsage(1), name=name)).name == name.strip()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "needs a name"),
        ("   ", "needs a name"),
        ("x" * 31, "at most 30 characters; this has 31"),
        ("80%", "“%” is none"),
        ("a/b", "“/” is none"),
        ("tab\there", "“U\\+0009” is none"),
        ("“quoted”", "““” is none"),
    ],
)
def test_a_bad_name_is_refused_with_the_sign_that_is_wrong(name: str, said: str) -> None:
    with pytest.raises(KnownError, match=said):
        checked(draft(CycleUsage(1), name=name))


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (CycleUsage(0), "1 to 1073741824 MB, not 0"),
        (CycleUsage(1024**3 + 1), "not 1073741825"),
        (TierShare(0), "1 to 999 %, not 0"),
        (TierShare(1000), "not 1000"),
        (ExpiresWithin(0), "1 to 90 days ahead, not 0"),
        (ExpiresWithin(91), "not 91"),
        (StatusBecomes(frozenset()), "at least one status"),
    ],
)
def test_a_value_out_of_range_is_refused(condition: Condition, said: str) -> None:
    with pytest.raises(KnownError, match=said):
        checked(draft(condition))


N = None
POOL_GROUP = "choose “plan voucher” as the group"
NO_POOL = "it has no pool"
NO_TIER = "only cards of single-card plans have a tier each"
NO_EXPIRY = "do not expire"
TABLE = [
    # group      usage  tier     pool        status expiry
    (EVERY_CARD, N,     N,       POOL_GROUP, N,     N),
    (DEPOT,      N,     N,       POOL_GROUP, N,     N),
    (SINGLE,     N,     N,       NO_POOL,    N,     N),
    (SAME_TIER,  N,     NO_TIER, N,          N,     N),
    (POOLED,     N,     NO_TIER, N,          N,     NO_EXPIRY),
    (STRANGE,    N,     N,       N,          N,     N),
]  # fmt: skip


@pytest.mark.parametrize(("group", "usage", "tier", "pool", "status", "expiry"), TABLE)
def test_what_cannot_be_combined_says_why(
    group: Group,
    usage: str | None,
    tier: str | None,
    pool: str | None,
    status: str | None,
    expiry: str | None,
) -> None:
    wanted = {
        CycleUsage(5): usage,
        TierShare(5): tier,
        PoolShare(5): pool,
        STOPPED: status,
        ExpiresWithin(5): expiry,
    }
    for condition, reason in wanted.items():
        said = why_not(group, type(condition))
        if reason is None:
            assert said is None
            assert checked(draft(condition, group)) == draft(condition, group)
        else:
            assert reason in str(said)
            with pytest.raises(KnownError, match=reason):
                checked(draft(condition, group))


@pytest.mark.parametrize(
    ("kind", "said"), [(GroupKind.TAG, "Choose the tag"), (GroupKind.VOUCHER, "Choose the voucher")]
)
def test_a_group_must_be_named(kind: GroupKind, said: str) -> None:
    with pytest.raises(KnownError, match=said):
        checked(draft(CycleUsage(1), Group(kind, " ")))


@given(conditions)
def test_a_condition_is_kept_as_json_and_comes_back(condition: Condition) -> None:
    assert condition_from_json(condition_to_json(condition), "r") == condition


def test_json_names_every_parameter() -> None:
    assert json.loads(condition_to_json(STOPPED)) == {"what": "status", "becomes": [40, 200]}
    assert json.loads(condition_to_json(CycleUsage(100))) == {"what": "cycle_usage", "mb": 100}


@pytest.mark.parametrize(
    "stored",
    [
        "",
        "7",
        "[]",
        "{}",
        '{"what":"import os"}',
        '{"what":"cycle_usage"}',
        '{"what":"cycle_usage","mb":"100"}',
        '{"what":"cycle_usage","mb":true}',
        '{"what":"cycle_usage","mb":1.5}',
        '{"what":"status","becomes":[100,999]}',
        '{"what":"status","becomes":7}',
    ],
)
def test_unknown_content_is_refused_by_the_name_of_the_rule(stored: str) -> None:
    with pytest.raises(KnownError, match="rule “Night shift” cannot be read"):
        condition_from_json(stored, "Night shift")


@pytest.mark.parametrize(
    ("condition", "words", "value", "measured"),
    [
        (CycleUsage(100), "used in the cycle ≥ 100.0 MB", 102_500, "100.1 MB"),
        (TierShare(80), "used ≥ 80 % of the tier", 81, "81 %"),
        (PoolShare(90), "pool used ≥ 90 %", 104, "104 %"),
        (STOPPED, "status becomes Manually Deactivated or Stopped", 40, "Stopped"),
        (STOPPED, "status becomes Manually Deactivated or Stopped", 777, "777"),
        (ExpiresWithin(1), "expires within 1 day", 1, "1 day left"),
        (ExpiresWithin(7), "expires within 7 days", 0, "expires today"),
        (ExpiresWithin(30), "expires within 30 days", 12, "12 days left"),
    ],
)
def test_conditions_and_what_was_measured_in_words(
    condition: Condition, words: str, value: int, measured: str
) -> None:
    assert str(condition_text(condition)) == words
    assert str(measured_text(condition, value)) == measured


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (
            draft(CycleUsage(100)),
            (
                "After each sync: when any card has used 100.0 MB or more in its plan cycle, "
                "tell me once per plan cycle of the card."
            ),
        ),
        (
            draft(TierShare(80), DEPOT, Push.DAY),
            (
                "After each sync: when a card tagged “depot” has used 80 % or more of its data "
                "tier (single-card plans only), tell me once a day for each card."
            ),
        ),
        (
            draft(STOPPED, SINGLE, Push.CHECK),
            (
                "After each sync: when a card of the voucher CM_SC_M_2_100M has become Manually "
                "Deactivated or Stopped, tell me every time."
            ),
        ),
        (
            draft(ExpiresWithin(7)),
            (
                "After each sync: when any card expires today or within 7 days, "
                "tell me once per plan cycle of the card."
            ),
        ),
        (
            draft(ExpiresWithin(1)),
            (
                "After each sync: when any card expires today or tomorrow, "
                "tell me once per plan cycle of the card."
            ),
        ),
        (
            draft(PoolShare(90), SAME_TIER),
            (
                "After each sync: when 90 % or more of the pool of CM_SF_M_2_100M is used, "
                "tell me once a month."
            ),
        ),
        (
            draft(PoolShare(90), SAME_TIER, Push.DAY),
            (
                "After each sync: when 90 % or more of the pool of CM_SF_M_2_100M is used, "
                "tell me once a day."
            ),
        ),
    ],
)
def test_one_sentence_says_what_a_rule_does(one: RuleDraft, words: str) -> None:
    assert str(sentence(one)) == words


def test_groups_in_words() -> None:
    groups = (EVERY_CARD, DEPOT, SINGLE)
    assert [str(group_text(one)) for one in groups] == [
        "All cards",
        "Tag depot",
        "Voucher CM_SC_M_2_100M",
    ]


def test_a_name_or_a_push_rule_does_not_change_what_is_watched() -> None:
    one = draft(CycleUsage(5))
    assert one.watches_like(draft(CycleUsage(5), push=Push.DAY, name="Other"))
    assert not one.watches_like(draft(CycleUsage(6)))
    assert not one.watches_like(draft(CycleUsage(5), DEPOT))

"""Every specific status, plan type, action and flag, against the picture of domain.md 2.5."""

from datetime import date

import pytest

from simdesk.models.action import Action
from simdesk.models.actions import PERMITTED, ActionKey, Allowed, Blocked, verdict
from simdesk.models.capabilities import READ_ONLY, Capabilities
from simdesk.models.status import SpecificStatus
from simdesk.models.voucher import PlanType
from tests.factories import TODAY, a_card_row
from tests.pictures import every_key, permitted, risk

ALL = Capabilities(actions=frozenset(Action))
S = SpecificStatus
P = PlanType


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("offered", [True, False])
def test_every_key_is_judged_as_the_picture_says(action: Action, offered: bool) -> None:
    capabilities = ALL if offered else READ_ONLY
    for key in every_key():
        found = verdict(key, action, capabilities, TODAY)
        assert isinstance(found, Allowed) == permitted(key, action, offered=offered), (key, action)
        if isinstance(found, Blocked):
            assert str(found.reason).endswith(".")


def test_the_walk_is_whole() -> None:
    assert len(set(every_key())) == (13 + 1) * 6 * 2 * 2 * 2


def test_the_table_itself_lets_nothing_out_of_50() -> None:
    for action, row in PERMITTED.items():
        assert set(row) == set(SpecificStatus)
        assert bool(row[S.CANCELLED]) == (action is Action.EXPORT)


@pytest.mark.parametrize("one", Action)
def test_only_what_the_provider_offers(one: Action) -> None:
    capabilities = Capabilities(actions=frozenset({one}))
    for key in every_key():
        for action in Action:
            found = verdict(key, action, capabilities, TODAY)
            assert isinstance(found, Allowed) == permitted(key, action, offered=action is one)


@pytest.mark.parametrize(
    ("specific", "plan_type", "action", "sentence"),
    [
        (S.MANUAL, P.SC, Action.SUSPEND,
         "Only a card in use can be suspended; its status is Manually Deactivated."),
        (S.DEVICE_CHANGE, P.SC, Action.RESUME,
         ("Resume lifts a manual or usage-limit suspension only;"
          " its status is Suspended (device change).")),
        (S.IN_USE, P.SC, Action.RESUME_USE,
         "Resume Use lifts a device-change suspension only; its status is In use."),
        (S.IN_USE, P.SF, Action.FORCE_ACTIVATE,
         "Only an inactive card can be force activated; its status is In use."),
        (S.SILENT_PERIOD, P.SC, Action.FORCE_ACTIVATE,
         "Only inactive cards of same-tier pools can be force activated."),
        (S.IN_USE, P.SC, Action.CANCEL,
         "Only Stopped or Manually Deactivated cards can be cancelled; its status is In use."),
        (S.IN_USE, P.UP, Action.RENEW,
         "Top-up does not apply to pooled plans: add cards or enlarge the pool."),
        (S.SILENT_PERIOD, P.SC, Action.RENEW, "Not possible while it is Silent period."),
        (S.IN_USE, P.SF, Action.ADD_ON, "Add-on packages are sold for single-card plans only."),
        (S.ABNORMAL, P.SC, Action.ADD_ON, "Not possible while it is Suspended (abnormal)."),
        (S.IN_USE, P.SC, Action.USAGE_LIMIT,
         "Usage limits apply to same-tier and pooled plans only."),
        (S.STOPPED, P.SF, Action.USAGE_LIMIT, "Not possible while it is Stopped."),
        (S.IN_USE, P.UPG, Action.AUTO_RENEW_ON, "Pooled plans have no expiry to renew."),
        (S.IN_USE, P.SC, Action.AUTO_RENEW_OFF, "Auto-renew is already off."),
        (S.CANCELLED, P.SC, Action.TAG, "The card's account is cancelled."),
        (None, P.SC, Action.SUSPEND, "SimDesk does not know this card's status."),
    ],
)  # fmt: skip
def test_reasons(
    specific: SpecificStatus | None, plan_type: PlanType, action: Action, sentence: str
) -> None:
    found = verdict(ActionKey(specific, plan_type), action, ALL, TODAY)
    assert isinstance(found, Blocked)
    assert str(found.reason) == sentence


def test_auto_renew_that_is_on_is_not_turned_on() -> None:
    found = verdict(ActionKey(S.IN_USE, P.SC, auto_renew=True), Action.AUTO_RENEW_ON, ALL, TODAY)
    assert isinstance(found, Blocked)
    assert str(found.reason) == "Auto-renew is already on."


def test_a_missing_ability_is_the_providers_and_a_due_cancellation_the_cards() -> None:
    key = ActionKey(S.STOPPED, P.SC, cancellation_due=True)
    lacking = verdict(key, Action.RENEW, READ_ONLY, TODAY)
    due = verdict(key, Action.RENEW, ALL, TODAY)
    assert isinstance(lacking, Blocked)
    assert isinstance(due, Blocked)
    assert str(lacking.reason) == "This provider does not offer it."
    assert str(due.reason) == "Its cancellation is already under way."
    assert verdict(key, Action.TAG, READ_ONLY, TODAY) == Allowed()


@pytest.mark.parametrize(
    ("day", "cautioned"),
    [(1, False), (19, False), (20, True), (21, True), (30, True)],
)
def test_a_cancellation_from_the_20th_on_is_cautioned(day: int, cautioned: bool) -> None:
    found = verdict(ActionKey(S.STOPPED, P.SC), Action.CANCEL, ALL, date(2026, 6, day))
    assert isinstance(found, Allowed)
    assert (found.caution is not None) == cautioned
    assert found.caution is None or "next month" in str(found.caution)


def test_no_other_action_is_cautioned() -> None:
    late = date(2026, 6, 25)
    for key in every_key():
        for action in set(Action) - {Action.CANCEL}:
            assert verdict(key, action, ALL, late) in (Allowed(), verdict(key, action, ALL, TODAY))


def test_a_row_has_its_key() -> None:
    row = a_card_row(specific=S.MANUAL, plan_type=P.SFD, auto_renew=True, cancellation_due=True)
    assert row.facts.key == ActionKey(S.MANUAL, P.SFD, False, True, True)


@pytest.mark.parametrize(
    ("action", "local", "paid", "irreversible"),
    [
        (Action.SUSPEND, False, False, False),
        (Action.RENEW, False, True, False),
        (Action.ADD_ON, False, True, False),
        (Action.CANCEL, False, False, True),
        (Action.TAG, True, False, False),
        (Action.REMARK, True, False, False),
        (Action.EXPORT, True, False, False),
    ],
)
def test_what_kind_of_act_it_is(
    action: Action, local: bool, paid: bool, irreversible: bool
) -> None:
    assert (action.local, action.paid, action.irreversible) == (local, paid, irreversible)


@pytest.mark.parametrize("action", Action)
def test_its_risk_is_as_the_picture_says(action: Action) -> None:
    assert action.risk == risk(action)

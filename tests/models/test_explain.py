"""Why a card is as it is, who can change it, what to do next."""

from datetime import date

import pytest

from simdesk.models.action import Action
from simdesk.models.actions import Blocked, verdict
from simdesk.models.capabilities import READ_ONLY, Capabilities
from simdesk.models.card import CardRow, Stamps
from simdesk.models.explain import blocked_actions, explain
from simdesk.models.status import SpecificStatus
from simdesk.models.usage import KB_PER_MB
from simdesk.models.voucher import BillingCycle, Carrier, PlanType
from tests.factories import TODAY, a_card_row, a_moment, some_details

ALL = Capabilities(actions=frozenset(Action))
S = SpecificStatus
P = PlanType


def _said(row: CardRow, today: date = TODAY, capabilities: Capabilities = ALL) -> tuple[str, ...]:
    found = explain(row, capabilities, today)
    action = "-" if found.action is None else found.action.value
    return str(found.why), str(found.who), str(found.next_step), action


SENTENCES = [
    (
        a_card_row(specific=S.TEST_PERIOD),
        "In its free test period: no plan time is running.",
        (
            "It ends by itself: silent when the test time is over, in use when the test data "
            "is used up."
        ),
        "Nothing to do.",
        "-",
    ),
    (
        a_card_row(specific=S.SILENT_PERIOD, opened_at=a_moment(2026, 4, 3)),
        "Never used yet: no plan time is running.",
        (
            "Its first traffic activates it; the system does so on 2026-11-01 (in 139 days) at the "
            "earliest."
        ),
        "Nothing to do.",
        "-",
    ),
    (
        a_card_row(specific=S.SILENT_PERIOD, opened_at=a_moment(2025, 12, 31)),
        "Never used yet: no plan time is running.",
        (
            "Its first traffic activates it; the system does so on 2026-07-01 (in 16 days) at the "
            "earliest."
        ),
        "Put it to use before 2026-07-01, or its plan time starts anyway.",
        "-",
    ),
    (
        a_card_row(specific=S.SILENT_PERIOD, opened_at=a_moment(2025, 10, 3)),
        "Never used yet: no plan time is running.",
        "Its first traffic activates it, or the system after its silent period.",
        "Nothing to do.",
        "-",
    ),
    (
        a_card_row(specific=S.SILENT_PERIOD, plan_type=P.SF, opened_at=a_moment(2026, 4, 3)),
        "Never used yet: no plan time is running.",
        (
            "Its first traffic activates it; the system does so on 2026-11-01 (in 139 days) at the "
            "earliest."
        ),
        "Force activate it if its pool needs the tier now; else nothing to do.",
        "force_activate",
    ),
    (
        a_card_row(),
        "In use; its plan runs until 2026-10-31 (in 138 days).",
        "You can suspend it.",
        "Nothing to do.",
        "-",
    ),
    (
        a_card_row(plan_type=P.UP),
        "In use; its plan has no expiry.",
        "You can suspend it.",
        "Nothing to do.",
        "-",
    ),
    (
        a_card_row(expires_at=a_moment(2026, 6, 22, 23, 59, 59)),
        "In use, but its plan ends on 2026-06-22 (in 7 days).",
        "You can renew it; unrenewed, the carrier stops it.",
        "Renew its plan.",
        "renew",
    ),
    (
        a_card_row(expires_at=a_moment(2026, 6, 23, 23, 59, 59)),
        "In use; its plan runs until 2026-06-23 (in 8 days).",
        "You can suspend it.",
        "Nothing to do.",
        "-",
    ),
    (
        a_card_row(expires_at=a_moment(2026, 6, 16, 23, 59, 59), auto_renew=True),
        "In use; its plan runs until 2026-06-16 (tomorrow).",
        "You can suspend it.",
        "Nothing to do: auto-renew is on. Keep money for it.",
        "-",
    ),
    (
        a_card_row(expires_at=a_moment(2026, 6, 15, 23, 59, 59)),
        "In use, but its plan ends on 2026-06-15 (today).",
        "You can renew it; unrenewed, the carrier stops it.",
        "Renew its plan.",
        "renew",
    ),
    (
        a_card_row(expires_at=a_moment(2026, 6, 14, 23, 59, 59)),
        "Still in use although its plan ended on 2026-06-14 (yesterday).",
        "The carrier stops it any time now.",
        "Renew its plan to keep it on.",
        "renew",
    ),
    (
        a_card_row(cycle_left_kb=10 * KB_PER_MB),
        "In use, with 10.0 MB of 100.0 MB left until 2026-06-30 (in 15 days).",
        "The carrier suspends it when its data is used up.",
        "Purchase an add-on package to keep it on.",
        "add_on",
    ),
    (
        a_card_row(cycle_left_kb=10 * KB_PER_MB + 1),
        "In use; its plan runs until 2026-10-31 (in 138 days).",
        "You can suspend it.",
        "Nothing to do.",
        "-",
    ),
    (
        a_card_row(specific=S.PARTIAL, carrier=Carrier.VNO),
        "Some of its sub-cards are in use, others are not.",
        "It depends on each sub-card.",
        "Look at Sub-cards to see which are closed and why.",
        "-",
    ),
    (
        a_card_row(specific=S.TEST_DEVICE_CHANGE),
        "Moved to another device during its test period, so it was closed.",
        "You can release it.",
        "Resume Use if the move was meant; if not, find the card.",
        "resume_use",
    ),
    (
        a_card_row(specific=S.MANUAL),
        "Suspended by an operator; its plan time runs on until 2026-10-31 (in 138 days).",
        "You can resume it.",
        "Resume it, or request its cancellation.",
        "resume",
    ),
    (
        a_card_row(specific=S.MANUAL, plan_type=P.UPG),
        "Suspended by an operator.",
        "You can resume it.",
        "Resume it, or request its cancellation.",
        "resume",
    ),
    (
        a_card_row(
            specific=S.USAGE_LIMIT,
            plan_type=P.SF,
            details=some_details(card_limit_kb=20480, limit_auto_restore=True),
        ),
        "Its usage of this month reached its limit of 20.0 MB.",
        "You can resume it; it does so by itself on 2026-07-01 (in 16 days).",
        "Resume it if it is needed sooner.",
        "resume",
    ),
    (
        a_card_row(
            specific=S.USAGE_LIMIT,
            plan_type=P.UP,
            details=some_details(voucher_limit_kb=20480, limit_auto_restore=False),
        ),
        "Its usage of this month reached its limit of 20.0 MB.",
        "You can resume it.",
        "Resume it, or raise its limit.",
        "resume",
    ),
    (
        a_card_row(specific=S.USAGE_LIMIT, plan_type=P.UP, details=None),
        "Its usage of this month reached its limit.",
        "You can resume it.",
        "Resume it, or raise its limit.",
        "resume",
    ),
    (
        a_card_row(specific=S.CREDIT_CONTROL),
        "Its data for this cycle is used up (100.0 MB).",
        "The carrier; it resumes by itself on 2026-07-01 (in 16 days).",
        "Purchase an add-on package if it is needed sooner.",
        "add_on",
    ),
    (
        a_card_row(
            specific=S.CREDIT_CONTROL,
            cycle=BillingCycle.YEAR,
            activated_at=a_moment(2025, 11, 16),
        ),
        "Its data for this cycle is used up (100.0 MB).",
        "The carrier; it resumes by itself on 2026-11-01 (in 139 days).",
        "Purchase an add-on package if it is needed sooner.",
        "add_on",
    ),
    (
        a_card_row(specific=S.CREDIT_CONTROL, plan_type=P.UP),
        "Suspended by the carrier's credit control.",
        "The carrier; it resumes by itself on 2026-07-01 (in 16 days).",
        "If it is needed sooner, ask the provider.",
        "-",
    ),
    (
        a_card_row(specific=S.DEVICE_CHANGE),
        "Moved to another device than the one it is bound to.",
        "You can release it.",
        "Resume Use if the move was meant; if not, find the card.",
        "resume_use",
    ),
    (
        a_card_row(specific=S.DEVICE_CHANGE, details=some_details(auto_rebind=True)),
        "Moved to another device than the one it is bound to.",
        "Automatic rebind releases it; you can do so too.",
        "Resume Use if the move was meant; if not, find the card.",
        "resume_use",
    ),
    (
        a_card_row(specific=S.REAL_NAME),
        "Its real-name registration is missing.",
        "The carrier, once the registration is done.",
        "Have the card registered with the carrier.",
        "-",
    ),
    (
        a_card_row(specific=S.ABNORMAL),
        "The carrier's risk control closed it.",
        "Only the carrier can lift it.",
        "Check where and how it is used, then ask the provider.",
        "-",
    ),
    (
        a_card_row(specific=S.STOPPED, expires_at=a_moment(2026, 4, 30, 23, 59, 59)),
        "Its plan ended on 2026-04-30 (46 days ago) and was not renewed.",
        "You can renew it; unrenewed, the system cancels it for good on 2026-07-31 (in 46 days).",
        "Renew it, or request its cancellation before the 20th.",
        "renew",
    ),
    (
        a_card_row(specific=S.STOPPED, plan_type=P.UP),
        "Its plan ended and was not renewed.",
        "The system cancels it after three months.",
        "Request its cancellation before the 20th.",
        "cancel",
    ),
    (
        a_card_row(specific=S.CANCELLED),
        "Its account is cancelled and its number is gone.",
        "Nobody: a cancellation is final.",
        "Nothing to do.",
        "-",
    ),
    (
        a_card_row(specific=999),
        "The provider reports status 999, which SimDesk does not know.",
        "Only the provider can say what it means.",
        "Look the card up at the provider before you act on it.",
        "-",
    ),
    (
        a_card_row(specific=S.MANUAL, cancellation_due=True),
        (
            "Its cancellation is under way and finishes next month; until then it shows Manually "
            "Deactivated."
        ),
        "Nobody: a cancellation cannot be taken back.",
        "Nothing to do.",
        "-",
    ),
    (
        a_card_row(stamps=Stamps(a_moment(), not_listed_since=a_moment(2026, 6, 1))),
        "The provider has not listed this card since 2026-06-01; what follows is old.",
        "Only the provider can say what became of it.",
        "Refresh the card; if it stays missing, ask the provider.",
        "-",
    ),
    (
        a_card_row(specific=S.MANUAL, plan_type=P.UP, pending="resume"),
        "Suspended by an operator.",
        "You can resume it.",
        "Wait: “Resume” is under way on this card.",
        "-",
    ),
]


@pytest.mark.parametrize(("row", "why", "who", "next_step", "action"), SENTENCES)
def test_sentences(row: CardRow, why: str, who: str, next_step: str, action: str) -> None:
    assert _said(row) == (why, who, next_step, action)


@pytest.mark.parametrize(
    ("today", "next_step"),
    [
        (date(2026, 6, 19), "Renew it, or request its cancellation before the 20th."),
        (date(2026, 6, 20), "Renew it if it is still needed."),
    ],
)
def test_a_stopped_card_knows_the_20th(today: date, next_step: str) -> None:
    row = a_card_row(specific=S.STOPPED, expires_at=a_moment(2026, 4, 30, 23, 59, 59))
    assert _said(row, today)[2] == next_step


@pytest.mark.parametrize(
    ("today", "next_step"),
    [
        (date(2026, 6, 30), "Nothing to do."),
        (date(2026, 7, 1), "Put it to use before 2026-08-01, or its plan time starts anyway."),
        (date(2026, 7, 31), "Put it to use before 2026-08-01, or its plan time starts anyway."),
        (date(2026, 8, 1), "Nothing to do."),
    ],
)
def test_a_silent_card_warns_for_its_last_month(today: date, next_step: str) -> None:
    row = a_card_row(specific=S.SILENT_PERIOD, opened_at=a_moment(2026, 1, 31))
    assert _said(row, today)[2] == next_step


def test_a_stopped_pooled_card_after_the_20th() -> None:
    row = a_card_row(specific=S.STOPPED, plan_type=P.UP)
    assert _said(row, date(2026, 6, 20))[2] == (
        "Request its cancellation; from the 20th on next month is charged."
    )


def test_a_step_the_provider_lacks_is_said_so() -> None:
    assert _said(a_card_row(specific=S.MANUAL), capabilities=READ_ONLY)[2:] == (
        (
            "Resume it, or request its cancellation. It cannot be done from here: This provider "
            "does not offer it."
        ),
        "-",
    )


@pytest.mark.parametrize("specific", [*SpecificStatus, 999])
@pytest.mark.parametrize("plan_type", PlanType)
@pytest.mark.parametrize("capabilities", [ALL, READ_ONLY])
@pytest.mark.parametrize("due", [False, True])
def test_every_card_has_three_sentences_and_only_an_allowed_action(
    specific: int, plan_type: PlanType, capabilities: Capabilities, due: bool
) -> None:
    row = a_card_row(specific=specific, plan_type=plan_type, cancellation_due=due)
    found = explain(row, capabilities, TODAY)
    for sentence in (found.why, found.who, found.next_step):
        assert str(sentence).strip().endswith(".")
        assert "{" not in str(sentence)
    if found.action is not None:
        assert not isinstance(verdict(row.facts.key, found.action, capabilities, TODAY), Blocked)


@pytest.mark.parametrize("specific", [*SpecificStatus, 999])
@pytest.mark.parametrize("plan_type", PlanType)
def test_every_disabled_action_has_its_reason(specific: int, plan_type: PlanType) -> None:
    row = a_card_row(specific=specific, plan_type=plan_type)
    reasons = blocked_actions(row, ALL, TODAY)
    for action in Action:
        answer = verdict(row.facts.key, action, ALL, TODAY)
        assert (action in reasons) == isinstance(answer, Blocked)
        assert action not in reasons or str(reasons[action]).endswith(".")

"""Effects recognised: what a card looked like, what it looks like now, what that shows."""

import json
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

import pytest

from simdesk.models.action import Action
from simdesk.models.card import ActivationMethod, CardDetails, CardFacts
from simdesk.models.operations import (
    PLAIN,
    ActRequest,
    AddOnRequest,
    LimitRequest,
    RebindRequest,
    RenewRequest,
    Request,
)
from simdesk.models.orders import Money, Order, OrderState, OrderType
from simdesk.models.periods import midnight
from simdesk.models.voucher import BillingCycle, Carrier
from simdesk.services.operation_effects import Case, Sight, judged, judged_by_order, traceless
from simdesk.services.providers.base import CardReading
from simdesk.services.storage.before_image import BeforeImage
from simdesk.services.storage.codec import seconds
from tests.factories import a_moment, a_sub_card, some_details, some_facts

ASKED_ON = date(2026, 6, 15)
NOW = a_moment(2026, 6, 15, 9, 30)
OCTOBER = a_moment(2026, 10, 31, 23, 59, 59)


def sight(
    request: ActRequest,
    before: CardFacts,
    now: CardFacts,
    details: CardDetails | None = None,
    at: datetime = NOW,
    **image: Any,
) -> Sight:
    looked = BeforeImage(
        specific=before.specific,
        expires_at=None if before.expires_at is None else seconds(before.expires_at),
        auto_renew=before.auto_renew,
        cycle_usage_kb=before.cycle_usage_kb,
        cycle_left_kb=before.cycle_left_kb,
        tier_kb=before.tier_kb,
        usage_as_of=seconds(before.usage_as_of),
        **image,
    )
    case = Case(request, ASKED_ON, BeforeImage.from_json(json.dumps(asdict(looked))))
    return judged(case, CardReading(now, details or some_details()), at).sight


STATUS = """
act            before now  sight
suspend        100    200  SEEN
suspend        100    100  NOT_SEEN
suspend        150    100  NOT_SEEN
suspend        100    500  HIDDEN
suspend        100    40   HIDDEN
suspend        100    999  HIDDEN
resume         200    100  SEEN
resume         200    200  NOT_SEEN
resume         300    200  SEEN
resume         300    700  HIDDEN
resume         200    40   HIDDEN
resume         200    50   HIDDEN
resume_use     500    100  SEEN
resume_use     500    400  SEEN
resume_use     500    500  NOT_SEEN
resume_use     500    600  HIDDEN
resume_use     130    10   SEEN
resume_use     130    130  NOT_SEEN
cancel         40     50   SEEN
cancel         40     40   NOT_SEEN
cancel         200    100  NOT_SEEN
cancel         200    999  HIDDEN
force_activate 20     20   NOT_SEEN
force_activate 20     999  HIDDEN
"""


@pytest.mark.parametrize("line", STATUS.strip().splitlines()[1:])
def test_a_status_shows_an_act_or_hides_it(line: str) -> None:
    act, before, now, expected = line.split()
    found = sight(
        Request(Action(act)), some_facts(specific=int(before)), some_facts(specific=int(now))
    )
    assert found is Sight[expected]


def test_every_act_without_parameters_is_in_the_table() -> None:
    switches = {Action.AUTO_RENEW_ON, Action.AUTO_RENEW_OFF}  # known by a switch, see below
    assert {line.split()[0] for line in STATUS.strip().splitlines()[1:]} | switches == set(PLAIN)


def test_nothing_is_guessed_of_an_act_without_a_row() -> None:
    with pytest.raises(KeyError):
        sight(Request(Action.TAG), some_facts(), some_facts())


def test_an_act_may_leave_no_trace() -> None:
    found = traceless(Case(Request(Action.SUSPEND), ASKED_ON, BeforeImage(100)),
                      CardReading(some_facts(), some_details()))  # fmt: skip
    assert found.sight is Sight.TRACELESS
    assert str(found.finding) == "It leaves no trace on the card."


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        (ActivationMethod.MANAGE, Sight.SEEN),
        (ActivationMethod.FIRST_DATA_RECORD, Sight.VOID),
        (None, Sight.HIDDEN),
    ],
)
def test_who_activated_a_card_decides(method: ActivationMethod | None, expected: Sight) -> None:
    now = some_facts(specific=100, activation_method=method)
    assert sight(Request(Action.FORCE_ACTIVATE), some_facts(specific=20), now) is expected


def test_a_cancellation_under_way_is_seen() -> None:
    before = some_facts(specific=200)
    now = replace(before, cancellation_due=True)
    assert sight(Request(Action.CANCEL), before, now) is Sight.SEEN


def test_a_card_the_provider_no_longer_lists_shows_nothing() -> None:
    case = Case(Request(Action.CANCEL), ASKED_ON, BeforeImage(200))
    assert judged(case, None, NOW).sight is Sight.HIDDEN


@pytest.mark.parametrize(
    ("now", "expected"),
    [((200, 100), Sight.SEEN), ((100, 100), Sight.NOT_SEEN), ((500, 100), Sight.HIDDEN)],
)
def test_a_named_sub_card_is_looked_at_alone(now: tuple[int, int], expected: Sight) -> None:
    facts = some_facts(carrier=Carrier.VNO, specific=150)
    subs = tuple(
        a_sub_card(msisdns=(msisdn,), specific=specific)
        for msisdn, specific in zip(("1", "2"), now, strict=True)
    )
    request = Request(Action.SUSPEND, ("1",))
    details = some_details(sub_cards=subs)
    found = sight(request, facts, facts, details, sub_cards={"1": 100, "2": 100})
    assert found is expected


def test_sub_cards_that_differ_show_nothing() -> None:
    facts = some_facts(carrier=Carrier.VNO, specific=150)
    subs = (a_sub_card(msisdns=("1",), specific=200), a_sub_card(msisdns=("2",), specific=100))
    request = Request(Action.SUSPEND, ("1", "2"))
    details = some_details(sub_cards=subs)
    assert sight(request, facts, facts, details, sub_cards={"1": 100, "2": 100}) is Sight.HIDDEN


@pytest.mark.parametrize(
    ("periods", "cycle", "expires", "expected"),
    [
        (1, BillingCycle.MONTH, a_moment(2026, 11, 30, 23, 59, 59), Sight.SEEN),
        (3, BillingCycle.MONTH, a_moment(2027, 1, 31, 23, 59, 59), Sight.SEEN),
        (1, BillingCycle.YEAR, a_moment(2027, 10, 31, 23, 59, 59), Sight.SEEN),
        (1, BillingCycle.MONTH, OCTOBER, Sight.NOT_SEEN),
        (1, BillingCycle.MONTH, a_moment(2026, 12, 31, 23, 59, 59), Sight.HIDDEN),
        (1, BillingCycle.MONTH, None, Sight.HIDDEN),
    ],
)
def test_a_renewal_is_known_by_the_expiry_it_makes(
    periods: int, cycle: BillingCycle, expires: datetime | None, expected: Sight
) -> None:
    before = some_facts(expires_at=OCTOBER, cycle=cycle)
    now = replace(before, expires_at=expires)
    assert sight(RenewRequest(periods), before, now) is expected


def test_a_renewal_of_an_ended_plan_counts_from_the_day_it_was_asked() -> None:
    before = some_facts(specific=40, expires_at=a_moment(2026, 4, 30, 23, 59, 59))
    now = some_facts(expires_at=a_moment(2026, 6, 30, 23, 59, 59))
    assert sight(RenewRequest(1), before, now) is Sight.SEEN


def test_auto_renew_may_have_moved_an_expiry_that_was_reached() -> None:
    before = some_facts(expires_at=a_moment(2026, 6, 30, 23, 59, 59), auto_renew=True)
    now = replace(before, expires_at=a_moment(2026, 7, 31, 23, 59, 59))
    assert sight(RenewRequest(1), before, now) is Sight.SEEN
    later = a_moment(2026, 7, 1, 0, 1)
    assert sight(RenewRequest(1), before, now, at=later) is Sight.HIDDEN


def test_auto_renew_moves_no_expiry_that_passed_before_the_act() -> None:
    before = some_facts(specific=40, expires_at=a_moment(2026, 4, 30, 23, 59, 59), auto_renew=True)
    now = replace(before, specific=100, expires_at=a_moment(2026, 6, 30, 23, 59, 59))
    assert sight(RenewRequest(1), before, now) is Sight.SEEN


@pytest.mark.parametrize(
    ("left_before", "left_now", "used", "expected"),
    [
        (1000, 1000 + 2048, 0, Sight.SEEN),
        (1000, 900 + 2048, 100, Sight.SEEN),
        (1000, 900, 100, Sight.NOT_SEEN),
        (1000, 900 + 1024, 100, Sight.HIDDEN),
        (1000, 0, 1100, Sight.HIDDEN),
        (0, 2048, 0, Sight.SEEN),
        (0, 0, 50, Sight.NOT_SEEN),
        (None, 2048, 0, Sight.HIDDEN),
    ],
)
def test_an_add_on_is_known_by_what_is_left(
    left_before: int | None, left_now: int, used: int, expected: Sight
) -> None:
    before = some_facts(cycle_left_kb=left_before, cycle_usage_kb=500)
    now = replace(before, cycle_left_kb=left_now, cycle_usage_kb=500 + used)
    assert sight(AddOnRequest(1024, 2), before, now) is expected


def test_a_new_cycle_hides_an_add_on() -> None:
    before = some_facts(cycle_left_kb=10)
    now = replace(before, cycle_left_kb=2058, usage_as_of=midnight(date(2026, 7, 2)))
    assert sight(AddOnRequest(1024, 2), before, now) is Sight.HIDDEN


@pytest.mark.parametrize(
    ("asked", "limit_kb", "restores", "expected"),
    [
        (LimitRequest(10), 10_240, True, Sight.SEEN),
        (LimitRequest(10), 10_240, False, Sight.NOT_SEEN),
        (LimitRequest(10), None, True, Sight.NOT_SEEN),
        (LimitRequest(0), None, False, Sight.SEEN),
        (LimitRequest(0), 10_240, True, Sight.NOT_SEEN),
    ],
)
def test_a_limit_is_read_from_the_details(
    asked: LimitRequest, limit_kb: int | None, restores: bool, expected: Sight
) -> None:
    details = some_details(card_limit_kb=limit_kb, limit_auto_restore=restores)
    assert sight(asked, some_facts(), some_facts(), details) is expected


def test_switches_are_as_asked_or_not() -> None:
    off, on = some_facts(auto_renew=False), some_facts(auto_renew=True)
    assert sight(Request(Action.AUTO_RENEW_ON), off, on) is Sight.SEEN
    assert sight(Request(Action.AUTO_RENEW_ON), off, off) is Sight.NOT_SEEN
    assert sight(Request(Action.AUTO_RENEW_OFF), on, off) is Sight.SEEN
    details = some_details(auto_rebind=True)
    assert sight(RebindRequest(True), off, off, details) is Sight.SEEN
    assert sight(RebindRequest(False), off, off, details) is Sight.NOT_SEEN


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (OrderState.COMPLETED, Sight.SEEN),
        (OrderState.UNPAID, Sight.PENDING),
        (OrderState.PROCESSING, Sight.PENDING),
        (OrderState.FAILURE, Sight.VOID),
        (OrderState.CLOSED, Sight.VOID),
        (OrderState.REFUNDED, Sight.HIDDEN),
    ],
)
def test_an_order_tells_by_its_state(state: OrderState, expected: Sight) -> None:
    order = Order("O1", OrderType.RENEW, state, Money(500), NOW, None, None, None, "s")
    found = judged_by_order(order)
    assert (found.sight, found.order_number) == (expected, "O1")
    assert str(found.finding) == f"Order O1 is {state.value}."


def test_no_order_is_no_effect_yet() -> None:
    assert judged_by_order(None).sight is Sight.NOT_SEEN

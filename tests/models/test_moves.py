"""Every base, every set of holds, every event, against the picture of domain.md 2.4."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from simdesk.models.status import (
    MOVES,
    TRIGGERS,
    Base,
    CardState,
    Event,
    Hold,
    Refusal,
    SimStatus,
    SpecificStatus,
    Trigger,
    moved,
    smart_status,
)
from tests.pictures import after, every_state, shown, who_makes
from tests.strategies import card_states, events

STATUS_OF = {
    10: 10, 20: 20, 100: 30, 150: 30, 130: 35, 200: 35, 300: 35, 400: 35, 500: 35, 600: 35,
    700: 35, 40: 40, 50: 50,
}  # fmt: skip


@pytest.mark.parametrize("event", Event)
def test_every_state_moves_as_the_picture_says(event: Event) -> None:
    for state in every_state():
        found = moved(state, event)
        expected = after(state, event)
        if expected is None:
            assert isinstance(found, Refusal), (state, event)
            assert str(found.reason).endswith(".")
        else:
            assert found == expected, (state, event)


def test_the_walk_is_whole() -> None:
    assert len(list(every_state())) == 5 * 64 * 2
    assert set(MOVES) == set(Event) == set(TRIGGERS)


@pytest.mark.parametrize("event", Event)
def test_who_makes_it_happen(event: Event) -> None:
    assert TRIGGERS[event] is who_makes(event)


def test_what_people_see_is_derived() -> None:
    for state in every_state():
        assert state.specific == shown(state)
        assert state.status == STATUS_OF[shown(state)]


@pytest.mark.parametrize(
    ("state", "event", "sentence"),
    [
        (CardState(Base.ACTIVE), Event.RESUMED, "Not possible while it is In use."),
        (
            CardState(Base.ACTIVE, frozenset({Hold.MANUAL}), True),
            Event.RESUMED,
            "Its cancellation is already under way.",
        ),
        (CardState(Base.STOPPED), Event.CANCELLATION_FINISHED, "No cancellation was asked for."),
        (CardState(Base.CANCELLED), Event.RENEWAL_PAID, "Not possible while it is Cancelled."),
    ],
)
def test_refusals_say_why(state: CardState, event: Event, sentence: str) -> None:
    refused = moved(state, event)
    assert isinstance(refused, Refusal)
    assert str(refused.reason) == sentence


def test_a_renewal_brings_back_some_hidden_holds() -> None:
    every_hold = CardState(Base.ACTIVE, frozenset(Hold))
    stopped = moved(every_hold, Event.PLAN_EXPIRED)
    assert stopped == CardState(Base.STOPPED, frozenset(Hold))
    assert moved(stopped, Event.RENEWAL_PAID) == CardState(
        Base.ACTIVE, frozenset({Hold.DEVICE, Hold.REAL_NAME, Hold.ABNORMAL})
    )


@pytest.mark.parametrize("code", [*STATUS_OF, 0, 15, 999])
def test_codes(code: int) -> None:
    known = SpecificStatus.of(code)
    assert (known is None) == (code not in STATUS_OF)
    assert known is None or (known.parent == STATUS_OF[code] and str(known.label))
    assert (SimStatus.of(code) is None) == (code not in (10, 20, 30, 35, 40, 50))


def _sub(code: int) -> CardState:
    if code in (10, 20, 40, 50):
        return CardState(Base(code))
    if code == 130:
        return CardState(Base.TESTABLE, frozenset({Hold.DEVICE}))
    return CardState(Base.ACTIVE, frozenset() if code == 100 else frozenset({Hold(code)}))


@pytest.mark.parametrize(
    ("subs", "whole"),
    [
        ([100], 100),
        ([100, 100, 100], 100),
        ([200, 200], 200),
        ([20, 20], 20),
        ([50, 50], 50),
        ([100, 200], 150),
        ([100, 700, 40], 150),
        ([100, 50], 150),
        ([200, 300], 300),
        ([500, 700, 600], 700),
        ([40, 200], 200),
        ([40, 20], 40),
        ([130, 10], 130),
        ([50, 40], 40),
        ([50, 200], 200),
    ],
)
def test_a_smart_card_shows_what_its_sub_cards_are(subs: list[int], whole: int) -> None:
    assert smart_status([_sub(code) for code in subs]) == whole


def test_a_smart_card_without_sub_cards_has_no_status() -> None:
    with pytest.raises(ValueError):
        smart_status([])


_REMOVES = {
    Event.RESUMED: {Hold.MANUAL, Hold.USAGE},
    Event.DEVICE_RELEASED: {Hold.DEVICE},
    Event.ADD_ON_PAID: {Hold.CREDIT},
    Event.SUSPENDED: set[Hold](),
}


@given(card_states(), st.sampled_from(sorted(_REMOVES)))
def test_an_action_removes_only_its_own_hold(state: CardState, event: Event) -> None:
    found = moved(state, event)
    if isinstance(found, CardState):
        gone = state.holds - found.holds
        assert gone <= _REMOVES[event]
        assert len(gone) <= 1


@given(card_states(), events())
def test_the_carrier_only_ever_adds_or_lifts_one_hold(state: CardState, event: Event) -> None:
    found = moved(state, event)
    if isinstance(found, CardState) and state.base is found.base is Base.ACTIVE:
        assert len(state.holds ^ found.holds) <= 1


@given(card_states(), events())
def test_nothing_turns_a_cancellation_back(state: CardState, event: Event) -> None:
    found = moved(state, event)
    if isinstance(found, CardState) and state.cancellation_due:
        assert TRIGGERS[event] is not Trigger.OPERATOR
        assert found.cancellation_due or found.base is Base.CANCELLED


class CardLife(RuleBasedStateMachine):
    """Any order of events on one card."""

    state = CardState(Base.TESTABLE)
    hidden: frozenset[Hold] = frozenset()
    _RETURNING = frozenset({Hold.DEVICE, Hold.REAL_NAME, Hold.ABNORMAL})

    @initialize(base=st.sampled_from((Base.TESTABLE, Base.INACTIVE)))
    def open_account(self, base: Base) -> None:
        self.state = CardState(base)

    @rule(event=events())
    def happen(self, event: Event) -> None:
        before, found = self.state, moved(self.state, event)
        if isinstance(found, Refusal):
            return
        assert before.base is not Base.CANCELLED
        assert found.base >= before.base or (before.base, found.base) == (
            Base.STOPPED,
            Base.ACTIVE,
        )
        if found.base is Base.STOPPED and before.base is not Base.STOPPED:
            self.hidden = before.holds
        if before.base is Base.STOPPED and found.base is Base.ACTIVE:
            assert found.holds == self.hidden & self._RETURNING
        self.state = found

    @precondition(lambda self: self.state.base is Base.CANCELLED)
    @rule(event=events())
    def stay_cancelled(self, event: Event) -> None:
        assert isinstance(moved(self.state, event), Refusal)

    @invariant()
    def holds_are_where_they_may_be(self) -> None:
        allowed = {
            Base.TESTABLE: {Hold.DEVICE},
            Base.INACTIVE: set[Hold](),
            Base.CANCELLED: set[Hold](),
        }
        assert self.state.holds <= allowed.get(self.state.base, set(Hold))

    @invariant()
    def a_hold_never_shows_as_in_use(self) -> None:
        if self.state.base is Base.ACTIVE:
            assert (self.state.status is SimStatus.SUSPENDED) == bool(self.state.holds)


TestCardLife = CardLife.TestCase

"""Smart cards: sub-cards with states of their own, the card's derived from them (domain.md 6.1)."""

from simdesk.models.commands import CardRef, Resume, ResumeUse, Suspend
from simdesk.models.outcomes import Done, Refused
from simdesk.models.periods import Month
from simdesk.models.status import Event, SpecificStatus, smart_status
from simdesk.models.voucher import Carrier
from simdesk.services.providers.simulator import holds, moments
from tests.services.providers.test_usage_rules import befall
from tests.services.providers.worlds import Hands

S = SpecificStatus


def subs(hands: Hands, ref: CardRef) -> list[int]:
    return [sub.specific for sub in hands.read(ref).details.sub_cards]


def test_the_parent_is_derived_from_its_sub_cards(hands: Hands) -> None:
    smart = [reading for reading in hands.readings() if reading.facts.smart]
    assert smart
    for reading in smart:
        life = hands.life(reading.facts.ref)
        states = [holds.state_of(life.base, sub.holds, life.due) for sub in life.subs]
        assert reading.facts.specific == smart_status(states)
        assert 2 <= len(states) <= 3
        assert reading.facts.msisdns == tuple(
            number for sub in reading.details.sub_cards for number in sub.msisdns
        )
        assert all(sub.carrier is not Carrier.VNO for sub in reading.details.sub_cards)


def test_a_named_sub_card_is_suspended_and_resumed_alone(hands: Hands) -> None:
    ref = hands.card(S.IN_USE, smart=True)
    first, *others = hands.read(ref).facts.msisdns
    assert hands.send(Suspend(ref, (first,))) == Done()
    assert hands.status(ref) == S.PARTIAL
    assert subs(hands, ref) == [200] + [100] * len(others)
    again = hands.send(Suspend(ref, (first,)))
    assert isinstance(again, Refused)
    # The card is partially in use, but the named sub-card is suspended: it may be resumed.
    assert hands.send(Resume(ref, (first,))) == Done()
    assert hands.status(ref) == S.IN_USE


def test_the_whole_card_follows_when_none_is_named(hands: Hands) -> None:
    ref = hands.card(S.PARTIAL, smart=True)
    assert hands.send(Suspend(ref)) == Done()
    assert set(subs(hands, ref)) == {200}
    assert hands.status(ref) == S.MANUAL
    assert hands.send(Resume(ref)) == Done()
    assert set(subs(hands, ref)) == {100}


def test_a_number_of_another_card_is_refused(hands: Hands) -> None:
    ref = hands.card(S.IN_USE, smart=True)
    outcome = hands.send(Suspend(ref, ("1480000000000",)))
    assert isinstance(outcome, Refused)
    assert outcome.code == "IllegalParameter"
    assert hands.status(ref) == S.IN_USE


def test_ordinary_cards_ignore_named_numbers(hands: Hands) -> None:
    ref = hands.card(S.IN_USE)
    assert hands.send(Suspend(ref, hands.read(ref).facts.msisdns)) == Done()
    assert hands.status(ref) == S.MANUAL


def test_a_device_change_may_befall_one_carrier(hands: Hands) -> None:
    ref = hands.card(S.IN_USE, smart=True)
    for _ in range(12):
        befall(hands, ref, Event.DEVICE_CHANGED)
        if 500 in subs(hands, ref):
            break
    shown = subs(hands, ref)
    assert 500 in shown
    if 100 in shown:
        assert hands.status(ref) == S.PARTIAL
    named = tuple(
        number
        for sub in hands.read(ref).details.sub_cards
        if sub.specific == 500
        for number in sub.msisdns
    )
    assert hands.send(ResumeUse(ref, named)) == Done()
    assert 500 not in subs(hands, ref)


def test_traffic_is_carried_by_the_open_sub_cards(hands: Hands) -> None:
    ref = hands.card(S.IN_USE, smart=True, where=lambda one: one.facts.cycle_usage_kb > 5_000)
    first = hands.read(ref).facts.msisdns[0]
    hands.skip_to(2026, 6, 15, 23, 59, 59)
    hands.go_to(2026, 6, 16)
    assert hands.send(Suspend(ref, (first,))) == Done()
    before = [sub.cycle_usage_kb for sub in hands.read(ref).details.sub_cards]
    hands.go_to(2026, 6, 20)
    reading = hands.read(ref)
    after = [sub.cycle_usage_kb for sub in reading.details.sub_cards]
    assert after[0] == before[0]
    assert all(now > then for now, then in zip(after[1:], before[1:], strict=True))
    assert reading.facts.cycle_usage_kb == sum(after)
    usage = hands.world.reader.usage([ref], [Month(2026, 6)], hands.world.today)[ref]
    assert [share.used_kb for share in usage.shares] == after
    assert all(0 <= (share.signal_csq or -1) <= 31 for share in usage.shares)


def test_a_smart_card_expires_and_ends_as_one(hands: Hands) -> None:
    ref = hands.card(S.PARTIAL, smart=True, where=lambda one: not one.facts.plan_type.pooled)
    hands.put(ref, expires=moments.seconds(hands.read(ref).facts.usage_as_of) - 1, auto_renew=0)
    hands.go_to(2026, 6, 16)
    assert set(subs(hands, ref)) == {40}
    assert hands.status(ref) == S.STOPPED


def test_a_real_name_hold_of_one_carrier_is_lifted_for_that_one(hands: Hands) -> None:
    ref = hands.card(S.IN_USE, smart=True)
    befall(hands, ref, Event.REAL_NAME_MISSING)
    reading = hands.read(ref)
    held = [sub for sub in reading.details.sub_cards if sub.specific == 600]
    assert held
    assert not any(sub.certified for sub in held)
    assert not reading.details.certified
    (at,) = hands.world.rows.execute(
        "SELECT at FROM agenda WHERE card = ? AND what = 'certified'", (hands.life(ref).card,)
    ).fetchone()
    hands.world.pass_time(at)
    reading = hands.read(ref)
    assert reading.details.certified
    assert all(sub.certified and sub.specific == 100 for sub in reading.details.sub_cards)


def test_nothing_befalls_a_cancelled_card(hands: Hands) -> None:
    ref = hands.card(S.CANCELLED)
    before = hands.read(ref)
    befall(hands, ref, Event.DEVICE_CHANGED)
    assert hands.read(ref) == before

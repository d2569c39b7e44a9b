"""What each fault looks like, and serials that come twice (reliability.md F01-F20)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from simdesk.models.commands import CardRef, Command, Renew, Resume, SetAutoRenew, Suspend
from simdesk.models.errors import ProviderFault
from simdesk.models.outcomes import (
    Accepted,
    Done,
    NotSent,
    Outcome,
    Refused,
    Throttled,
    Unknown,
)
from simdesk.services.providers.simulator import (
    FAULTS,
    FleetPlan,
    Profile,
    Simulator,
    open_simulator,
)
from simdesk.services.providers.simulator.faults import Fate, FaultProfile
from simdesk.services.providers.simulator.truth import truth
from simdesk.services.providers.simulator.wire import (
    outcome_from,
    outcome_text,
    packed,
    unpacked,
)
from tests.conftest import VirtualClock
from tests.services.providers.asking import COMMANDS
from tests.services.providers.worlds import CALM, PLENTY, built

OUTCOMES = (Done, Accepted, Refused, Throttled, Unknown)
STEP = timedelta(seconds=1)


def always(fate: Fate) -> FaultProfile:
    return FaultProfile(fate.value, ((fate, 1000),), shortest_delay=300, longest_delay=300)


@asynccontextmanager
async def a_line(
    folder: Path, fate: Fate, profile: Profile = Profile.DEMO
) -> AsyncIterator[tuple[Simulator, VirtualClock]]:
    clock, plan = VirtualClock(), FleetPlan(90, 4, profile, CALM)
    if not (folder / "world.db").exists():
        (folder / "world.db").write_bytes(built(plan))
    simulator = await open_simulator(folder, plan, clock)
    simulator.simulation.fault_profile = always(fate)
    try:
        yield simulator, clock
    finally:
        await simulator.aclose()


async def a_card(simulator: Simulator, plan: str = "SC") -> CardRef:
    page = await simulator.cards(1)
    return next(one.ref for one in page.cards if one.specific == 100 and one.plan_type == plan)


async def status(simulator: Simulator, ref: CardRef) -> int:
    return (await simulator.read([ref]))[ref].facts.specific


async def test_lost_before_the_effect(tmp_path: Path) -> None:
    async with a_line(tmp_path, Fate.LOST_BEFORE) as (simulator, clock):
        ref, began = await a_card(simulator), clock.monotonic()
        assert isinstance(await simulator.send(Suspend(ref), "s"), Unknown)
        assert clock.monotonic() - began > 3
        await simulator.simulation.advance_to(simulator.now() + timedelta(hours=1))
        assert await status(simulator, ref) == 100


async def test_answer_lost_after_the_effect(tmp_path: Path) -> None:
    async with a_line(tmp_path, Fate.ANSWER_LOST) as (simulator, _):
        ref = await a_card(simulator)
        assert isinstance(await simulator.send(Suspend(ref), "s"), Unknown)
        assert await status(simulator, ref) == 200


async def test_late_effect_lands_once(tmp_path: Path) -> None:
    async with a_line(tmp_path, Fate.LATE_EFFECT) as (simulator, _):
        ref = await a_card(simulator)
        assert isinstance(await simulator.send(Renew(ref, 1, PLENTY), "s"), Unknown)
        charged = len((await truth(simulator.room, usage=False)).charges)
        # The caller asks again before the first message arrives.
        simulator.simulation.fault_profile = "none"
        again = await simulator.send(Renew(ref, 1, PLENTY), "s")
        assert isinstance(again, Done)
        await simulator.simulation.advance_to(simulator.now() + timedelta(minutes=6))
        after = await truth(simulator.room, usage=False)
        assert len(after.charges) == charged + 1
        assert await simulator.send(Renew(ref, 1, PLENTY), "s") == again


async def test_late_effect_that_the_card_no_longer_allows_does_nothing(tmp_path: Path) -> None:
    async with a_line(tmp_path, Fate.LATE_EFFECT) as (simulator, _):
        ref = await a_card(simulator)
        assert isinstance(await simulator.send(Suspend(ref), "late"), Unknown)
        simulator.simulation.fault_profile = "none"
        assert await simulator.send(Suspend(ref), "early") == Done()
        await simulator.simulation.advance_to(simulator.now() + timedelta(minutes=6))
        assert await status(simulator, ref) == 200


async def test_late_effect_where_serials_mean_nothing_lands_twice(tmp_path: Path) -> None:
    async with a_line(tmp_path, Fate.LATE_EFFECT, Profile.LINKCARD) as (simulator, _):
        assert not simulator.capabilities.proven_serial
        ref = await a_card(simulator)
        assert isinstance(await simulator.send(Renew(ref, 1, PLENTY), "s"), Unknown)
        charged = len((await truth(simulator.room, usage=False)).charges)
        simulator.simulation.fault_profile = "none"
        assert isinstance(await simulator.send(Renew(ref, 1, PLENTY), "s"), Done)
        await simulator.simulation.advance_to(simulator.now() + timedelta(minutes=6))
        assert len((await truth(simulator.room, usage=False)).charges) == charged + 2


async def test_throttled(tmp_path: Path) -> None:
    async with a_line(tmp_path, Fate.THROTTLED) as (simulator, _):
        ref = await a_card(simulator)
        outcome = await simulator.send(Suspend(ref), "s")
        assert isinstance(outcome, Throttled)
        assert outcome.after > 0
        assert await status(simulator, ref) == 100


@pytest.mark.parametrize(
    ("fate", "shown"), [(Fate.SERVER_ERROR, 100), (Fate.SERVER_ERROR_AFTER, 200)]
)
async def test_server_errors_tell_nothing(tmp_path: Path, fate: Fate, shown: int) -> None:
    async with a_line(tmp_path, fate) as (simulator, _):
        ref = await a_card(simulator)
        assert isinstance(await simulator.send(Suspend(ref), "s"), Unknown)
        assert await status(simulator, ref) == shown


async def test_refused(tmp_path: Path) -> None:
    async with a_line(tmp_path, Fate.REFUSED) as (simulator, _):
        ref = await a_card(simulator)
        assert isinstance(await simulator.send(Suspend(ref), "s"), Refused)
        assert await status(simulator, ref) == 100


async def test_accepted_now_and_done_later(tmp_path: Path) -> None:
    async with a_line(tmp_path, Fate.ACCEPTED) as (simulator, _):
        ref = await a_card(simulator)
        outcome = await simulator.send(Suspend(ref), "s")
        assert isinstance(outcome, Accepted)
        assert await simulator.send(Suspend(ref), "s") == outcome
        assert await status(simulator, ref) == 100
        await simulator.simulation.advance_to(simulator.now() + timedelta(seconds=280))
        assert await status(simulator, ref) == 100
        await simulator.simulation.advance_to(simulator.now() + timedelta(seconds=30))
        assert await status(simulator, ref) == 200
        refused = await simulator.send(Suspend(ref), "t")
        assert isinstance(refused, Refused)


async def test_a_serial_that_comes_twice_acts_once(tmp_path: Path) -> None:
    async with a_line(tmp_path, Fate.FINE) as (simulator, _):
        ref = await a_card(simulator)
        first = await simulator.send(Renew(ref, 1, PLENTY), "s")
        assert isinstance(first, Done)
        charged = await truth(simulator.room, usage=False)
        assert await simulator.send(Renew(ref, 1, PLENTY), "s") == first
        assert (await truth(simulator.room, usage=False)).charges == charged.charges
        refused = await simulator.send(
            SetAutoRenew(ref, bool(charged.cards[ref].facts.auto_renew)), "t"
        )
        assert isinstance(refused, Refused)
        assert await simulator.send(Suspend(ref), "t") == refused


async def test_serials_are_remembered_after_closing(tmp_path: Path) -> None:
    async with a_line(tmp_path, Fate.FINE) as (simulator, _):
        ref = await a_card(simulator)
        first = await simulator.send(Renew(ref, 1, PLENTY), "s")
    async with a_line(tmp_path, Fate.FINE) as (simulator, _):
        assert await simulator.send(Renew(ref, 1, PLENTY), "s") == first


def test_fates_depend_on_serial_and_attempt_alone() -> None:
    rough = FAULTS["rough"]
    fates = [rough.fate_of_send(1, str(number), 1) for number in range(2000)]
    assert fates == [rough.fate_of_send(1, str(number), 1) for number in range(2000)]
    assert set(fates) == set(Fate)
    share = sum(fate is Fate.FINE for fate in fates) / 2000
    assert 0.70 < share < 0.78
    assert any(
        rough.fate_of_send(1, str(number), 1) is not rough.fate_of_send(1, str(number), 2)
        for number in range(50)
    )
    delays = {rough.delay(1, str(number), 1) for number in range(500)}
    assert rough.shortest_delay <= min(delays) < max(delays) <= rough.longest_delay


async def test_a_world_that_cannot_be_written_sends_nothing(tmp_path: Path) -> None:
    async with a_line(tmp_path, Fate.FINE) as (simulator, _):
        ref = await a_card(simulator)
        full = "PRAGMA query_only = "
        await simulator.room.ask(lambda world: world.rows.execute(full + "ON").close())
        outcome = await simulator.send(Suspend(ref), "s")
        await simulator.room.ask(lambda world: world.rows.execute(full + "OFF").close())
        assert isinstance(outcome, NotSent)
        assert await status(simulator, ref) == 100


@pytest.mark.parametrize("command", [build(CardRef("8986", "7")) for build in COMMANDS.values()])
def test_commands_travel_as_text(command: Command) -> None:
    assert unpacked(packed(command)) == command


@pytest.mark.parametrize(
    "outcome",
    [
        Done(), Done("o"), Accepted("r"), Refused("c", "m"), Throttled(1.5), NotSent("w"),
        Unknown("w"),
    ],
)  # fmt: skip
def test_outcomes_travel_as_text(outcome: Outcome) -> None:
    assert outcome_from(outcome_text(outcome)) == outcome


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("faults", list(FAULTS))
async def test_sending_answers_and_never_raises(
    tmp_path: Path, faults: str, profile: Profile
) -> None:
    async with a_line(tmp_path, Fate.FINE, profile) as (simulator, _):
        refs = [facts.ref for facts in (await simulator.cards(1)).cards]
        simulator.simulation.fault_profile = faults
        for number, ref in enumerate(refs[:40]):
            await simulator.simulation.advance_to(simulator.now() + STEP)
            outcome = await simulator.send(Suspend(ref), f"s-{number}")
            assert isinstance(outcome, OUTCOMES)
            outcome = await simulator.send(Resume(ref), f"r-{number}")
            assert isinstance(outcome, OUTCOMES)


@pytest.mark.parametrize("faults", ["server errors", "throttling", "rough"])
async def test_reads_fail_as_provider_faults_that_may_be_repeated(
    tmp_path: Path, faults: str
) -> None:
    async with a_line(tmp_path, Fate.FINE) as (simulator, _):
        ref = await a_card(simulator)
        simulator.simulation.fault_profile = faults
        retries = []
        for _ in range(80):
            try:
                await simulator.read([ref])
            except ProviderFault as fault:
                retries.append(fault.retry_after)
        assert 0 < len(retries) < 40
        assert None not in retries

"""Killed anywhere, nothing is lost and nothing is done twice (reliability.md F21, I1-I3).

Every commit and every step at the provider is a numbered point. The program is killed at each of
them in turn, started again and left to settle; then the journal is held against the world.
"""

import itertools
from collections.abc import Sequence
from random import Random

import pytest

from simdesk.models.action import Action
from simdesk.models.operations import ActRequest, AddOnRequest, RenewRequest, Request
from simdesk.models.status import SpecificStatus
from tests.services.operations_bench import Bench, PatientClock
from tests.services.scripted_provider import Killed, ScriptedProvider, cards

REQUESTS: dict[str, tuple[ActRequest, SpecificStatus]] = {
    "suspend": (Request(Action.SUSPEND), SpecificStatus.IN_USE),
    "renew": (RenewRequest(1), SpecificStatus.IN_USE),
    "add_on": (AddOnRequest(102_400, 2), SpecificStatus.IN_USE),
    "cancel": (Request(Action.CANCEL), SpecificStatus.STOPPED),
}
BEHAVIOURS = {
    "done": ["done", "done"],
    "refused": ["refused", "done"],
    "throttled": ["throttled", "done", "done"],
    "not sent": ["not_sent", "done", "done"],
    "answer lost": ["answer_lost", "lost"],
    "late": ["late", "done"],
    "breaks": ["breaks", "drops"],
    "accepted": ["accepted", "accepted"],
}


async def lived(request: str, script: Sequence[str], kills: Sequence[int]) -> tuple[Bench, bool]:
    """A life with two cards, killed at each of `kills` in turn; False when one came too late."""
    act, specific = REQUESTS[request]
    clock = PatientClock()
    provider = ScriptedProvider(clock, cards(2, specific=specific), script)
    bench = Bench(clock, provider, seed=len(script), reads_back=False)
    preview = await bench.service.preview(act, bench.ids)
    reached = True
    for life, kill in enumerate(kills):
        points = bench.kill_at(kill)
        try:
            if life:
                await bench.restart()
                for (op_id,) in bench.database.rows("SELECT id FROM operation"):
                    await bench.service.carry_on(op_id)
            else:
                await bench.service.start(preview)
        except Killed:
            pass
        await clock.sleep(30)
        reached = reached and points.dead
    bench.kill_at(None)
    await bench.restart()
    for (op_id,) in bench.database.rows("SELECT id FROM operation"):
        await bench.carried_out(op_id)
    await bench.close()
    return bench, reached


FINAL = {"DONE", "FAILED", "NOT_APPLIED", "WITHDRAWN"}
EVERY = [(act, behaviour) for act in ("suspend", "renew", "cancel") for behaviour in BEHAVIOURS]
SOME = [("add_on", "done"), ("add_on", "answer lost")]


@pytest.mark.long_async(120)
@pytest.mark.parametrize(("request_name", "behaviour"), EVERY + SOME)
async def test_a_kill_at_any_point_loses_and_doubles_nothing(
    request_name: str, behaviour: str
) -> None:
    for kill in itertools.count(1):
        bench, reached = await lived(request_name, BEHAVIOURS[behaviour], [kill])
        assert bench.violations() == [], f"killed at {kill}"
        assert set(bench.states()) <= FINAL, kill
        if not reached:
            assert kill > 8
            return


@pytest.mark.long_async(120)
async def test_kills_upon_kills_lose_and_double_nothing() -> None:
    chance = Random(20260615)
    for _ in range(60):
        name = chance.choice(["suspend", "renew", "cancel", "add_on"])
        behaviour = chance.choice(sorted(BEHAVIOURS))
        kills = [chance.randint(1, 12) for _ in range(chance.randint(2, 4))]
        bench, _ = await lived(name, BEHAVIOURS[behaviour], kills)
        assert bench.violations() == [], (name, behaviour, kills)
        assert set(bench.states()) <= FINAL, (name, behaviour, kills)

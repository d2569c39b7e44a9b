"""The simulator allows and refuses exactly what the table of permitted actions says."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from simdesk.models.action import Action
from simdesk.models.actions import ActionKey, Allowed, verdict
from simdesk.models.commands import CardRef, Suspend
from simdesk.models.outcomes import Done, Refused
from simdesk.models.status import SpecificStatus
from simdesk.models.voucher import PlanType
from simdesk.services.providers.simulator import FleetPlan, Profile
from tests import pictures
from tests.services.providers.asking import COMMANDS
from tests.services.providers.worlds import CALM, PLENTY, Hands, a_world

SENDABLE = [action for action in Action if not action.local]


@pytest.fixture(scope="module", params=list(Profile))
def fleet(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Hands]:
    folder: Path = tmp_path_factory.mktemp("table")
    with a_world(folder, FleetPlan(400, 5, request.param, CALM)) as world:
        world.transact(lambda: world.till.set_balance(PLENTY.minor * 10, world.at))
        yield Hands(world)


@pytest.mark.parametrize("smart", [False, True], ids=["ordinary", "smart"])
@pytest.mark.parametrize("plan", list(PlanType))
def test_every_status_and_action(fleet: Hands, plan: PlanType, smart: bool) -> None:
    capabilities = fleet.world.profile.capabilities
    today = fleet.read(fleet.card()).facts.usage_as_of.date()
    ref = fleet.card(plan=plan, smart=smart)
    for status in SpecificStatus:
        if status is SpecificStatus.PARTIAL and not smart:
            continue
        for action in SENDABLE:
            for auto_renew in (False, True):
                fleet.show(ref, status)
                fleet.put(ref, auto_renew=int(auto_renew), expires=fleet.world.at + 86_400 * 40)
                key = ActionKey(status, plan, smart, auto_renew, False)
                assert fleet.read(ref).facts.key == key
                outcome = fleet.send(COMMANDS[action](ref))
                offered = action in capabilities.actions
                wanted = pictures.permitted(key, action, offered=offered)
                assert isinstance(outcome, Done) is wanted, (status, action, outcome)
                assert isinstance(verdict(key, action, capabilities, today), Allowed) is wanted
                if not wanted:
                    assert isinstance(outcome, Refused)
                    assert outcome.code == _code(key, action, offered), (key, action)


@pytest.mark.parametrize("action", SENDABLE)
def test_a_cancellation_under_way_blocks_every_action(fleet: Hands, action: Action) -> None:
    ref = fleet.card(SpecificStatus.MANUAL) if action is not Action.RESUME else fleet.card()
    fleet.show(ref, SpecificStatus.MANUAL)
    fleet.put(ref, due=1)
    outcome = fleet.send(COMMANDS[action](ref))
    assert isinstance(outcome, Refused)
    assert fleet.read(ref).facts.cancellation_due


def test_an_unknown_card_is_refused(fleet: Hands) -> None:
    outcome = fleet.send(Suspend(CardRef("89860000000000000000", "1")))
    assert isinstance(outcome, Refused)
    assert outcome.code == "linkcard.common.CardDestroy"


def _code(key: ActionKey, action: Action, offered: bool) -> str:
    if not offered:
        return "linkcard.system.IllegalRequest"
    if key.specific is SpecificStatus.CANCELLED:
        return "linkcard.common.CardDestroy"
    if action is Action.FORCE_ACTIVATE:
        same_tier = key.plan_type in (PlanType.SF, PlanType.SFD)
        return (
            "linkcard.check.OnlyUnusedCanForceActivation"
            if same_tier
            else "linkcard.check.ForceActivationSameFlowCard"
        )
    return "linkcard.common.BusinessProcessError"

"""A spreadsheet as a provider: it says who it is, and nothing else is to be had of it."""

from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

import pytest

from simdesk.models.account_commands import PayOrder
from simdesk.models.action import Action
from simdesk.models.actions import REVIEWED, Blocked, verdict
from simdesk.models.card import ActionKey, CardRef
from simdesk.models.errors import KnownError, ProviderFault
from simdesk.models.orders import Money
from simdesk.models.outcomes import Refused
from simdesk.models.periods import ZONE, Month
from simdesk.models.status import SpecificStatus
from simdesk.models.voucher import PlanType
from simdesk.services.providers.registry import REGISTRY
from simdesk.services.providers.review_file import write_review
from simdesk.services.providers.simulator import FleetPlan
from simdesk.services.providers.spreadsheet import CODE, Spreadsheet, open_spreadsheet
from tests.conftest import VirtualClock
from tests.services.providers.asking import COMMANDS
from tests.services.reviewing.reviews_made import AT, a_review

REF = CardRef("89860321440000000001", "")
MONTH = Month(2026, 6)


async def test_it_is_opened_by_its_name_and_says_who_it_is(tmp_path: Path) -> None:
    write_review(tmp_path, a_review())
    provider = await REGISTRY["spreadsheet"](tmp_path, FleetPlan(1), VirtualClock(), None)
    assert (provider.name, provider.identity) == ("spreadsheet", "spreadsheet:1")
    assert provider.account == "cards.xlsx"
    assert provider.now() == AT
    assert provider.now().tzinfo is ZONE
    assert not provider.secrets
    assert not provider.capabilities.actions
    await provider.aclose()


async def test_a_folder_without_a_review_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="holds no review"):
        await open_spreadsheet(tmp_path)
    (tmp_path / "review.json").write_text("{}")
    with pytest.raises(KnownError, match="holds no review"):
        await open_spreadsheet(tmp_path)


READS: dict[str, Callable[[Spreadsheet], Awaitable[object]]] = {
    "cards": lambda one: one.cards(1),
    "read": lambda one: one.read([REF]),
    "usage": lambda one: one.usage([REF], [MONTH]),
    "offers": lambda one: one.offers(REF),
    "pool": lambda one: one.pool("CM_UP_M_2_pool", MONTH),
    "voucher offers": lambda one: one.voucher_offers("CM_UP_M_2_pool"),
    "orders": lambda one: one.orders(date(2026, 6, 1), 1),
    "balance": lambda one: one.balance(),
}


@pytest.mark.parametrize("name", READS)
async def test_nobody_answers(name: str) -> None:
    with pytest.raises(ProviderFault, match="no provider to ask") as caught:
        await READS[name](Spreadsheet(a_review()))
    assert caught.value.code == CODE
    assert caught.value.retry_after is None


async def test_nothing_is_sent() -> None:
    provider = Spreadsheet(a_review())
    for command in (*(make(REF) for make in COMMANDS.values()), PayOrder("1", Money(1))):
        outcome = await provider.send(command, "serial")
        assert isinstance(outcome, Refused)
        assert outcome.code == CODE


@pytest.mark.parametrize("action", [one for one in Action if one is not Action.EXPORT])
def test_every_act_is_greyed_out_with_the_reason(action: Action) -> None:
    key = ActionKey(SpecificStatus.IN_USE, PlanType.SC)
    judged = verdict(key, action, Spreadsheet.capabilities, date(2026, 6, 15))
    assert judged == Blocked(REVIEWED)

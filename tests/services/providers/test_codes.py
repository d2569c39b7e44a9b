"""The simulated provider says no with the codes of the real one (domain.md 8)."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from simdesk.models.account_commands import (
    AccountCommand,
    AddCards,
    CloseOrder,
    PayOrder,
    SetVoucherLimit,
)
from simdesk.models.commands import CardRef
from simdesk.models.errors import ProviderFault
from simdesk.models.outcomes import Refused
from simdesk.models.periods import Month
from simdesk.services.providers.base import Provider
from simdesk.services.providers.simulator import Profile
from tests.services.providers.openers import simulated
from tests.services.providers.worlds import PLENTY

STRANGER = CardRef("89860000000000000000", "0")
NOWHERE = "CM_UP_M_2_nowhere"
MONTH = Month(2026, 6)
READS: dict[str, tuple[Callable[[Provider], Awaitable[object]], str]] = {
    "an unknown card": (lambda it: it.offers(STRANGER), "linkcard.common.CardNotExist"),
    "a pool": (lambda it: it.pool(NOWHERE, MONTH), "linkcard.common.CredentialNoNotExist"),
    "its offers": (lambda it: it.voucher_offers(NOWHERE), "linkcard.common.CredentialNoNotExist"),
    "too many cards": (lambda it: it.read([STRANGER] * 2), "linkcard.system.IllegalRequest"),
    "too many months": (lambda it: it.usage([STRANGER], [MONTH] * 7), "IllegalParameter"),
    "a page below 1": (lambda it: it.cards(0), "IllegalParameter"),
}


@pytest.mark.parametrize("what", READS)
async def test_a_read_is_refused_with_its_code(what: str, tmp_path: Path) -> None:
    provider = await simulated(Profile.LINKCARD).open(tmp_path)
    read, code = READS[what]
    with pytest.raises(ProviderFault) as caught:
        await read(provider)
    assert caught.value.code == code
    await provider.aclose()


async def test_too_many_calls_are_throttled_with_their_code(tmp_path: Path) -> None:
    provider = await simulated(Profile.LINKCARD).open(tmp_path)
    answers = await asyncio.gather(
        *(provider.read([STRANGER]) for _ in range(60)), return_exceptions=True
    )
    codes = {answer.code for answer in answers if isinstance(answer, ProviderFault)}
    assert codes == {"Throttling.User"}
    await provider.aclose()


@pytest.mark.parametrize(
    "command",
    [
        AddCards(NOWHERE, 1, PLENTY),
        SetVoucherLimit(NOWHERE, 9_000),
        PayOrder("0", PLENTY),
        CloseOrder("0"),
    ],
    ids=lambda command: type(command).__name__,
)
async def test_what_is_not_offered_is_refused_with_its_code(
    command: AccountCommand, tmp_path: Path
) -> None:
    provider = await simulated(Profile.LINKCARD).open(tmp_path)
    outcome = await provider.send(command, "s")
    assert isinstance(outcome, Refused)
    assert outcome.code == "linkcard.system.IllegalRequest"
    await provider.aclose()

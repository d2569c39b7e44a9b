"""What a provider says in words is redacted before the journal or the window gets it."""

import asyncio
from typing import Any

import pytest

from simdesk.models.commands import Suspend
from simdesk.models.errors import ProviderFault
from simdesk.models.outcomes import (
    Accepted,
    Barred,
    Done,
    NotSent,
    Outcome,
    Refused,
    Throttled,
    Unknown,
)
from simdesk.models.redaction import HIDDEN, Redactor
from simdesk.models.texts import text
from simdesk.services.answers import report_mistake
from simdesk.services.calls import Calls
from simdesk.services.rate import TokenBucket
from tests.conftest import VirtualClock
from tests.services.scripted_provider import ScriptedProvider, cards

SECRET = "Xy7+secretive"
ICCID = "89860321000000005668"
SAID = f"{SECRET} sign=abc for {ICCID}, order 211519634000001"
SHOWN = f"{HIDDEN} sign={HIDDEN} for {ICCID}, order 211519634000001"


class Answering(ScriptedProvider):
    answer: Outcome = Done()

    async def send(self, command: Any, serial: str) -> Outcome:
        return self.answer


def calls() -> tuple[Calls, Answering]:
    clock = VirtualClock()
    provider = Answering(clock, cards(1))
    bucket = TokenBucket(100.0, clock)
    return Calls(provider, bucket, clock, redactor=Redactor([SECRET])), provider


@pytest.mark.parametrize(
    ("answer", "handed_on"),
    [
        (Refused("Code", SAID), Refused("Code", SHOWN)),
        (Refused(SECRET, "no"), Refused(HIDDEN, "no")),
        (Barred(SECRET, SAID), Barred(HIDDEN, SHOWN)),
        (NotSent(SAID), NotSent(SHOWN)),
        (Unknown(SAID), Unknown(SHOWN)),
        (Accepted(f"ref {SECRET}"), Accepted(f"ref {HIDDEN}")),
        (Throttled(2.0), Throttled(2.0)),
        (Done("O1"), Done("O1")),
    ],
)
async def test_an_answer_gives_nothing_away_and_keeps_its_numbers(
    answer: Outcome, handed_on: Outcome
) -> None:
    service, provider = calls()
    provider.answer = answer
    assert await service.send(Suspend(cards(1)[0].ref), "serial") == handed_on


async def test_a_fault_gives_nothing_away_and_stays_the_same_fault() -> None:
    service, provider = calls()
    fault = ProviderFault(text("It said {why}", why=SAID), SECRET)
    provider.read_faults = [fault]
    with pytest.raises(ProviderFault) as told:
        await service.read([cards(1)[0].ref])
    assert told.value is fault
    assert str(fault) == f"It said {SHOWN} [{HIDDEN}]"
    assert SECRET not in repr(fault)
    assert fault.message.source == "It said {why}"


@pytest.mark.parametrize(
    ("error", "reported"),
    [
        (ZeroDivisionError(), True),
        (ConnectionResetError(), False),
        (TimeoutError(), False),
        (ProviderFault(text("Busy."), "Busy"), False),
    ],
)
async def test_only_a_mistake_of_the_adapter_is_reported(error: Exception, reported: bool) -> None:
    heard: list[object] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: heard.append(context["exception"]))
    report_mistake(error)
    assert heard == ([error] if reported else [])

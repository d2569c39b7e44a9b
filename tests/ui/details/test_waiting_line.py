"""What waits to be sent for a card stands in its details, and is revoked there."""

import asyncio
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot
from qasync import QEventLoop

from simdesk.models.action import Action
from simdesk.models.attention import WaitingAct
from simdesk.models.changes import OperationsChanged
from simdesk.models.operations import RenewRequest, Request
from simdesk.ui.details.dock import DetailsDock
from simdesk.ui.details.waiting_line import WaitingLine
from tests.factories import a_card_row, a_moment
from tests.ui.details.fakes import a_desk, announce, until

ONE = a_card_row(id=1)
TWO = a_card_row(id=2, iccid="89860321000000025668")
WAITING = WaitingAct("op", Request(Action.CANCEL), a_moment(2026, 11, 21, 14, 0), 12)
ALONE = replace(WAITING, cards=1)


async def test_a_card_whose_cancellation_waits_says_until_when(
    qloop: QEventLoop, qtbot: QtBot
) -> None:
    async with a_desk(ONE, TWO) as (desk, context):
        desk.attention.waits[1] = WAITING
        desk.operations = desk.attention
        dock = DetailsDock(context)
        qtbot.addWidget(dock)
        dock.resize(400, 700)
        dock.show()
        dock.show_card(ONE)
        line = dock.waiting
        await until(line.isVisible)
        assert line.words == (
            "Its cancellation will be sent on 21 Nov 2026 14:00."
            " 11 cards wait with it and are revoked together."
        )
        assert line.button.text() == line.button.accessibleName() == "Revoke 12 cancellations"
        line.button.click()
        line.button.click()
        await until(lambda: bool(desk.attention.revoked))
        assert desk.attention.revoked == ["op"]
        desk.attention.waits.clear()
        announce(context, OperationsChanged("op"))
        await until(lambda: not line.isVisible())
        desk.attention.waits[1] = WAITING
        dock.show_card(TWO)
        await asyncio.sleep(0.1)
        assert not line.isVisible()
        dock.show_card(ONE)
        await until(line.isVisible)
        dock.show_card(None)
        assert line.isHidden()


async def test_what_moves_out_of_sight_is_read_when_the_card_is_looked_at_again(
    qloop: QEventLoop, qtbot: QtBot
) -> None:
    async with a_desk(ONE) as (desk, context):
        desk.attention.waits[1] = WAITING
        dock = DetailsDock(context)
        qtbot.addWidget(dock)
        dock.show()
        dock.show_card(ONE)
        await until(dock.waiting.isVisible)
        dock.hide()
        desk.attention.asked.clear()
        desk.attention.waits.clear()
        for _ in range(3):
            announce(context, OperationsChanged("op"))
            await asyncio.sleep(0.1)
        assert desk.attention.asked == []
        dock.show()
        await until(lambda: not dock.waiting.isVisible())
        await until(lambda: desk.attention.asked == [1])


@pytest.mark.parametrize(
    ("act", "words", "button"),
    [
        (
            ALONE,
            "Its cancellation will be sent on 21 Nov 2026 14:00.",
            "Revoke 1 cancellation",
        ),
        (
            replace(ALONE, request=RenewRequest(1), not_before=None),
            "“Renew plan” will be sent for it at its time.",
            "Revoke for 1 card",
        ),
    ],
)
async def test_what_waits_says_itself(
    qloop: QEventLoop, qtbot: QtBot, act: WaitingAct, words: str, button: str
) -> None:
    async with a_desk(ONE) as (desk, context):
        desk.attention.waits[1] = act
        line = WaitingLine(context)
        qtbot.addWidget(line)
        line.show_card(1)
        await until(lambda: line.words)
        assert (line.words, line.button.text()) == (words, button)

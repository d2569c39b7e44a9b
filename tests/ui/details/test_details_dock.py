"""The details dock: one card at a time, never two mixed, every state designed."""

import asyncio

import pytest
from pytestqt.qtbot import QtBot
from qasync import QEventLoop

from simdesk.models.card import Stamps
from simdesk.models.changes import CardsChanged
from simdesk.models.errors import KnownError
from simdesk.models.periods import Month
from simdesk.models.status import SpecificStatus
from simdesk.models.texts import text
from simdesk.models.usage import CardUsage
from simdesk.models.voucher import Carrier, PlanType
from simdesk.ui.context import Context
from simdesk.ui.details.dock import DetailsDock, Tab
from tests.factories import a_card_row, a_moment, a_sub_card, some_details
from tests.ui.details.fakes import (
    FakeDesk,
    a_desk,
    a_record,
    month_usage,
    unnamed_controls,
    until,
)

JUNE = Month(2026, 6)
ONE = a_card_row(id=1)
TWO = a_card_row(id=2, iccid="89860321000000025668")
NO_ANSWER = KnownError(
    text("The provider does not answer."), text("Try again later."), "ServiceUnavailable"
)


def a_dock(context: Context, qtbot: QtBot) -> DetailsDock:
    dock = DetailsDock(context)
    qtbot.addWidget(dock)
    dock.resize(400, 700)
    dock.show()
    return dock


def used(desk: FakeDesk, card_id: int, megabytes: int) -> None:
    desk.cards.usages[card_id] = CardUsage((month_usage(JUNE, [megabytes]),))


async def test_without_a_card_it_says_how_to_begin(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (_, context):
        dock = a_dock(context, qtbot)
        assert dock.quiet_words == "Choose a card to see its details."
        assert dock.card_id is None


async def test_several_cards_get_a_quiet_summary(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk(ONE) as (_, context):
        dock = a_dock(context, qtbot)
        dock.show_card(ONE)
        dock.show_selection(1_214, None)
        assert dock.quiet_words == "1,214 cards selected"
        dock.show_selection(1_214, 48 * 1024 * 1024)
        assert dock.quiet_words == "1,214 cards selected\n48.0 GB used in their cycles"
        dock.show_card(ONE)
        assert dock.quiet_words == ""


async def test_usage_of_a_card_left_behind_never_shows(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk(ONE, TWO) as (desk, context):
        used(desk, 1, 10)
        used(desk, 2, 20)
        desk.cards.gates[1] = asyncio.Event()
        dock = a_dock(context, qtbot)
        dock.show_card(ONE)
        dock.open_tab(Tab.TRAFFIC)
        await until(lambda: any(asked.startswith("usage") for asked in desk.cards.asked))
        dock.show_card(TWO)
        desk.cards.gates[1].set()
        await until(lambda: dock.traffic.readout)
        assert dock.traffic.readout == "20.0 MB in all"
        await asyncio.sleep(0)
        assert dock.traffic.readout == "20.0 MB in all"


async def test_a_new_card_empties_what_the_old_one_showed(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk(ONE, TWO) as (desk, context):
        used(desk, 1, 10)
        desk.cards.record_lists[1] = (a_record("Activated"),)
        desk.cards.gates[2] = asyncio.Event()
        dock = a_dock(context, qtbot)
        dock.show_card(ONE)
        dock.open_tab(Tab.RECORDS)
        await until(lambda: not dock.records.words)
        dock.open_tab(Tab.TRAFFIC)
        await until(lambda: dock.traffic.readout)
        dock.show_card(TWO)
        assert dock.traffic.readout == ""
        assert dock.records.words == "Reading records…"
        assert dock.headline.words()[0] == "8986 0321 0000 0002 5668"
        desk.cards.gates[2].set()


async def test_cards_passed_over_are_not_read(qloop: QEventLoop, qtbot: QtBot) -> None:
    rows = [a_card_row(id=number) for number in range(1, 30)]
    async with a_desk(*rows) as (desk, context):
        dock = a_dock(context, qtbot)
        dock.open_tab(Tab.RECORDS)
        for row in rows:
            dock.show_card(row)
        await until(lambda: desk.sync.opened_ids)
        assert desk.sync.opened_ids == [29]
        assert [asked for asked in desk.cards.asked if "records" in asked] == ["records 29"]


async def test_only_the_tab_in_front_is_read(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk(ONE) as (desk, context):
        dock = a_dock(context, qtbot)
        dock.show_card(ONE)
        await until(lambda: desk.sync.opened_ids)
        assert not [asked for asked in desk.cards.asked if not asked.startswith("row")]
        dock.open_tab(Tab.RECORDS)
        await until(lambda: dock.records.words == "Nothing is recorded about this card yet.")


async def test_a_changed_card_is_read_again(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk(ONE, TWO) as (desk, context):
        dock = a_dock(context, qtbot)
        dock.show_card(ONE)
        desk.cards.held[1] = a_card_row(id=1, remark="moved to the north gate")
        desk.announcer.announce(CardsChanged(frozenset({2})))
        desk.announcer.announce(CardsChanged(frozenset({1, 7}), frozenset({"remark"})))
        await until(lambda: dock.basic.lines()["Remarks"])
        assert dock.basic.lines()["Remarks"] == "moved to the north gate"
        assert desk.cards.asked.count("row 1") == 1


async def test_trouble_stands_on_top_and_can_be_tried_again(
    qloop: QEventLoop, qtbot: QtBot
) -> None:
    async with a_desk(ONE, TWO) as (desk, context):
        desk.sync.trouble = NO_ANSWER
        dock = a_dock(context, qtbot)
        dock.show_card(ONE)
        await until(lambda: not dock.trouble.isHidden())
        assert dock.trouble.words == (
            "The provider could not be asked; older values are shown. "
            "The provider does not answer. Try again later. [ServiceUnavailable]"
        )
        assert context.messages.history == []
        desk.sync.trouble = None
        dock.trouble.again_wanted.emit()
        await until(lambda: desk.sync.opened_ids == [1, 1])
        dock.trouble.show_trouble("Not done.", NO_ANSWER)
        dock.show_card(TWO)
        assert dock.trouble.isHidden()


async def test_asking_the_provider_is_told_when_it_takes_long(
    qloop: QEventLoop, qtbot: QtBot
) -> None:
    async with a_desk(ONE) as (desk, context):
        desk.sync.gate = asyncio.Event()
        dock = a_dock(context, qtbot)
        dock.show_card(ONE)
        await until(lambda: dock.headline.reading)
        desk.sync.gate.set()
        await until(lambda: not dock.headline.reading)


async def test_records_that_cannot_be_read_say_so(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk(ONE) as (desk, context):
        desk.cards.trouble = KnownError(text("The desk's file cannot be read."))
        dock = a_dock(context, qtbot)
        dock.show_card(ONE)
        dock.open_tab(Tab.RECORDS)
        await until(lambda: "Its records could not be read." in dock.trouble.words)


async def test_sub_cards_have_a_tab_only_on_smart_cards(qloop: QEventLoop, qtbot: QtBot) -> None:
    smart = a_card_row(id=3, carrier=Carrier.VNO, details=some_details(sub_cards=(a_sub_card(),)))
    async with a_desk(ONE, smart) as (_, context):
        dock = a_dock(context, qtbot)
        dock.show_card(smart)
        dock.open_tab(Tab.SUB_CARDS)
        assert dock.tabs.currentIndex() == Tab.SUB_CARDS
        dock.show_card(ONE)
        assert not dock.tabs.isTabVisible(Tab.SUB_CARDS)
        assert dock.tabs.currentIndex() != Tab.SUB_CARDS


async def test_tabs_are_turned_by_keys_past_the_hidden_one(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk(ONE) as (_, context):
        dock = a_dock(context, qtbot)
        dock.show_card(ONE)
        seen = []
        for step in (1, 1, 1, 1, 1, -1):
            dock.turn(step)
            seen.append(Tab(dock.tabs.currentIndex()))
        assert seen == [
            Tab.TRAFFIC,
            Tab.SETTINGS,
            Tab.AUTOMATION,
            Tab.RECORDS,
            Tab.BASIC,
            Tab.RECORDS,
        ]


async def test_the_next_step_is_asked_for_by_its_id(qloop: QEventLoop, qtbot: QtBot) -> None:
    stopped = a_card_row(
        id=4, specific=SpecificStatus.STOPPED, expires_at=a_moment(2026, 5, 31, 23, 59, 59)
    )
    async with a_desk(stopped) as (_, context):
        dock = a_dock(context, qtbot)
        wanted: list[str] = []
        dock.action_wanted.connect(wanted.append)
        dock.show_card(stopped)
        assert dock.headline.words()[1] == "Stopped"
        dock.headline.step_button.click()
        assert wanted == ["card.renew"]


async def test_a_pending_change_shows_both(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (_, context):
        dock = a_dock(context, qtbot)
        dock.show_card(a_card_row(pending="suspend"))
        assert dock.headline.words()[1] == "In Use → suspending"
        assert dock.headline.step_button.isHidden()


@pytest.mark.parametrize("plan_type", PlanType)
async def test_every_status_has_a_headline(
    qloop: QEventLoop, qtbot: QtBot, plan_type: PlanType
) -> None:
    async with a_desk() as (_, context):
        dock = a_dock(context, qtbot)
        for code in (*SpecificStatus, 999):
            dock.show_card(a_card_row(id=int(code), specific=code, plan_type=plan_type))
            iccid, status, why, who, step = dock.headline.words()
            assert iccid == "8986 0321 0000 0001 5668"
            assert all((status, why, who, step))


async def test_what_is_old_says_how_old(qloop: QEventLoop, qtbot: QtBot) -> None:
    old = a_moment(2026, 6, 12, 9)
    async with a_desk() as (_, context):
        dock = a_dock(context, qtbot)
        dock.show_card(a_card_row(stamps=Stamps(old, old, old), usage_as_of=a_moment(2026, 6, 13)))
        assert dock.headline.words()[-1] == "Status as of 12 Jun 2026 09:00, 3 days old."
        assert dock.basic.stamps()["Traffic"] == "as of 12 Jun 2026 24:00, 2 days old"
        dock.show_card(a_card_row(stamps=Stamps(a_moment(), None, None, a_moment(2026, 6, 14, 3))))
        assert dock.headline.words()[-1] == ("Not in the provider's list since 14 Jun 2026 03:00.")


async def test_every_control_has_a_name(qloop: QEventLoop, qtbot: QtBot) -> None:
    smart = a_card_row(id=3, carrier=Carrier.VNO, details=some_details(sub_cards=(a_sub_card(),)))
    async with a_desk(smart) as (_, context):
        dock = a_dock(context, qtbot)
        dock.show_card(smart)
        for tab in Tab:
            dock.open_tab(tab)
            assert unnamed_controls(dock) == []
        await until(lambda: dock.traffic.chart.plot is not None)

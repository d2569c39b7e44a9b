"""Small things in the details that hands reach for: copy, try again, hide, share bars."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from qasync import QEventLoop

from simdesk.models.changes import CardsChanged
from simdesk.models.errors import KnownError
from simdesk.models.texts import text
from simdesk.models.usage import CardUsage, CarrierShare
from simdesk.models.voucher import Carrier
from simdesk.ui import theme
from simdesk.ui.details.dock import DetailsDock
from simdesk.ui.details.fact_line import FactLine
from simdesk.ui.details.sub_cards import SubCardsTab
from simdesk.ui.details.traffic import TrafficTab
from simdesk.ui.details.traffic_parts import ShareBar
from tests.factories import a_card_row, a_moment, a_sub_card, some_details
from tests.ui.details.fakes import FakeDesk, a_context, a_desk, steady_usage, until

pytestmark = pytest.mark.usefixtures("dressed")

ONE = a_card_row(id=1)
NO_ANSWER = KnownError(text("The provider does not answer."), text("Try again later."))


def button(within: QWidget, name: str) -> QPushButton | QToolButton:
    for kind in (QPushButton, QToolButton):
        for found in within.findChildren(kind):
            if found.accessibleName() == name:
                return found
    raise AssertionError(f"no button “{name}”")


async def test_the_number_in_the_headline_is_copied_whole(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk(ONE) as (_, context):
        dock = DetailsDock(context)
        qtbot.addWidget(dock)
        dock.show_card(ONE)
        button(dock, "Copy ICCID").click()
        assert QGuiApplication.clipboard().text() == "89860321000000015668"
        assert context.messages.history[-1].words == "Copied ICCID"


def test_a_field_of_a_sub_card_is_copied_whole(qtbot: QtBot) -> None:
    context = a_context(FakeDesk())
    tab = SubCardsTab(context)
    qtbot.addWidget(tab)
    card = a_sub_card(msisdns=("1460993000001", "1460993000002"))
    tab.show_card(a_card_row(carrier=Carrier.VNO, details=some_details(sub_cards=(card,))))
    (line,) = (one for one in tab.findChildren(FactLine) if one.name == "MSISDN")
    line.copy_wanted.emit(line.name, line.value)
    assert QGuiApplication.clipboard().text() == "1460993000001\n1460993000002"
    assert context.messages.history[-1].words == "Copied MSISDN"


async def test_trying_again_takes_the_trouble_away_until_it_fails_again(
    qloop: QEventLoop, qtbot: QtBot
) -> None:
    async with a_desk(ONE) as (desk, context):
        desk.sync.trouble = NO_ANSWER
        dock = DetailsDock(context)
        qtbot.addWidget(dock)
        dock.show()
        dock.show_card(ONE)
        await until(lambda: not dock.trouble.isHidden())
        button(dock.trouble, "Try again to read this card").click()
        assert dock.trouble.isHidden()
        await until(lambda: not dock.trouble.isHidden())
        assert desk.sync.opened_ids == [1, 1]
        button(dock.trouble, "Hide this message").click()
        assert dock.trouble.isHidden()


async def test_what_changed_while_the_details_were_hidden_is_read_when_they_come_back(
    qloop: QEventLoop, qtbot: QtBot
) -> None:
    async with a_desk(ONE) as (desk, context):
        dock = DetailsDock(context)
        qtbot.addWidget(dock)
        dock.show()
        dock.show_card(ONE)
        await until(lambda: desk.cards.asked == ["row 1"])
        dock.hide()
        desk.cards.held[1] = a_card_row(id=1, remark="moved")
        desk.announcer.announce(CardsChanged(frozenset({1}), frozenset({"remark"})))
        await until(lambda: not dock._changed_timer.isActive())
        assert desk.cards.asked == ["row 1"]
        dock.show()
        await until(lambda: dock.basic.lines()["Remarks"] == "moved")
        await until(lambda: desk.sync.opened_ids == [1, 1])


def test_what_was_never_or_long_ago_read_says_so_beside_the_group(qtbot: QtBot) -> None:
    context = a_context(FakeDesk())
    dock = DetailsDock(context)
    qtbot.addWidget(dock)
    dock.basic.show_card(ONE, a_moment(2026, 6, 16, 10))
    stamps = dock.basic.stamps()
    assert stamps["On this desk"] == ""
    assert [words for words in stamps.values() if words.endswith("25 hours old")]


async def test_by_day_or_by_month_is_drawn_from_what_is_known(
    qloop: QEventLoop, qtbot: QtBot
) -> None:
    async with a_desk() as (_, context):
        tab = TrafficTab(context)
        qtbot.addWidget(tab)
        tab.show_card(ONE, a_moment())
        scale = next(one for one in tab.range.findChildren(QComboBox) if "By month" in _items(one))
        scale.setCurrentIndex(scale.findText("By month"))  # nothing is known yet: nothing drawn
        assert tab.readout == ""
        tab.show_usage(steady_usage(13))
        assert tab.range.by_month
        assert tab.readout == "587.0 MB in all"
        scale.setCurrentIndex(scale.findText("By day"))
        assert not tab.range.by_month
        assert tab.readout == "587.0 MB in all"


def _items(combo: QComboBox) -> list[str]:
    return [combo.itemText(place) for place in range(combo.count())]


async def test_a_picture_whose_chart_has_gone_meanwhile_is_not_written(
    qloop: QEventLoop, qtbot: QtBot, tmp_path: Path
) -> None:
    async with a_desk() as (_, context):
        tab = TrafficTab(context)
        qtbot.addWidget(tab)
        tab.show_card(ONE, a_moment())
        tab.show_usage(steady_usage(2))
        tab.show()
        await until(lambda: tab.chart.plot is not None)
        tab.range.picture.click()
        (dialog,) = tab.findChildren(QFileDialog)
        tab.show_usage(CardUsage(()))
        tab.show_card(a_card_row(id=2), a_moment())
        dialog.fileSelected.emit(str(tmp_path / "usage.png"))
        dialog.close()
        assert not context.tasks.busy("save chart picture")
        assert not (tmp_path / "usage.png").exists()


async def test_a_picture_that_cannot_be_written_is_told(
    qloop: QEventLoop, qtbot: QtBot, tmp_path: Path
) -> None:
    async with a_desk() as (_, context):
        tab = TrafficTab(context)
        qtbot.addWidget(tab)
        tab.show_card(ONE, a_moment())
        tab.show_usage(steady_usage(2))
        tab.show()
        await until(lambda: tab.chart.plot is not None)
        tab._on_file_selected(str(tmp_path / "nowhere" / "usage.png"))
        await until(lambda: context.messages.history)
        assert "its folder does not exist" in context.messages.history[-1].words


def _filled(bar: ShareBar) -> int:
    """Pixels of the bar in the accent colour."""
    picture = bar.grab().toImage()
    accent = QColor(theme.role("accent")).rgb()
    return sum(picture.pixel(x, 1) == accent for x in range(picture.width()))


@pytest.mark.parametrize(
    ("part", "low", "high"), [(0.0, 0, 0), (0.0001, 0, 3), (0.25, 45, 52), (1.0, 190, 200)]
)
def test_a_share_is_as_long_as_it_is_large(qtbot: QtBot, part: float, low: int, high: int) -> None:
    bar = ShareBar(part)
    qtbot.addWidget(bar)
    bar.resize(200, bar.height())
    assert low <= _filled(bar) <= high


def test_carriers_share_what_was_used_and_nothing_is_no_division(qtbot: QtBot) -> None:
    tab = TrafficTab(a_context(FakeDesk()))
    qtbot.addWidget(tab)
    tab.show_card(a_card_row(carrier=Carrier.VNO), a_moment())
    tab.show_usage(CardUsage((), (), (CarrierShare("CMCC", 0, None, None),)))
    bars = tab.findChildren(ShareBar)
    assert [_filled(bar) for bar in bars] == [0]

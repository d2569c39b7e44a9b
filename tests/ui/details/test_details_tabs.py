"""The tabs of the details, one by one."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog
from pytestqt.qtbot import QtBot
from qasync import QEventLoop

from simdesk.models.action import Action
from simdesk.models.capabilities import Capabilities
from simdesk.models.card import CardRow
from simdesk.models.periods import Month
from simdesk.models.usage import KB_PER_MB, ActivePlan, CardUsage, CarrierShare
from simdesk.models.voucher import Carrier, PlanType
from simdesk.ui.details.basic import BasicTab
from simdesk.ui.details.records import RecordsTab
from simdesk.ui.details.settings import SettingsTab
from simdesk.ui.details.sub_cards import SubCardsTab
from simdesk.ui.details.traffic import TrafficTab
from simdesk.ui.details.traffic_range import Span
from simdesk.ui.details.words import Words
from tests.factories import a_card_row, a_moment, a_sub_card, some_details, some_facts
from tests.ui.details.fakes import FakeDesk, a_context, a_desk, a_record, steady_usage, until

NOW = a_moment()


def words_of(tab: TrafficTab | SubCardsTab) -> list[str]:
    return [one.text() for one in tab.findChildren(Words) if one.isVisibleTo(tab) and one.text()]


# Basic information


def basic(qtbot: QtBot, row: CardRow) -> BasicTab:
    tab = BasicTab(a_context(FakeDesk()))
    qtbot.addWidget(tab)
    tab.show_card(row, NOW)
    return tab


def test_fields_of_a_card(qtbot: QtBot) -> None:
    lines = basic(qtbot, a_card_row(tags=("depot", "大连"), remark="北门仓库")).lines()
    assert lines["ICCID"] == "89860321000000015668"
    assert lines["Plan voucher"] == "CM_SC_M_2_100M"
    assert lines["In words"] == "China Mobile / Single-card / Month / rate 2 / 100 MB"
    assert lines["Left in cycle"] == "87.9 MB (88 %)"
    assert lines["Card type"] == "Pluggable, triple-cut, consumer (nano)"
    assert lines["Plan expires"] == "31 Oct 2026 23:59"
    assert lines["Tags"] == "depot, 大连"
    assert lines["Remarks"] == "北门仓库"
    assert lines["Private segment"] == ""


@pytest.mark.parametrize(
    ("name", "shown_for"),
    [
        ("Pool ID", {PlanType.UP, PlanType.UPG}),
        ("Plan expires", {PlanType.SC, PlanType.SCD, PlanType.SF, PlanType.SFD}),
        ("Data tier", {PlanType.SC, PlanType.SCD, PlanType.SF, PlanType.SFD}),
        ("Left in cycle", {PlanType.SC, PlanType.SCD}),
    ],
)
def test_a_field_is_left_out_where_a_plan_cannot_have_it(
    qtbot: QtBot, name: str, shown_for: set[PlanType]
) -> None:
    found = {kind for kind in PlanType if name in basic(qtbot, a_card_row(plan_type=kind)).lines()}
    assert found == shown_for


def test_what_differs_at_the_provider_is_listed(qtbot: QtBot) -> None:
    row = a_card_row(facts=some_facts(tags=("old",), remark="theirs"), tags=("new",), remark="ours")
    lines = basic(qtbot, row).lines()
    assert (lines["Tags"], lines["Tags at the provider"]) == ("new", "old")
    assert (lines["Remarks"], lines["Remarks at the provider"]) == ("ours", "theirs")
    assert "Tags at the provider" not in basic(qtbot, a_card_row(tags=("new",))).lines()


def test_details_that_were_never_read_say_so(qtbot: QtBot) -> None:
    tab = basic(qtbot, a_card_row(details=None))
    assert tab.line("Device IMEI").shown == "not read yet"
    assert tab.line("Private segment").shown == "—"


def test_a_voucher_that_cannot_be_read_has_no_words(qtbot: QtBot) -> None:
    lines = basic(qtbot, a_card_row(voucher="???")).lines()
    assert lines["Plan voucher"] == "???"
    assert "In words" not in lines


@pytest.mark.parametrize("how", ["click", "enter", "copy"])
def test_a_value_is_copied_whole(qtbot: QtBot, how: str) -> None:
    tab = basic(qtbot, a_card_row())
    tab.show()
    line = tab.line("ICCID")
    assert line.shown == "8986 0321 0000 0001 5668"
    if how == "click":
        qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    elif how == "enter":
        qtbot.keyClick(line, Qt.Key.Key_Return)
    else:
        qtbot.keyClick(line, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "89860321000000015668"


def test_a_line_speaks_its_field_and_value(qtbot: QtBot) -> None:
    tab = basic(qtbot, a_card_row())
    assert tab.line("ICCID").accessibleName() == "ICCID: 89860321000000015668"
    assert tab.line("Private segment").accessibleName() == "Private segment: none"


# Settings


def settings(qtbot: QtBot, row: CardRow, capabilities: Capabilities | None = None) -> SettingsTab:
    desk = FakeDesk()
    desk.cards.capabilities = capabilities or desk.cards.capabilities
    tab = SettingsTab(a_context(desk))
    qtbot.addWidget(tab)
    tab.show_card(row, NOW)
    return tab


MB = KB_PER_MB


@pytest.mark.parametrize(
    ("own", "inherited", "value"),
    [
        (None, None, "No limit"),
        (None, 200 * MB, "200.0 MB a month, from its plan voucher"),
        (500 * MB, None, "500.0 MB a month, the card's own limit"),
        (500 * MB, 200 * MB, "500.0 MB a month, the card's own limit"),
    ],
)
def test_the_limit_and_where_it_comes_from(
    qtbot: QtBot, own: int | None, inherited: int | None, value: str
) -> None:
    details = some_details(card_limit_kb=own, voucher_limit_kb=inherited)
    tab = settings(qtbot, a_card_row(plan_type=PlanType.SF, details=details))
    shown, meaning, blocked = tab.limit.words()
    assert shown == value
    assert ("Its plan voucher says 200.0 MB" in meaning) == (own is not None and bool(inherited))
    assert blocked == ""
    assert tab.limit.button.isEnabled()


def test_what_cannot_be_changed_says_why(qtbot: QtBot) -> None:
    single = settings(qtbot, a_card_row(plan_type=PlanType.SC))
    assert single.limit.words()[2] == "Usage limits apply to same-tier and pooled plans only."
    assert not single.limit.button.isEnabled()
    pooled = settings(qtbot, a_card_row(plan_type=PlanType.UP))
    assert pooled.renewal.words()[2] == "Pooled plans have no expiry to renew."
    busy = settings(qtbot, a_card_row(plan_type=PlanType.SF, pending="suspend"))
    assert busy.limit.words()[2] == "An operation on this card is under way."
    poor = settings(qtbot, a_card_row(), Capabilities(frozenset({Action.SUSPEND})))
    assert poor.rebind.words()[2] == "This provider does not offer it."


def test_details_not_read_are_not_taken_for_off(qtbot: QtBot) -> None:
    tab = settings(qtbot, a_card_row(plan_type=PlanType.SF, details=None))
    assert tab.limit.words()[0] == "Not read yet"
    assert tab.rebind.words()[0] == "Not read yet"


def test_changes_are_asked_for_not_made(qtbot: QtBot) -> None:
    row = a_card_row(id=7, plan_type=PlanType.SF, details=some_details(auto_rebind=True))
    tab = settings(qtbot, row)
    limits: list[int] = []
    actions: list[str] = []
    tab.limit_wanted.connect(limits.append)
    tab.action_wanted.connect(actions.append)
    tab.limit.button.click()
    tab.renewal.button.click()
    tab.rebind.button.click()
    tab.show_card(a_card_row(id=7, plan_type=PlanType.SF, auto_renew=True), NOW)
    tab.renewal.button.click()
    assert limits == [7]
    assert actions == ["card.auto_renew_on", "card.auto_rebind", "card.auto_renew_off"]


# Sub-cards


def test_sub_cards_are_listed_one_after_the_other(qtbot: QtBot) -> None:
    tab = SubCardsTab(a_context(FakeDesk()))
    qtbot.addWidget(tab)
    subs = (a_sub_card(), a_sub_card(carrier=Carrier.CTCC, specific=500, status=35))
    tab.show_card(a_card_row(carrier=Carrier.VNO, details=some_details(sub_cards=subs)))
    words = words_of(tab)
    assert words.count("ICCID") == 2
    assert "China Telecom" in words
    assert "Suspended (device change)" in words
    tab.show_card(a_card_row(carrier=Carrier.VNO, details=some_details(sub_cards=subs[:1])))
    assert "China Telecom" not in words_of(tab)
    tab.show_card(a_card_row(carrier=Carrier.VNO, details=None))
    assert words_of(tab) == ["Not read yet."]


def test_a_sub_card_of_an_unknown_status_shows_the_code(qtbot: QtBot) -> None:
    tab = SubCardsTab(a_context(FakeDesk()))
    qtbot.addWidget(tab)
    sub = a_sub_card(specific=999, status=99)
    tab.show_card(a_card_row(carrier=Carrier.VNO, details=some_details(sub_cards=(sub,))))
    assert "999" in words_of(tab)


def a_smart_card(*specifics: int) -> CardRow:
    subs = tuple(
        a_sub_card(
            iccid=f"8986012100000002566{place}", msisdns=(f"146099300000{place}",), specific=one
        )
        for place, one in enumerate(specifics)
    )
    return a_card_row(carrier=Carrier.VNO, details=some_details(sub_cards=subs))


def test_ticked_sub_cards_are_acted_on_by_their_own_status(qtbot: QtBot) -> None:
    tab = SubCardsTab(a_context(FakeDesk()))
    qtbot.addWidget(tab)
    tab.show_card(a_smart_card(100, 200, 500))
    buttons, wanted = tab.bar.buttons, []
    tab.act_wanted.connect(lambda *told: wanted.append(told))

    def able() -> list[str]:
        return [action.value for action, button in buttons.items() if button.isEnabled()]

    assert able() == []
    assert "Tick sub-cards" in words_of(tab)[0]
    ticks = [block.tick for block in tab.blocks]
    ticks[0].click()
    assert able() == ["suspend"]
    ticks[1].click()
    assert able() == []
    assert buttons[Action.SUSPEND].text() == "Suspend 2…"
    assert "Manually Deactivated" in buttons[Action.SUSPEND].toolTip()
    assert "Manually Deactivated" in words_of(tab)[0]
    ticks[0].click()
    assert able() == ["resume"]
    buttons[Action.RESUME].click()
    assert wanted == [(1, Action.RESUME, ("1460993000001",))]
    ticks[1].click()
    ticks[2].click()
    assert able() == ["resume_use"]
    assert buttons[Action.RESUME_USE].accessibleName() == "Resume Use…"


def test_another_card_begins_without_ticks(qtbot: QtBot) -> None:
    tab = SubCardsTab(a_context(FakeDesk()))
    qtbot.addWidget(tab)
    tab.show_card(a_smart_card(100))
    tab.blocks[0].tick.click()
    tab.show_card(a_smart_card(200))
    assert len(tab.chosen) == 1  # the same sub-card, read again
    other = a_smart_card(100)
    assert other.details is not None
    subs = (a_sub_card(iccid="89860121000000099999"),)
    tab.show_card(replace(other, id=2, details=replace(other.details, sub_cards=subs)))
    assert tab.chosen == ()
    tab.show_card(replace(other, details=None))
    assert not tab.bar.isVisibleTo(tab)


# Records


def test_records_are_read_aloud_and_copied_in_one_line(qtbot: QtBot) -> None:
    tab = RecordsTab()
    qtbot.addWidget(tab)
    tab.resize(360, 300)
    tab.show()
    tab.show_records((a_record("Suspended", "By hand"), a_record("Activated")))
    assert tab.words == ""
    first = "15 Jun 2026 09:00 · Suspended · By hand · li.wei · Done"
    assert tab.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == first
    tab.list.selectAll()
    qtbot.keyClick(tab.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        f"{first}\n15 Jun 2026 09:00 · Activated · li.wei · Done"
    )


def test_a_long_record_gets_the_height_it_needs(qtbot: QtBot) -> None:
    tab = RecordsTab()
    qtbot.addWidget(tab)
    tab.resize(360, 600)
    tab.show()
    tab.show_records((a_record("Remark changed", "很长的备注" * 40), a_record("Activated")))
    long, short = (tab.list.visualRect(tab.model.index(row, 0)).height() for row in (0, 1))
    assert long > 3 * short
    assert not tab.list.horizontalScrollBar().isVisible()


def test_the_record_model_keeps_qt_s_rules(qtbot: QtBot, qtmodeltester: object) -> None:
    tab = RecordsTab()
    qtbot.addWidget(tab)
    tab.show_records((a_record("Activated"),))
    qtmodeltester.check(tab.model)  # type: ignore[attr-defined]  # pytest-qt's fixture


# Traffic information


async def test_two_months_are_shown_first_any_range_on_request(
    qloop: QEventLoop, qtbot: QtBot
) -> None:
    async with a_desk() as (_, context):
        tab = TrafficTab(context)
        qtbot.addWidget(tab)
        wanted: list[tuple[Month, Month]] = []
        tab.usage_wanted.connect(lambda first, last: wanted.append((first, last)))
        tab.show_card(a_card_row(), NOW)
        assert tab.months() == (Month(2026, 5), Month(2026, 6))
        tab.range.look_back(Span.THIRTEEN)
        assert tab.range.by_month
        tab.range.look_back(Span.ALL)
        tab.range.choose_months(Month(2026, 1), Month(2026, 2))
        assert not tab.range.by_month
        assert wanted[0] == (Month(2025, 6), Month(2026, 6))
        assert wanted[1] == (Month(2025, 10), Month(2026, 6))
        assert wanted[-1] == (Month(2026, 1), Month(2026, 2))


async def test_the_first_month_never_comes_after_the_last(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (_, context):
        tab = TrafficTab(context)
        qtbot.addWidget(tab)
        tab.show_card(a_card_row(), NOW)
        tab.range.choose_months(Month(2026, 1), Month(2026, 3))
        first, last = tab.range.findChildren(QComboBox)[2:4]
        assert first.accessibleName() == "First month"
        first.setCurrentIndex(first.findText("May 2026"))
        first.activated.emit(first.currentIndex())
        assert tab.months() == (Month(2026, 5), Month(2026, 5))
        last.setCurrentIndex(last.findText("February 2026"))
        last.activated.emit(last.currentIndex())
        assert tab.months() == (Month(2026, 2), Month(2026, 2))
        tab.show_card(a_card_row(id=2, opened_at=a_moment(2026, 4, 3)), NOW)
        first_month, last_month = tab.months()
        assert Month(2026, 4) <= first_month <= last_month


async def test_the_chart_in_words(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (_, context):
        tab = TrafficTab(context)
        qtbot.addWidget(tab)
        tab.show_card(a_card_row(), NOW)
        tab.show_usage(steady_usage(13))
        assert tab.chart.accessibleDescription().splitlines() == [
            "May 2026: 406.0 MB over 31 days, most 34.0 MB on 10 May 2026.",
            "June 2026: 181.0 MB over 14 days, most 35.0 MB on 10 Jun 2026.",
        ]
        assert tab.readout == "587.0 MB in all"
        tab.show()
        await until(lambda: tab.chart.plot is not None)
        assert tab.chart.plot is not None
        tab.chart.plot.point_at(9)
        assert tab.readout == "10 May 2026: 34.0 MB"
        tab.range.look_back(Span.SIX)
        tab.show_usage(steady_usage(13))
        tab.chart.plot.point_at(0)
        assert tab.readout == "January 2026: 414.0 MB"
        tab.chart.plot.point_at(-1)
        assert tab.readout.endswith("in all")


async def test_no_usage_at_all_is_said_in_words(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (_, context):
        tab = TrafficTab(context)
        qtbot.addWidget(tab)
        tab.show_card(a_card_row(), NOW)
        tab.show_usage(CardUsage(()))
        assert tab.chart.accessibleDescription() == (
            "No usage is known for these months. Try a longer time range."
        )
        assert tab.readout == ""
        assert "No plan runs on this card." in words_of(tab)


async def test_plans_and_shares_below_the_chart(qloop: QEventLoop, qtbot: QtBot) -> None:
    async with a_desk() as (_, context):
        tab = TrafficTab(context)
        qtbot.addWidget(tab)
        plans = (
            ActivePlan("CM_SF_M_2_100M", date(2026, 6, 1), date(2026, 6, 30), 100 * MB),
            ActivePlan("Add-on", date(2026, 7, 1), date(2026, 7, 31), None, "queued by rule"),
        )
        shares = (
            CarrierShare("CMCC", 900, 20, 35),
            CarrierShare("CUCC", 300, None, None),
            CarrierShare("XYZ", 0, 0, None),
        )
        tab.show_card(a_card_row(carrier=Carrier.VNO), NOW)
        tab.show_usage(CardUsage((), plans, shares))
        words = words_of(tab)
        assert "Running · 1 Jun 2026 to 30 Jun 2026" in words
        assert "Queued · 1 Jul 2026 to 31 Jul 2026" in words
        assert "signal 20 of 31 (-73 dBm), delay 35 ms" in words
        assert "no signal reading" in words
        assert "XYZ" in words
        named = [one.accessibleName() for one in tab.findChildren(type(tab.widget()))]
        assert "China Mobile: 900 KB · 75.0%. signal 20 of 31 (-73 dBm), delay 35 ms" in named
        tab.show_card(a_card_row(id=2), NOW)
        tab.show_usage(CardUsage((), plans))
        assert "Carriers" not in words_of(tab)


async def test_the_chart_is_saved_as_a_picture(
    qloop: QEventLoop, qtbot: QtBot, tmp_path: Path
) -> None:
    async with a_desk() as (_, context):
        tab = TrafficTab(context)
        qtbot.addWidget(tab)
        tab.show_card(a_card_row(), NOW)
        tab.range.picture.click()
        assert context.messages.history[-1].words == "There is no chart to save yet."
        tab.show_usage(steady_usage(2))
        tab.show()
        await until(lambda: tab.chart.plot is not None)
        tab.range.picture.click()
        (dialog,) = tab.findChildren(QFileDialog)
        assert dialog.selectedFiles()[0].endswith("89860321000000015668-usage.png")
        dialog.fileSelected.emit(str(tmp_path / "usage.png"))
        dialog.close()
        await until(lambda: "Saved usage.png" in context.messages.history[-1].words)
        assert (tmp_path / "usage.png").read_bytes().startswith(b"\x89PNG")

"""Automation rules of a card: what concerns it, what was recorded, and what came before."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from simdesk.models.changes import RulesChanged
from simdesk.models.errors import KnownError
from simdesk.models.rules import Group, GroupKind, PoolShare, RuleDraft
from simdesk.models.texts import text
from simdesk.services.rule_rows import CardRule
from simdesk.ui.details.automation import AutomationTab
from simdesk.ui.details.automation_model import PAGE, AutomationModel
from simdesk.ui.details.dock import DetailsDock, Tab
from tests.factories import a_card_row
from tests.ui.details.fakes import a_desk, announce, unnamed_controls, until
from tests.ui.pages.rule_rows import A_RULE, a_record

ONE = a_card_row(id=1, tags=("depot",), voucher="CM_SC_M_2_100M")
TWO = a_card_row(id=2, instance_id="2")
USAGE = CardRule(1, "Usage", A_RULE, (a_record(1, told=True), a_record(2)))
OFF = CardRule(2, "Off", replace(A_RULE, id=2, name="Off", enabled=False), ())
GONE = CardRule(3, "", None, (a_record(5, told=True),))
POOL_GROUP = Group(GroupKind.VOUCHER, "CM_SF_M_2_100M")
POOL_DRAFT = RuleDraft("Pool", POOL_GROUP, PoolShare(90))
POOL = CardRule(4, "Pool", replace(A_RULE, id=4, name="Pool", draft=POOL_DRAFT), ())


def tree(model: AutomationModel, parent: QModelIndex | None = None) -> list[Any]:
    """Every row as its words, with what is below it."""
    at = QModelIndex() if parent is None else parent
    found: list[Any] = []
    for row in range(model.rowCount(at)):
        words = tuple(str(model.index(row, column, at).data()) for column in range(3))
        below = tree(model, model.index(row, 0, at))
        found.append((words, below) if below else words)
    return found


async def test_rules_and_records_are_listed(qloop: Any, qtbot: Any) -> None:
    async with a_desk(ONE) as (_, context):
        tab = AutomationTab(context)
        qtbot.addWidget(tab)
        tab.resize(340, 400)
        tab.show()
        QAbstractItemModelTester(
            tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal, tab
        )
        tab.show_rules(ONE, (USAGE, OFF, GONE))
        about = "All cards · used in the cycle ≥ 100.0 MB · Once per plan cycle"
        assert tree(tab.model) == [
            (
                ("Usage", "", "On"),
                [
                    (about, "", ""),
                    ("15 Jun 2026 08:00", "101.0 MB", "Notified"),
                    ("15 Jun 2026 07:00", "102.0 MB", "Told before"),
                ],
            ),
            (("Off", "", "Off"), [(about, "", ""), ("Nothing recorded yet", "", "")]),
            (
                ("A deleted rule", "", "Deleted"),
                [("Deleted", "", ""), ("15 Jun 2026 04:00", "105.0 MB", "Notified")],
            ),
        ]
        assert tab.words == ""
        assert unnamed_controls(tab) == []
        assert not tab.grab().isNull()
        tab.show_rules(ONE, ())
        assert tab.words == "No automation rule concerns this card."


async def test_what_was_shut_stays_shut_on_the_same_card(qloop: Any, qtbot: Any) -> None:
    async with a_desk(ONE) as (_, context):
        tab = AutomationTab(context)
        qtbot.addWidget(tab)
        tab.show_rules(ONE, (USAGE, OFF))

        def open_ones() -> list[bool]:
            return [tab.tree.isExpanded(tab.model.index(row, 0)) for row in range(2)]

        assert open_ones() == [True, True]
        tab.tree.setExpanded(tab.model.index(0, 0), False)
        tab.show_rules(ONE, (USAGE, OFF))
        assert open_ones() == [False, True]
        tab.show_rules(TWO, (USAGE, OFF))
        assert open_ones() == [True, True]


async def test_older_records_are_read_on_demand(qloop: Any, qtbot: Any) -> None:
    records = tuple(a_record(number) for number in range(2 * PAGE + 3))
    async with a_desk(ONE) as (desk, context):
        desk.automation.older = {1: records, 4: records}
        tab = AutomationTab(context)
        qtbot.addWidget(tab)
        QAbstractItemModelTester(
            tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal, tab
        )
        tab.show_rules(
            ONE, (replace(USAGE, records=records[:PAGE]), replace(POOL, records=records[:PAGE]))
        )
        for place in range(2):
            head = tab.model.index(place, 0)
            for count in (2 * PAGE, 2 * PAGE + 3):
                last = tab.model.index(tab.model.rowCount(head) - 1, 0, head)
                assert last.data() == "Older records…"
                tab.tree.activated.emit(last)
                await until(
                    lambda place=place, count=count: (
                        tab.model.last_record((1, 4)[place])[0] == count
                    )
                )
            last = tab.model.index(tab.model.rowCount(head) - 1, 0, head)
            assert last.data() == "13 Jun 2026 15:00"
            tab.tree.activated.emit(last)  # a record asks for nothing
        assert [asked[0] for asked in desk.automation.asked] == ["older", "older", "pool", "pool"]


async def test_a_line_is_copied_whole(qloop: Any, qtbot: Any) -> None:
    async with a_desk(ONE) as (_, context):
        tab = AutomationTab(context)
        qtbot.addWidget(tab)
        tab.show_rules(ONE, (USAGE,))
        head = tab.model.index(0, 0)
        tab.tree.setCurrentIndex(tab.model.index(1, 0, head))
        qtbot.keyClick(tab.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text() == (
            "15 Jun 2026 08:00 · used in the cycle ≥ 100.0 MB · 101.0 MB · Notified"
        )


def a_dock(context: Any, qtbot: Any) -> DetailsDock:
    dock = DetailsDock(context)
    qtbot.addWidget(dock)
    dock.show()
    return dock


async def test_the_dock_reads_rules_when_they_are_looked_at(qloop: Any, qtbot: Any) -> None:
    async with a_desk(ONE, TWO) as (desk, context):
        desk.automation.held = {1: (USAGE,)}
        dock = a_dock(context, qtbot)
        dock.show_card(ONE)
        await until(lambda: desk.sync.opened_ids)
        assert desk.automation.asked == []
        dock.open_tab(Tab.AUTOMATION)
        await until(lambda: dock.automation.words == "")
        assert desk.automation.asked == [(1, "CM_SC_M_2_100M", ("depot",))]
        dock.show_card(TWO)
        assert dock.automation.words == "Reading rules…"
        await until(lambda: dock.automation.words == "No automation rule concerns this card.")
        desk.automation.held[2] = (OFF,)
        announce(context, RulesChanged())
        await until(lambda: dock.automation.words == "")
        assert tree(dock.automation.model)[0][0] == ("Off", "", "Off")


async def test_rules_that_cannot_be_read_are_told_on_top(qloop: Any, qtbot: Any) -> None:
    async with a_desk(ONE) as (desk, context):
        desk.automation.trouble = KnownError(text("The disk is full."), text("Make room."))
        dock = a_dock(context, qtbot)
        dock.show_card(ONE)
        dock.open_tab(Tab.AUTOMATION)
        await until(lambda: not dock.trouble.isHidden())
        assert dock.trouble.words.startswith("Its automation rules could not be read.")

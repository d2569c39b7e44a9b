"""The Notifications page over a real desk: what was told, its cards, what is read."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from simdesk.models.filter_text import filter_text
from simdesk.models.rules import CycleUsage, Group, GroupKind, PoolShare, Push
from simdesk.models.texts import text
from simdesk.models.voucher import PlanType
from simdesk.services.rule_rows import NoticeRow
from simdesk.ui.pages.notifications import NotificationsPage, notifications_model
from tests.factories import a_moment
from tests.services.test_automation import Stage, fleet
from tests.ui.details.fakes import unnamed_controls
from tests.ui.fakes import until
from tests.ui.pages.rules_stage import rules_desk

POOL = Group(GroupKind.VOUCHER, "CM_SF_M_2_100M")


class Shown:
    def __init__(self, page: NotificationsPage, stage: Stage) -> None:
        self.page, self.stage = page, stage

    def table(self) -> list[tuple[str, ...]]:
        model = self.page.model
        return [
            tuple(str(model.index(row, column).data()) for column in (0, 2, 4, 5))
            for row in range(model.rowCount())
        ]

    async def shows(self, *rows: tuple[str, ...]) -> None:
        await until(lambda: self.table() == list(rows))


@asynccontextmanager
async def shown(folder: Path, qtbot: Any) -> AsyncIterator[Shown]:
    rows = fleet(3, plan_type=PlanType.SF)
    async with rules_desk(folder, rows) as (stage, context):
        page = NotificationsPage(context)
        qtbot.addWidget(page)
        page.resize(1200, 500)
        page.show()
        yield Shown(page, stage)


async def test_without_notifications_the_page_leads_to_the_rules(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with shown(tmp_path, qtbot) as view:
        await until(view.page.empty.isVisible)
        wished: list[bool] = []
        view.page.rules_wanted.connect(lambda: wished.append(True))
        view.page.empty.button.click()
        assert wished == [True]
        assert not view.page.open_action.isEnabled()


async def test_opening_one_shows_its_cards_and_marks_it(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with shown(tmp_path, qtbot) as view:
        await view.stage.rule(CycleUsage(100), name="Usage")
        view.stage.shares[POOL.value] = 95
        await view.stage.rule(PoolShare(90), POOL, name="Pool")
        await view.stage.rules.check()
        await view.shows(("New", "Usage", "", "3"), ("New", "Pool", POOL.value, "3"))
        page, wanted = view.page, []
        page.cards_wanted.connect(lambda question: wanted.append(filter_text(question)))
        assert page.facts.text() == "2 notifications, 2 not read"
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
        await view.shows(("Read", "Usage", "", "3"), ("New", "Pool", POOL.value, "3"))
        page.table.choose({page.model.rows[1].id})
        page.table.doubleClicked.emit(page.model.index(1, 0))
        await view.shows(("Read", "Usage", "", "3"), ("Read", "Pool", POOL.value, "3"))
        # A pool's notification opens the cards of its voucher.
        number = page.model.rows[0].id
        assert wanted == [
            f"notification:{number} cancelled:any",
            f"voucher:{POOL.value} cancelled:any",
        ]
        assert not page.read_action.isEnabled()
        assert unnamed_controls(page) == []
        assert not page.grab().isNull()


async def test_those_of_one_rule_can_be_shown_and_read_alone(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with shown(tmp_path, qtbot) as view:
        first = await view.stage.rule(CycleUsage(100), name="a", push=Push.CHECK)
        await view.stage.rule(CycleUsage(50), name="b", push=Push.CHECK)
        for hours in range(2):
            view.stage.now += timedelta(hours=hours)
            await view.stage.rules.check()
        everything = [("New", name, "", "3") for name in "baba"]
        await view.shows(*everything)
        assert not view.page.every_action.isEnabled()
        view.page.show_rule(first, "a")
        await view.shows(("New", "a", "", "3"), ("New", "a", "", "3"))
        assert view.page.facts.text().endswith("of the rule “a” alone")
        view.page.read_all_action.trigger()
        await view.shows(("Read", "a", "", "3"), ("Read", "a", "", "3"))
        view.page.every_action.trigger()
        states = ("New", "Read", "New", "Read")
        await view.shows(*((s, n, "", "3") for s, n in zip(states, "baba", strict=True)))
        view.page.read_all_action.trigger()
        await view.shows(*(("Read", name, "", "3") for name in "baba"))
        assert await view.stage.rules.unread() == 0


async def test_several_are_marked_together(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with shown(tmp_path, qtbot) as view:
        await view.stage.rule(CycleUsage(100), name="a", push=Push.CHECK)
        for _ in range(3):
            await view.stage.rules.check()
        await view.shows(*[("New", "a", "", "3")] * 3)
        view.page.table.choose({row.id for row in view.page.model.rows[:2]})
        assert not view.page.open_action.isEnabled()
        qtbot.keyClick(view.page.table, Qt.Key.Key_Space)
        await view.shows(*[("Read", "a", "", "3")] * 2, ("New", "a", "", "3"))


def test_the_model_keeps_the_rules_of_models(qapp: object) -> None:
    model = notifications_model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    row = NoticeRow(1, 1, "Rule", text("condition"), a_moment(), 3, True, None)
    model.show_rows([row])
    model.show_rows([row, row])
    model.show_rows([])

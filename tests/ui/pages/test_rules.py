"""The Rules page over a real desk: the list, its records, and every act on a rule."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from sqlalchemy import update

from simdesk.models.filters import CardFilter
from simdesk.models.rules import (
    EVERY_CARD,
    CycleUsage,
    Group,
    GroupKind,
    PoolShare,
    Push,
    RuleDraft,
)
from simdesk.models.voucher import PlanType
from simdesk.services.storage.tables import rule
from simdesk.ui.dialogs.delete_rule import DeleteRuleDialog
from simdesk.ui.dialogs.rule_editor import RuleEditor
from simdesk.ui.dialogs.rule_trial import RuleTrialDialog
from simdesk.ui.pages.rules import RulesPage
from simdesk.ui.pages.rules_columns import RECORD_COLUMNS, RULE_COLUMNS, records_model, rules_model
from tests.services.test_automation import Stage, fleet
from tests.ui.details.fakes import unnamed_controls
from tests.ui.fakes import until
from tests.ui.pages.rule_rows import A_RECORD, A_RULE, A_TOLD_RECORD
from tests.ui.pages.rules_stage import rules_desk

POOL = Group(GroupKind.VOUCHER, "CM_SF_M_2_100M")


class Shown:
    def __init__(self, page: RulesPage, stage: Stage) -> None:
        self.page, self.stage = page, stage

    async def lists(self, *names: str) -> None:
        await until(lambda: tuple(row.name for row in self.page.model.rows) == names)

    def table(self, *columns: int) -> list[tuple[str, ...]]:
        model = self.page.model
        return [
            tuple(str(model.index(row, column).data()) for column in columns)
            for row in range(model.rowCount())
        ]

    def dialog(self, kind: type[Any]) -> Any:
        (found,) = [one for one in self.page.findChildren(kind) if one.isVisible()]
        return found


@asynccontextmanager
async def shown(folder: Path, qtbot: Any, cards: int = 3) -> AsyncIterator[Shown]:
    async with rules_desk(folder, fleet(cards)) as (stage, context):
        page = RulesPage(context)
        qtbot.addWidget(page)
        page.resize(1200, 600)
        page.show()
        yield Shown(page, stage)


async def test_the_list_says_what_each_rule_does_and_did(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with shown(tmp_path, qtbot) as view:
        await view.stage.rule(CycleUsage(100), name="Usage")
        await view.stage.rules.create(
            RuleDraft("Depot", Group(GroupKind.TAG, "depot"), CycleUsage(1), Push.DAY)
        )
        await view.stage.rules.check()
        await view.lists("Depot", "Usage")
        await until(lambda: view.table(6)[1] != ("–",))
        assert view.table(*range(8)) == [
            (
                "Depot",
                "Off",
                "Tag depot",
                "used in the cycle ≥ 1.0 MB",
                "Once a day",
                "–",
                "–",
                "–",
            ),
            (
                "Usage",
                "On",
                "All cards",
                "used in the cycle ≥ 100.0 MB",
                "Once per plan cycle",
                "15 Jun 2026 09:00",
                "15 Jun 2026 09:00",
                "3",
            ),
        ]
        assert view.page.facts.text() == "2 rules, 1 switched on"
        view.page.choose({view.page.model.rows[0].id})
        assert view.page.detail.text().startswith("After each sync: when a card tagged “depot”")
        assert view.page.switch_action.text() == "Switch on…"
        assert unnamed_controls(view.page) == []
        assert not view.page.grab().isNull()


async def test_a_rule_shows_its_records_and_they_their_cards(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with shown(tmp_path, qtbot) as view:
        number = await view.stage.rule(CycleUsage(100), name="Usage")
        page, wanted = view.page, []
        page.cards_wanted.connect(wanted.append)
        await view.lists("Usage")
        assert page.records._words.text() == "Nothing has met this rule yet."
        await view.stage.rules.check()
        records = page.records.model
        await until(lambda: records.rowCount() == 3)
        assert [str(records.index(0, column).data()) for column in range(5)] == [
            "15 Jun 2026 09:00",
            "89860321000000015668",
            "used in the cycle ≥ 100.0 MB",
            "120.0 MB",
            "Notified",
        ]
        page.records.table.activated.emit(records.index(1, 0))
        assert wanted == [CardFilter(card_ids=(2,))]
        told: list[tuple[int, str]] = []
        page.notifications_wanted.connect(lambda *given: told.append(given))
        page.notices_action.trigger()
        assert told == [(number, "Usage")]
        page.table.clearSelection()
        assert not page.records.isVisible()
        assert not page.edit_action.isEnabled()


async def test_more_records_are_read_as_one_scrolls(
    qloop: Any, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simdesk.ui.pages.rule_records._PAGE", 40)
    async with shown(tmp_path, qtbot, cards=100) as view:
        await view.stage.rule(CycleUsage(100), name="Usage")
        await view.stage.rules.check()
        records = view.page.records
        await until(lambda: records.model.rowCount() == 40)
        for count in (80, 100):
            bar = records.table.verticalScrollBar()
            bar.setValue(bar.maximum())
            await until(lambda count=count: records.model.rowCount() == count)
            await asyncio.sleep(0.1)
            assert records.model.rowCount() == count  # and no further by itself
        assert [row.card_id for row in records.model.rows] == list(range(100, 0, -1))


async def test_a_pool_s_record_names_its_voucher(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with rules_desk(tmp_path, fleet(2, plan_type=PlanType.SF)) as (stage, context):
        page = RulesPage(context)
        qtbot.addWidget(page)
        page.show()
        stage.shares[POOL.value] = 93
        await stage.rule(PoolShare(90), POOL, name="Pool")
        await stage.rules.check()
        await until(lambda: page.records.model.rowCount() == 1)
        record = [str(page.records.model.index(0, column).data()) for column in (1, 3)]
        assert record == [POOL.value, "93 %"]
        page.records.table.activated.emit(page.records.model.index(0, 0))  # has no card
        assert not page.records.grab().isNull()


async def test_a_new_rule_is_written_tried_and_switched_on(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with shown(tmp_path, qtbot) as view:
        await until(view.page.empty.isVisible)
        view.page.empty.button.click()
        editor = view.dialog(RuleEditor)
        editor.name.setText("Usage 100")
        editor.confirm_button.click()
        await view.lists("Usage 100")
        await until(lambda: bool(view.page.findChildren(RuleTrialDialog)))
        assert view.table(1) == [("Off",)]
        trial = view.dialog(RuleTrialDialog)
        await until(lambda: trial.result_shown is not None)
        trial.confirm_button.click()
        await until(lambda: view.table(1) == [("On",)])
        await until(lambda: not view.page.findChildren(RuleTrialDialog))


async def test_a_rule_is_switched_off_at_once_and_on_after_a_look(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with shown(tmp_path, qtbot) as view:
        await view.stage.rule(CycleUsage(100), name="Usage")
        await until(lambda: view.table(1) == [("On",)])
        view.page.table.setFocus()
        qtbot.keyClick(view.page.table, Qt.Key.Key_Space)
        await until(lambda: view.table(1) == [("Off",)])
        qtbot.keyClick(view.page.table, Qt.Key.Key_Space)
        trial = view.dialog(RuleTrialDialog)
        assert trial.confirm_button.text() == "Switch on without looking"
        await until(lambda: trial.result_shown is not None)
        assert trial.confirm_button.text() == "Switch on"
        trial.safe_button.click()
        await until(lambda: not view.page.findChildren(RuleTrialDialog))
        assert view.table(1) == [("Off",)]


async def test_a_rule_is_deleted_after_a_question(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with shown(tmp_path, qtbot) as view:
        await view.stage.rule(CycleUsage(100), name="Usage")
        await view.stage.rule(CycleUsage(100), name="Zebra")
        await view.lists("Usage", "Zebra")
        view.page.delete_action.trigger()
        dialog = view.dialog(DeleteRuleDialog)
        assert dialog.windowTitle() == "Delete the rule “Usage”"
        dialog.safe_button.click()
        view.page.delete_action.trigger()
        view.dialog(DeleteRuleDialog).confirm_button.click()
        await view.lists("Zebra")


async def test_a_rule_that_cannot_be_read_says_so(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with shown(tmp_path, qtbot) as view:
        await view.stage.rule(CycleUsage(100), name="Odd")
        await view.stage.database.write(
            lambda one: one.execute(update(rule).values(condition_json="{}"))
        )
        view.page.load()
        await until(lambda: view.table(1) == [("Cannot be read",)])
        assert "The condition of the rule “Odd” cannot be read" in view.page.detail.text()
        assert not view.page.switch_action.isEnabled()
        assert not view.page.try_action.isEnabled()
        view.page.edit_action.trigger()  # written anew it is whole
        editor = view.dialog(RuleEditor)
        editor.try_next.setChecked(False)
        editor.confirm_button.click()
        await until(lambda: view.table(1) == [("Off",)])
        assert view.page.detail.text().startswith("After each sync")


def test_the_models_keep_the_rules_of_models(qapp: object) -> None:
    rules = rules_model()
    QAbstractItemModelTester(rules, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rules.show_rows([A_RULE])
    rules.show_rows([])
    records = records_model()
    QAbstractItemModelTester(records, QAbstractItemModelTester.FailureReportingMode.Fatal)
    records.show_rows([A_RECORD])
    records.append_rows([A_TOLD_RECORD])
    records.show_rows([])
    assert (rules.columnCount(), records.columnCount()) == (len(RULE_COLUMNS), len(RECORD_COLUMNS))
    assert A_RULE.group == EVERY_CARD

"""The rule editor: fields that adapt, a live sentence, what cannot be, what happens next."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication

from simdesk.models.rules import (
    EVERY_CARD,
    Condition,
    CycleUsage,
    ExpiresWithin,
    Group,
    GroupKind,
    PoolShare,
    Push,
    RuleDraft,
    RuleKind,
    StatusBecomes,
    TierShare,
)
from simdesk.models.status import SpecificStatus
from simdesk.services.rule_rows import RuleRow
from simdesk.ui.context import Context
from simdesk.ui.dialogs.rule_editor import RuleEditor
from simdesk.ui.dialogs.rule_trial import RuleTrialDialog
from tests.services.test_automation import Stage, fleet
from tests.ui.details.fakes import said_in, unnamed_controls
from tests.ui.fakes import until
from tests.ui.pages.rule_rows import A_RULE
from tests.ui.pages.rules_stage import rules_desk

S = SpecificStatus
SINGLE, POOL = "CM_SC_M_2_100M", "CM_SF_M_2_100M"


class Edited:
    def __init__(self, stage: Stage, context: Context, dialog: RuleEditor) -> None:
        self.stage, self.context, self.dialog = stage, context, dialog
        self.written: list[int] = []

    def kind(self, kind: RuleKind) -> None:
        self.dialog.kind.setCurrentIndex(list(RuleKind).index(kind))

    async def rules(self) -> list[tuple[str, bool]]:
        return [(row.name, row.enabled) for row in await self.stage.rules.list()]

    async def trials(self) -> list[RuleTrialDialog]:
        """The trial dialogs that stand open once the editor has gone; they are closed."""
        await until(lambda: not self.context.tasks.busy("write rule"))
        tops = QApplication.topLevelWidgets()
        found = [one for one in tops if isinstance(one, RuleTrialDialog) and one.isVisible()]
        for one in found:
            one.reject()
        return found


@asynccontextmanager
async def editor(
    folder: Path, row: RuleRow | None = None, stored: RuleDraft | None = None, *, on: bool = False
) -> AsyncIterator[Edited]:
    """The editor for a new rule, or for one that is stored (and on) as `stored` says."""
    rows = fleet(2, tags=("depot", "north"))
    async with rules_desk(folder, rows) as (stage, context):
        if stored is not None:
            number = await stage.rules.create(stored)
            await stage.rules.switch(number, on=on)
            (row,) = await stage.rules.list()
        written: list[int] = []
        dialog = RuleEditor(context, row, written=written.append)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        found = Edited(stage, context, dialog)
        found.written = written
        dialog.show()
        await until(lambda: not context.tasks.busy("rule editor"))
        try:
            yield found
        finally:
            await found.trials()
            dialog.deleteLater()


async def test_the_sentence_follows_what_is_filled_in(qloop: Any, tmp_path: Path) -> None:
    async with editor(tmp_path) as edited:
        dialog = edited.dialog
        assert dialog.says.text() == "The rule needs a name."
        assert not dialog.confirm_button.isEnabled()
        dialog.name.setText("Usage")
        assert dialog.says.text() == (
            "After each sync: when any card has used 100.0 MB or more in its plan cycle, "
            "tell me once per plan cycle of the card."
        )
        dialog.fields.usage.setValue(250)
        dialog.push.setCurrentIndex(1)
        assert "250.0 MB" in dialog.says.text()
        assert dialog.says.text().endswith("tell me once a day for each card.")
        assert dialog.confirm_button.isEnabled()
        assert unnamed_controls(dialog) == []
        assert not dialog.grab().isNull()


CONDITIONS: list[tuple[Condition, Group]] = [
    (CycleUsage(2_000_000), EVERY_CARD),
    (TierShare(80), Group(GroupKind.VOUCHER, SINGLE)),
    (PoolShare(95), Group(GroupKind.VOUCHER, POOL)),
    (StatusBecomes(frozenset({S.STOPPED, S.MANUAL})), Group(GroupKind.TAG, "depot")),
    (ExpiresWithin(30), EVERY_CARD),
]


@pytest.mark.parametrize(("condition", "group"), CONDITIONS)
async def test_a_rule_is_shown_as_it_was_written(
    qloop: Any, tmp_path: Path, condition: Condition, group: Group
) -> None:
    draft = RuleDraft("夜班", group, condition, Push.CHECK)
    row = replace(A_RULE, name="夜班", group=group, push=Push.CHECK, draft=draft)
    async with editor(tmp_path, row) as edited:
        assert edited.dialog.draft() == draft
        assert edited.dialog.confirm_button.isEnabled()


async def test_fields_adapt_to_the_rule_type(qloop: Any, tmp_path: Path) -> None:
    async with editor(tmp_path) as edited:
        fields = edited.dialog.fields
        shown = {
            RuleKind.USAGE: (fields.usage, fields.unit),
            RuleKind.STATUS: (fields.statuses,),
            RuleKind.EXPIRY: (fields.days,),
            RuleKind.POOL: (fields.pool,),
        }
        for kind in RuleKind:
            edited.kind(kind)
            for other, widgets in shown.items():
                assert all(one.isVisible() is (other is kind) for one in widgets)
        fields.usage.setValue(5_000)
        edited.kind(RuleKind.USAGE)
        fields.unit.setCurrentIndex(1)
        assert fields.condition() == TierShare(999)  # no more than a share can be


async def test_statuses_are_ticked_in_the_order_of_a_card_s_life(
    qloop: Any, tmp_path: Path
) -> None:
    async with editor(tmp_path) as edited:
        edited.dialog.name.setText("Held")
        edited.kind(RuleKind.STATUS)
        assert edited.dialog.says.text() == "Choose at least one status."
        statuses = edited.dialog.fields.statuses
        names = [statuses.item(row).text() for row in range(statuses.count())]
        assert names == [str(one.label) for one in S]
        for name in ("Stopped", "Manually Deactivated"):
            statuses.item(names.index(name)).setCheckState(Qt.CheckState.Checked)
        assert "has become Manually Deactivated or Stopped" in edited.dialog.says.text()


async def test_what_cannot_be_combined_is_greyed_out_and_says_why(
    qloop: Any, tmp_path: Path
) -> None:
    async with editor(tmp_path) as edited:
        dialog = edited.dialog
        dialog.name.setText("Pool")
        model = dialog.kind.model()
        assert isinstance(model, QStandardItemModel)

        def possible() -> list[bool]:
            return [model.item(place).isEnabled() for place in range(4)]

        assert possible() == [True, True, True, False]
        place = list(RuleKind).index(RuleKind.POOL)
        tip = dialog.kind.itemData(place, Qt.ItemDataRole.ToolTipRole)
        assert tip == "A pool belongs to one voucher: choose “plan voucher” as the group."
        edited.kind(RuleKind.POOL)
        assert dialog.says.text() == tip
        assert not dialog.confirm_button.isEnabled()
        dialog.group.show_group(Group(GroupKind.VOUCHER, SINGLE))
        assert "is a single-card plan: it has no pool" in dialog.says.text()
        dialog.group.value.setEditText(POOL)
        assert possible() == [True, True, True, True]
        assert dialog.confirm_button.isEnabled()
        dialog.group.value.setEditText("CU_UP_M_2_north")
        assert possible() == [True, True, False, True]


async def test_the_desk_s_vouchers_and_tags_are_offered(qloop: Any, tmp_path: Path) -> None:
    async with editor(tmp_path) as edited:
        group = edited.dialog.group
        assert not group.value.isVisible()
        for kind, names in ((GroupKind.TAG, ["depot", "north"]), (GroupKind.VOUCHER, [SINGLE])):
            group.kind.setCurrentIndex(list(GroupKind).index(kind))
            offered = [group.value.itemText(place) for place in range(group.value.count())]
            assert offered == names
            assert group.group() == Group(kind, "")
            assert "Choose the" in edited.dialog.says.text() or not edited.dialog.name.text()
        group.value.setCurrentIndex(0)
        assert group.group() == Group(GroupKind.VOUCHER, SINGLE)


async def test_a_new_rule_goes_on_to_a_try(qloop: Any, tmp_path: Path) -> None:
    async with editor(tmp_path) as edited:
        edited.dialog.name.setText(" Usage ")
        edited.dialog.confirm_button.click()
        trials = await edited.trials()
        assert [one.windowTitle() for one in trials] == ["Try “Usage” on history"]
        assert await edited.rules() == [("Usage", False)]
        (row,) = await edited.stage.rules.list()
        assert edited.written == [row.id]


async def test_it_can_be_left_off(qloop: Any, tmp_path: Path) -> None:
    async with editor(tmp_path) as edited:
        edited.dialog.name.setText("Usage")
        edited.dialog.try_next.setChecked(False)
        edited.dialog.confirm_button.click()
        assert await edited.trials() == []
        assert await edited.rules() == [("Usage", False)]


async def test_a_taken_name_is_said_in_the_dialog(qloop: Any, tmp_path: Path) -> None:
    async with editor(tmp_path) as edited:
        await edited.stage.rules.create(RuleDraft("Usage", EVERY_CARD, CycleUsage(1)))
        edited.dialog.name.setText("USAGE")
        edited.dialog.confirm_button.click()
        await until(lambda: bool(said_in(edited.dialog)))
        assert "A rule named “Usage” exists." in said_in(edited.dialog)
        edited.dialog.name.setText("Other")
        assert said_in(edited.dialog) == ""


STORED = RuleDraft("Usage", EVERY_CARD, CycleUsage(100))


async def test_another_name_leaves_a_rule_on(qloop: Any, tmp_path: Path) -> None:
    async with editor(tmp_path, stored=STORED, on=True) as edited:
        assert edited.dialog.try_next.isHidden()
        edited.dialog.name.setText("Other")
        edited.dialog.confirm_button.click()
        assert await edited.trials() == []
        assert await edited.rules() == [("Other", True)]


async def test_another_condition_switches_it_off_and_says_so(qloop: Any, tmp_path: Path) -> None:
    async with editor(tmp_path, stored=STORED, on=True) as edited:
        edited.dialog.fields.usage.setValue(50)
        assert edited.dialog.try_next.text().startswith("It is switched off now")
        edited.dialog.confirm_button.click()
        assert len(await edited.trials()) == 1
        assert await edited.rules() == [("Usage", False)]

"""Try on history: progress, stop, what it shows, and switching on with or without a look."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from simdesk.models.errors import KnownError
from simdesk.models.filters import CardFilter
from simdesk.models.rules import (
    EVERY_CARD,
    CycleUsage,
    Group,
    GroupKind,
    PoolShare,
    RuleDraft,
    StatusBecomes,
)
from simdesk.models.status import SpecificStatus
from simdesk.models.texts import text
from simdesk.models.usage import KB_PER_MB
from simdesk.models.voucher import PlanType
from simdesk.services.announcer import Announcer
from simdesk.services.rule_trials import TrialResult
from simdesk.ui.context import Context
from simdesk.ui.dialogs.rule_trial import RuleTrialDialog
from simdesk.ui.dialogs.rule_trial_columns import CardRow, cards_model, day_rows, days_model
from tests.factories import TODAY
from tests.services.storage.rule_desk import put_days
from tests.services.test_automation import Stage, fleet
from tests.ui.details.fakes import said_in, unnamed_controls
from tests.ui.fakes import a_context, until
from tests.ui.pages.rules_stage import rules_desk

USAGE = RuleDraft("Usage", EVERY_CARD, CycleUsage(100))
FIRST = TODAY.replace(day=1)


@asynccontextmanager
async def a_trial(
    folder: Path, draft: RuleDraft = USAGE, *, switching: bool = False, **cards: Any
) -> AsyncIterator[tuple[Stage, RuleTrialDialog, int]]:
    """Two cards: one at 90 MB a day from the 1st on, one at 30 MB a day from the 10th on."""
    async with rules_desk(folder, fleet(2, **cards)) as (stage, context):
        for card_id, days in ((1, [90] * 14), (2, [0] * 9 + [30] * 5)):
            kb = [mb * KB_PER_MB for mb in days]
            await stage.database.write(
                lambda one, card_id=card_id, kb=kb: put_days(one, card_id, FIRST, kb)
            )
        number = await stage.rules.create(draft)
        dialog = RuleTrialDialog(context, draft, number if switching else None)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.show()
        try:
            yield stage, dialog, number
        finally:
            dialog.reject()
            await until(lambda: not context.tasks.names())
            dialog.deleteLater()


def listed(dialog: RuleTrialDialog) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    def rows(model: Any) -> list[tuple[str, ...]]:
        return [
            tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
            for row in range(model.rowCount())
        ]

    return rows(dialog.days.list), rows(dialog.cards.list)


async def test_it_shows_which_cards_would_have_fired_when(qloop: Any, tmp_path: Path) -> None:
    async with a_trial(tmp_path) as (_, dialog, _number):
        assert dialog.confirm_button.isHidden()
        await until(lambda: dialog.cards.list.rowCount() == 2)
        assert dialog.summary.text() == (
            "From 18 Mar 2026 to 15 Jun 2026 it would have fired on 2 of 2 cards, "
            "on 13 days: 2 notifications."
        )
        days, cards = listed(dialog)
        assert days[:2] == [("All days", "2", "2"), ("3 Jun 2026", "1", "1")]
        assert days[-2:] == [("14 Jun 2026", "2", "1"), ("15 Jun 2026", "2", "0")]
        assert cards == [
            ("89860321000000015668", "3 Jun 2026", "180.0 MB", "13", "1"),
            ("89860321000000015668", "14 Jun 2026", "120.0 MB", "2", "1"),
        ]
        assert "days are not known" in dialog.notes.text()
        assert unnamed_controls(dialog) == []
        assert not dialog.grab().isNull()


async def test_a_day_shows_its_cards_and_they_open(qloop: Any, tmp_path: Path) -> None:
    async with a_trial(tmp_path) as (_, dialog, _number):
        wanted: list[CardFilter] = []
        dialog.cards_wanted.connect(wanted.append)
        await until(lambda: dialog.show_button.text() == "Show 2 cards")
        dialog.days.choose({date(2026, 6, 5)})
        await until(lambda: dialog.show_button.text() == "Show 1 card")
        assert [row.card.card_id for row in dialog.cards.list.rows] == [1]
        dialog.show_button.click()
        assert wanted == [CardFilter(card_ids=(1,))]
        assert not dialog.isVisible()


async def test_another_span_is_tried_at_once(qloop: Any, tmp_path: Path) -> None:
    async with a_trial(tmp_path) as (_, dialog, _number):
        await until(lambda: dialog.result_shown is not None)
        dialog.span.setCurrentIndex(3)
        await until(lambda: dialog.result_shown is not None)
        assert dialog.summary.text().startswith("From 9 Jun 2026 to 15 Jun 2026")
        dialog.start_button.click()
        assert dialog.start_button.text() == "Stop"
        await until(lambda: dialog.start_button.text() == "Try again")


async def test_a_rule_that_never_fired_says_so(qloop: Any, tmp_path: Path) -> None:
    never = RuleDraft("Never", EVERY_CARD, StatusBecomes(frozenset({SpecificStatus.ABNORMAL})))
    async with a_trial(tmp_path, never) as (_, dialog, _number):
        await until(lambda: dialog.result_shown is not None)
        assert dialog.summary.text() == (
            "From 18 Mar 2026 to 15 Jun 2026 it would not have fired once."
        )
        assert dialog.notes.text() == "No sync has observed a change yet."
        assert not dialog.days.isVisible()


async def test_a_pool_is_shown_by_its_share(qloop: Any, tmp_path: Path) -> None:
    pool = Group(GroupKind.VOUCHER, "CM_SF_M_2_100M")
    draft = RuleDraft("Pool", pool, PoolShare(400))
    async with a_trial(tmp_path, draft, plan_type=PlanType.SF) as (_, dialog, _number):
        await until(lambda: dialog.result_shown is not None)
        assert dialog.summary.text() == (
            "From 18 Mar 2026 to 15 Jun 2026 the pool would have met it on 6 days: 1 notifications."
        )
        days, cards = listed(dialog)
        # 90 MB a day, and 30 MB from the 10th on, of two cards with 100 MB each.
        assert (days[0], days[-1]) == (
            ("10 Jun 2026", "405 %", "Notified"),
            ("15 Jun 2026", "705 %", "Told before"),
        )
        assert (cards, dialog.cards.isVisible()) == ([], False)


async def test_of_some_pools_history_knows_nothing(qloop: Any, tmp_path: Path) -> None:
    pool = Group(GroupKind.VOUCHER, "CU_UP_M_2_north")
    draft = RuleDraft("Pool", pool, PoolShare(90))
    async with a_trial(tmp_path, draft, switching=True) as (_, dialog, _number):
        await until(lambda: dialog.result_shown is not None)
        assert dialog.summary.text() == "History knows nothing of this."
        assert "no daily figures are kept" in dialog.notes.text()
        assert dialog.confirm_button.text() == "Switch on"


async def test_switching_on_unseen_is_called_by_its_name(qloop: Any, tmp_path: Path) -> None:
    async with a_trial(tmp_path, switching=True) as (stage, dialog, _number):
        assert dialog.confirm_button.text() == "Switch on without looking"
        assert dialog.safe_button.text() == "Leave it off"
        dialog.confirm_button.click()
        await until(lambda: not dialog.isVisible())
        assert [row.enabled for row in await stage.rules.list()] == [True]


async def test_once_seen_it_is_just_switched_on(qloop: Any, tmp_path: Path) -> None:
    async with a_trial(tmp_path, switching=True) as (stage, dialog, _number):
        await until(lambda: dialog.result_shown is not None)
        assert dialog.confirm_button.text() == "Switch on"
        dialog.confirm_button.click()
        await until(lambda: not dialog.isVisible())
        assert [row.enabled for row in await stage.rules.list()] == [True]


class SlowAutomation:
    """Moves when the test says so; never answers."""

    def __init__(self) -> None:
        self.moved: Callable[[int, int], None] = lambda done, total: None
        self.cancelled = 0
        self.trouble: KnownError | None = None

    async def try_on_history(
        self, draft: RuleDraft, days: int, progress: Callable[[int, int], None]
    ) -> TrialResult:
        del draft, days
        self.moved = progress
        if self.trouble is not None:
            raise self.trouble
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        raise AssertionError


@asynccontextmanager
async def slow(
    trouble: KnownError | None = None,
) -> AsyncIterator[tuple[SlowAutomation, RuleTrialDialog, Context]]:
    automation = SlowAutomation()
    automation.trouble = trouble
    desk: Any = SimpleNamespace(automation=automation, announcer=Announcer())
    context = a_context(desk)
    dialog = RuleTrialDialog(context, USAGE, 1)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.show()
    try:
        yield automation, dialog, context
    finally:
        dialog.reject()
        await context.tasks.aclose()
        dialog.deleteLater()


async def test_progress_is_shown_and_it_can_be_stopped(qloop: Any) -> None:
    async with slow() as (automation, dialog, _context):
        assert dialog.bar.isVisible()
        assert dialog.summary.text() == "Reading the past…"
        await asyncio.sleep(0)
        automation.moved(4_000, 100_000)
        assert (dialog.bar.value(), dialog.bar.maximum()) == (4_000, 100_000)
        dialog.start_button.click()
        await until(lambda: automation.cancelled == 1)
        assert dialog.summary.text() == "Stopped."
        await until(lambda: not dialog.bar.isVisible())
        assert dialog.start_button.text() == "Try again"


async def test_closing_stops_it(qloop: Any) -> None:
    async with slow() as (automation, dialog, _context):
        await asyncio.sleep(0)
        dialog.reject()
        await until(lambda: automation.cancelled == 1)


async def test_what_fails_is_said_in_the_dialog(qloop: Any) -> None:
    trouble = KnownError(text("The disk is full."), text("Make room."))
    async with slow(trouble) as (_automation, dialog, context):
        await until(lambda: bool(said_in(dialog)))
        assert said_in(dialog) == "The disk is full. Make room."
        assert dialog.summary.text() == "It could not be tried."
        assert context.messages.history == []


async def test_the_models_keep_the_rules_of_models(qloop: Any, tmp_path: Path) -> None:
    async with rules_desk(tmp_path, fleet(1)) as (stage, _context):
        kb = [90 * KB_PER_MB] * 14
        await stage.database.write(lambda one: put_days(one, 1, FIRST, kb))
        result = await stage.rules.try_on_history(USAGE, 20)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    days, cards = days_model(of_pool=False), cards_model()
    QAbstractItemModelTester(days, mode)
    QAbstractItemModelTester(cards, mode)
    rows = day_rows(result)
    assert (rows[0].day, rows[1].day, rows[1].share) == (None, FIRST + timedelta(days=2), 1.0)
    days.show_rows(rows)
    cards.show_rows([CardRow("8986", one) for one in result.cards(5)])
    days.show_rows([])
    cards.show_rows([])

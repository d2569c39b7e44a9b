"""What the window says of operations on every page: interrupted ones, a badge, a ban, keys."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QPushButton

from simdesk.models.action import Action
from simdesk.models.changes import OperationsChanged
from simdesk.models.operations import (
    Hold,
    ItemState,
    OperationRow,
    OperationState,
    Request,
    count_by_state,
)
from simdesk.models.texts import text
from simdesk.services.operation_outcomes import PAUSED as BY_HAND
from simdesk.services.sending import Ban
from simdesk.ui import operations_watch
from simdesk.ui.held_bar import HeldBar
from simdesk.ui.sending_banner import SendingBanner
from tests.factories import a_moment
from tests.ui.fakes import FakeDesk, a_fleet, a_window, until

S = ItemState
RUNNING = OperationRow(
    "one",
    Request(Action.SUSPEND),
    OperationState.RUNNING,
    "li",
    a_moment(),
    None,
    {S.DONE: 2_481, S.PLANNED: 2_519},
)
PAUSED = replace(RUNNING, hold=Hold.PAUSED, hold_reason="SimDesk ended before all was sent.")
WAITING = replace(
    RUNNING,
    id="two",
    request=Request(Action.CANCEL),
    hold=Hold.WAITING,
    not_before=a_moment(2026, 6, 16, 9, 0),
    counts=count_by_state([S.PLANNED] * 12),
)
UNSURE = replace(
    RUNNING,
    id="three",
    state=OperationState.FINISHED,
    counts=count_by_state([S.NEEDS_HUMAN] * 3),
)
pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@pytest.fixture
def desk(tmp_path: Path) -> FakeDesk:
    return FakeDesk(tmp_path, a_fleet(20))


def moved(desk: FakeDesk, *rows: OperationRow) -> None:
    desk.operations.rows = rows
    desk.announcer.announce(OperationsChanged("one"))


def button(bar: HeldBar, words: str) -> QPushButton:
    return next(one for one in bar.findChildren(QPushButton) if one.text().startswith(words))


async def test_what_was_interrupted_asks_and_never_goes_on_by_itself(
    qloop: object, desk: FakeDesk
) -> None:
    desk.operations.rows = (PAUSED,)
    async with a_window(desk) as window:
        bar: HeldBar = window.operations.bar
        await until(bar.isVisible)
        assert bar.words == (
            "Suspend of 5,000 cards was interrupted at 2,481. SimDesk ended before all was sent."
        )
        assert window.findChildren(QDialog) == []
        assert desk.operations.done == []
        go_on = button(bar, "Continue")
        assert go_on.text() == go_on.accessibleName() == "Continue with 2,519 cards"
        go_on.click()
        go_on.click()
        await until(lambda: bool(desk.operations.done))
        assert desk.operations.done == [("carry on", "one")]
        moved(desk, RUNNING)
        await until(lambda: not bar.isVisible())
        moved(desk, replace(PAUSED, hold_reason="20 in a row were refused."))
        await until(bar.isVisible)
        assert bar.words == (
            "Suspend of 5,000 cards paused itself at 2,481. 20 in a row were refused."
        )
        button(bar, "Dismiss").click()
        assert not bar.isVisible()


async def test_several_take_one_line_that_leads_to_the_page(qloop: object, desk: FakeDesk) -> None:
    desk.operations.rows = (PAUSED, replace(PAUSED, id="four"))
    async with a_window(desk) as window:
        bar: HeldBar = window.operations.bar
        await until(bar.isVisible)
        assert bar.words == "2 operations stand still and wait for your word."
        assert not bar._go_on.isVisible()
        button(bar, "Show").click()
        await until(lambda: window._pages.get("operations") is not None)
        panel = window._pages["operations"]
        await until(lambda: panel.current is not None)
        assert panel.current.id == "one"


def test_what_was_told_or_done_by_hand_is_not_told_again(qtbot: Any) -> None:
    bar = HeldBar()
    qtbot.addWidget(bar)
    by_hand = replace(PAUSED, id="five", hold_reason=str(BY_HAND))
    shown = []
    for rows in (
        (RUNNING,),
        (by_hand,),  # whoever did it knows
        (by_hand, PAUSED),
    ):
        bar.show_rows(rows)
        shown.append((bar.isVisibleTo(None), bar.words))
    assert [visible for visible, _ in shown] == [False, False, True]
    assert "paused itself" in shown[-1][1]
    bar._on_dismiss_clicked()
    bar.show_rows((by_hand, PAUSED))
    assert not bar.isVisibleTo(None)
    bar.show_rows((by_hand, RUNNING))
    bar.show_rows((by_hand, PAUSED))  # it went on, and paused anew
    assert bar.isVisibleTo(None)


def test_at_the_start_what_was_paused_by_hand_is_told_too(qtbot: Any) -> None:
    bar = HeldBar()
    qtbot.addWidget(bar)
    bar.show_rows((replace(PAUSED, hold_reason=str(BY_HAND)),))
    assert bar.words == ("Suspend of 5,000 cards was interrupted at 2,481. Paused by the operator.")


async def test_the_badge_counts_what_waits_for_people(qloop: object, desk: FakeDesk) -> None:
    desk.operations.rows = (WAITING,)
    async with a_window(desk) as window:
        pane = window.navigation._buttons["operations"]
        await until(lambda: pane.text() == "Operations 12")
        assert pane.accessibleName() == "Operations · 12 cards wait and can be revoked"
        desk.operations.running = True
        moved(desk, WAITING, UNSURE, PAUSED)
        await until(lambda: pane.text() == "Operations 3")
        assert pane.accessibleName() == (
            "Operations · running, 1 paused, 12 cards wait and can be revoked,"
            " 3 cards need a person"
        )
        desk.operations.running = False
        moved(desk)
        await until(lambda: pane.text() == "Operations")


async def test_a_reading_that_takes_long_ends_whatever_moves_meanwhile(
    qloop: object, desk: FakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[asyncio.Event] = []

    async def slowly() -> tuple[OperationRow, ...]:
        begun.append(asyncio.Event())
        await begun[-1].wait()
        return (WAITING,)

    monkeypatch.setattr(operations_watch, "_SPACING_MS", 20)
    monkeypatch.setattr(desk.operations, "operations", slowly)
    async with a_window(desk) as window:
        await until(lambda: bool(begun))
        moved(desk)
        await asyncio.sleep(0.2)
        assert len(begun) == 1
        begun[0].set()
        pane = window.navigation._buttons["operations"]
        await until(lambda: pane.text() == "Operations 12")
        await until(lambda: len(begun) == 2)  # for what moved while it was read


async def test_a_ban_on_sending_stands_on_every_page(qloop: object, desk: FakeDesk) -> None:
    desk.operations.rows = (PAUSED,)
    async with a_window(desk) as window:
        (banner,) = window.findChildren(SendingBanner)
        assert not banner.isVisible()
        desk.sending.forbid(Ban.RESTORED, text("This desk was restored from a backup."))
        assert banner.isVisible()
        assert banner.words == (
            "Nothing is sent to the provider: This desk was restored from a backup."
            " Reading goes on."
        )
        window.show_page("operations")
        assert banner.isVisible()
        bar = window.operations.bar
        await until(bar.isVisible)
        assert not bar._go_on.isEnabled()
        why = "This desk was restored from a backup."
        assert bar._go_on.toolTip() == why
        await until(lambda: window.registry.reason("operation.carry_on") == why)
        desk.sending.allow(Ban.RESTORED)
        assert not banner.isVisible()
        assert bar._go_on.isEnabled()
        await until(lambda: window.registry.reason("operation.carry_on") is None)


async def test_the_chosen_operation_is_paused_continued_and_stopped_by_keys(
    qloop: object, desk: FakeDesk
) -> None:
    desk.operations.rows = (RUNNING,)
    async with a_window(desk) as window:
        registry = window.registry
        assert registry.reason("operation.stop") == "Go to the Operations page first."
        registry.run("operation.stop")
        window.show_page("operations")
        await until(lambda: registry.reason("operation.pause") is None)
        assert registry.reason("operation.carry_on") == "It is not paused."
        for name in ("carry_on", "pause", "stop"):
            registry.run(f"operation.{name}")
            await until(lambda: not window._context.tasks.names())
        assert desk.operations.done == [("pause", "one"), ("stop", "one")]
        moved(desk, PAUSED)
        await until(lambda: registry.reason("operation.carry_on") is None)
        assert registry.reason("operation.pause") == "It is paused already."
        keys = [registry.specs[f"operation.{one}"].shortcuts for one in ("pause", "carry_on")]
        assert keys == [("F8",), ("Shift+F8",)]

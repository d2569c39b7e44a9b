"""The operations panel: progress, what became of each card, stop, retry."""

import asyncio
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from simdesk.models.action import Action
from simdesk.models.changes import OperationsChanged
from simdesk.models.filters import CardFilter
from simdesk.models.operation_steps import Step
from simdesk.models.operations import (
    BlockedGroup,
    Earlier,
    ItemRow,
    ItemState,
    OperationRow,
    OperationState,
    Origin,
    Preview,
    PricedGroup,
    Request,
    count_by_state,
)
from simdesk.models.orders import Money
from simdesk.models.texts import text
from simdesk.services.announcer import Announcer
from simdesk.services.sending import Sending
from simdesk.ui.bridge import Bridge
from simdesk.ui.context import Context
from simdesk.ui.listing.cells import CodeDelegate
from simdesk.ui.listing.table import ListTable
from simdesk.ui.messages import Messages
from simdesk.ui.pages.operations_model import (
    CODE_COLUMNS,
    ITEM_COLUMNS,
    OPERATION_COLUMNS,
    items_model,
    operation_role,
    operations_model,
)
from simdesk.ui.pages.operations_painting import percent
from simdesk.ui.pages.operations_panel import OperationsPanel
from simdesk.ui.tasks import Tasks
from tests.factories import a_moment
from tests.ui.fakes import until

S = ItemState
RUNNING = OperationRow(
    id="one",
    request=Request(Action.SUSPEND),
    state=OperationState.RUNNING,
    requested_by="li",
    requested_at=a_moment(),
    amount=None,
    counts=count_by_state([S.DONE] * 3 + [S.PLANNED] * 6 + [S.FAILED]),
    seconds_left=75.0,
)
DOUBTFUL = replace(
    RUNNING,
    id="two",
    state=OperationState.FINISHED,
    counts=count_by_state([S.DONE, S.UNKNOWN]),
    amount=Money(2_400),
)


def an_item(seq: int, state: ItemState, **changes: Any) -> ItemRow:
    item = ItemRow(
        "one", seq, 100 + seq, f"8986032112345678{seq:04d}", state, None, None, None, None, 1
    )
    return replace(item, **changes)


class FakeOperations:
    def __init__(self, rows: Sequence[OperationRow], items: Sequence[ItemRow]) -> None:
        self.rows = tuple(rows)
        self.all_items = tuple(items)
        self.done: list[tuple[str, str]] = []
        self.settled = 0
        self.asked: Counter[str] = Counter()

    async def operations(self) -> tuple[OperationRow, ...]:
        self.asked["operations"] += 1
        return self.rows

    async def items(
        self,
        operation_id: str,
        states: Collection[ItemState] | None = None,
        offset: int = 0,
        limit: int = 200,
    ) -> tuple[ItemRow, ...]:
        self.asked["items"] += 1
        kept = [item for item in self.all_items if states is None or item.state in states]
        return tuple(kept[offset : offset + limit])

    async def card_ids(self, operation_id: str) -> tuple[int, ...]:
        return tuple(item.card_id for item in self.all_items)

    async def pause(self, operation_id: str) -> None:
        self.done.append(("pause", operation_id))

    async def carry_on(self, operation_id: str) -> None:
        self.done.append(("carry on", operation_id))

    async def stop(self, operation_id: str) -> None:
        self.done.append(("stop", operation_id))

    async def settle(self) -> None:
        self.settled += 1

    async def retry_preview(self, operation_id: str) -> Preview:
        group = PricedGroup((107,), "CM_SC_M_1_100M", None)
        return Preview(
            Request(Action.SUSPEND), 1, (group,), (), {107: 1}, None, (), a_moment(), 1.0
        )

    async def reverse_preview(self, operation_id: str) -> Preview:
        group = PricedGroup((100, 101), "CM_SC_M_1_100M", None)
        touched = BlockedGroup(text("It was changed since."), (102,))
        earlier = Earlier(Origin.REVERSAL, operation_id, {100: 0, 101: 1})
        return Preview(
            request=Request(Action.RESUME),
            requested=3,
            eligible=(group,),
            blocked=(touched,),
            versions={100: 1, 101: 1},
            total=None,
            cautions=(),
            frozen_at=a_moment(),
            seconds=1.0,
            earlier=earlier,
        )


class Stage:
    def __init__(self, qtbot: Any, rows: Sequence[OperationRow], items: Sequence[ItemRow]) -> None:
        self.operations = FakeOperations(rows, items)
        messages = Messages()
        announcer = Announcer()
        self.world = SimpleNamespace(paused=False, speed=1.0)
        provider = SimpleNamespace(account="north", now=lambda: a_moment(2026, 6, 15, 9, 4))
        self.desk = SimpleNamespace(
            operations=self.operations,
            sending=Sending(announcer),
            provider=provider,
            simulation=self.world,
        )
        desk = cast("Any", self.desk)
        self.context = Context(desk, Tasks(messages), messages, Bridge(announcer))
        self.announcer = announcer
        self.panel = OperationsPanel(self.context)
        qtbot.addWidget(self.panel)

    async def rest(self) -> None:
        for _ in range(12):
            await asyncio.sleep(0)


ITEMS = [an_item(n, S.DONE) for n in range(3)] + [
    an_item(7, S.FAILED, code="linkcard.common.CardDestroy", reason="The card is gone.")
]


async def test_it_lists_operations_and_the_cards_of_the_first(qloop: object, qtbot: Any) -> None:
    stage = Stage(qtbot, [RUNNING, DOUBTFUL], ITEMS)
    stage.panel.load()
    await stage.rest()
    model = stage.panel._model
    words = [model.index(0, x).data() for x in range(len(OPERATION_COLUMNS))]
    assert words[:9] == ["Suspend", "Running", "", "10", "3", "1", "–", "–", "1 min 15 s"]
    assert [row.iccid[-1] for row in stage.panel._items._model.rows] == ["0", "1", "2", "7"]


async def test_an_empty_desk_says_what_to_do(qloop: object, qtbot: Any) -> None:
    stage = Stage(qtbot, [], [])
    stage.panel.load()
    await stage.rest()
    assert stage.panel._stack.currentWidget() is stage.panel._empty
    assert not stage.panel.buttons.cards.isEnabled()
    tip = stage.panel.buttons.steps[Step.STOP].toolTip()
    assert tip == "Choose an operation first."


async def test_stop_is_offered_while_it_runs_and_pressed_once(qloop: object, qtbot: Any) -> None:
    stage = Stage(qtbot, [RUNNING], ITEMS)
    stage.panel.load()
    await stage.rest()
    steps = stage.panel.buttons.steps
    assert steps[Step.STOP].isEnabled()
    assert not steps[Step.RETRY].isEnabled()
    steps[Step.STOP].click()
    steps[Step.STOP].click()
    await stage.rest()
    assert stage.operations.done == [("stop", "one")]


async def test_doubt_is_settled_by_reading_never_by_retry(qloop: object, qtbot: Any) -> None:
    stage = Stage(qtbot, [DOUBTFUL], ITEMS)
    stage.panel.load()
    await stage.rest()
    assert not stage.panel.buttons.steps[Step.RETRY].isEnabled()
    stage.panel.buttons.steps[Step.LOOK].click()
    await stage.rest()
    assert stage.operations.settled == 1


async def test_results_are_narrowed_and_copied_as_text(qloop: object, qtbot: Any) -> None:
    stage = Stage(qtbot, [RUNNING], ITEMS)
    stage.panel.load()
    await stage.rest()
    items = stage.panel._items
    assert [items._state.itemText(n) for n in range(items._state.count())] == [
        "All (10)",
        "Waiting (6)",
        "Done (3)",
        "Refused (1)",
    ]
    items._state.setCurrentIndex(3)
    await stage.rest()
    items._copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied == "89860321123456780007\tRefused\tThe card is gone."


async def test_a_retry_shows_its_preview_first(qloop: object, qtbot: Any) -> None:
    failed = replace(RUNNING, state=OperationState.FINISHED)
    stage = Stage(qtbot, [failed], ITEMS)
    stage.panel.load()
    await stage.rest()
    stage.panel.buttons.steps[Step.RETRY].click()
    await stage.rest()
    (dialog,) = [child for child in stage.panel.children() if hasattr(child, "confirm_button")]
    assert dialog.confirm_button.text() == "Suspend 1 card"
    dialog.reject()


async def test_its_cards_are_wanted_by_id(qloop: object, qtbot: Any) -> None:
    stage = Stage(qtbot, [RUNNING], ITEMS)
    heard: list[object] = []
    stage.panel.cards_wanted.connect(heard.append)
    stage.panel.load()
    await stage.rest()
    stage.panel.buttons.cards.click()
    await stage.rest()
    assert heard == [CardFilter(card_ids=(100, 101, 102, 107))]


async def test_what_moves_is_read_now_and_then_and_only_where_it_is_seen(
    qloop: object, qtbot: Any
) -> None:
    stage = Stage(qtbot, [RUNNING], ITEMS)
    asked = stage.operations.asked
    stage.panel.load()
    await stage.rest()
    stage.announcer.announce(OperationsChanged("one"))
    await asyncio.sleep(0.3)
    assert asked["operations"] == 1
    stage.panel.show()
    await until(lambda: asked["operations"] == 2)
    clock = QElapsedTimer()
    clock.start()
    stage.operations.rows = (replace(RUNNING, seconds_left=30.0),)
    for _ in range(40):
        stage.announcer.announce(OperationsChanged("one"))
        await asyncio.sleep(0.01)
    assert 3 <= asked["operations"] <= 3 + clock.elapsed() // 250
    assert asked["items"] <= 3 + clock.elapsed() // 1_000
    stage.announcer.announce(OperationsChanged("one"))  # the last of them is read too
    last = asked.copy()
    await until(lambda: asked["operations"] > last["operations"])
    await until(lambda: asked["items"] > last["items"])
    assert stage.panel.current is not None
    assert stage.panel.current.seconds_left == 30.0


async def test_progress_keeps_the_selection(qloop: object, qtbot: Any) -> None:
    stage = Stage(qtbot, [RUNNING, DOUBTFUL], ITEMS)
    stage.panel.select("two")
    await stage.rest()
    assert stage.panel.current == DOUBTFUL
    stage.operations.rows = (replace(RUNNING, id="three"), RUNNING, DOUBTFUL)
    stage.panel.load()
    await stage.rest()
    assert stage.panel.current == DOUBTFUL


@pytest.mark.parametrize(
    ("states", "share"),
    [
        ([S.DONE] * 3 + [S.PLANNED] * 6 + [S.FAILED], 40),
        ([S.DONE] + [S.WITHDRAWN] * 3, 25),  # stopped: it did not come to its end
        ([S.DONE, S.SKIPPED], 100),
        ([S.PLANNED], 0),
    ],
)
def test_how_far_an_operation_came(states: list[ItemState], share: int) -> None:
    assert percent(replace(RUNNING, counts=count_by_state(states))) == share


async def test_codes_and_orders_lose_their_middle_not_their_end(qloop: object, qtbot: Any) -> None:
    stage = Stage(qtbot, [RUNNING], ITEMS)
    name = "Cards of the operation"
    (table,) = [t for t in stage.panel.findChildren(ListTable) if t.accessibleName() == name]
    kinds = [type(table.itemDelegateForColumn(column)) for column in CODE_COLUMNS]
    assert kinds == [CodeDelegate, CodeDelegate]
    headings = [str(ITEM_COLUMNS[column].heading.source) for column in CODE_COLUMNS]
    assert headings == ["Code", "Order"]
    assert CodeDelegate.elided is Qt.TextElideMode.ElideMiddle


@pytest.mark.parametrize(
    ("states", "role"),
    [
        ([S.DONE], "ok"),
        ([S.DONE, S.FAILED], "bad"),
        ([S.DONE, S.FAILED, S.UNKNOWN], "warn"),
        ([S.NEEDS_HUMAN], "warn"),
    ],
)
def test_doubt_outweighs_failure_outweighs_success(states: list[ItemState], role: str) -> None:
    row = replace(RUNNING, state=OperationState.FINISHED, counts=count_by_state(states))
    assert operation_role(row) == role


def test_the_models_keep_the_rules_of_models(qtbot: Any) -> None:
    operations, items = operations_model(), items_model()
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
        for model in (operations, items)
    ]
    operations.show_rows((RUNNING, DOUBTFUL))
    operations.show_rows((DOUBTFUL, RUNNING))
    operations.show_rows(())
    items.show_rows(ITEMS[:2])
    items.append_rows(ITEMS[2:])
    accessible = items.index(3, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert accessible == "Why: The card is gone."
    assert len(testers) == 2

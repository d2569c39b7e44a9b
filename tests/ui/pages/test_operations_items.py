"""The cards of one operation: read as one scrolls, followed into the table, drawn as they stand."""

import asyncio
from dataclasses import replace
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from simdesk.models.filters import CardFilter
from simdesk.models.operations import ItemState, count_by_state
from simdesk.services.announcer import Announcer
from simdesk.ui.bridge import Bridge
from simdesk.ui.context import Context
from simdesk.ui.messages import Messages
from simdesk.ui.pages.operations_items import ItemsView
from simdesk.ui.pages.operations_model import item_role, operations_model
from simdesk.ui.pages.operations_painting import ProgressDelegate
from simdesk.ui.tasks import Tasks
from tests.ui.fakes import until
from tests.ui.pages.test_operations_panel import RUNNING, FakeOperations, an_item

MANY = tuple(
    an_item(seq, ItemState.FAILED if seq % 10 == 0 else ItemState.DONE) for seq in range(1_100)
)
OPERATION = replace(RUNNING, counts=count_by_state([item.state for item in MANY]))


class Stage:
    def __init__(self, qtbot: Any) -> None:
        self.operations = FakeOperations([OPERATION], MANY)
        desk = cast("Any", type("Desk", (), {"operations": self.operations})())
        messages = Messages()
        self.tasks = Tasks(messages)
        self.view = ItemsView(Context(desk, self.tasks, messages, Bridge(Announcer())))
        qtbot.addWidget(self.view)
        self.view.resize(700, 400)
        self.view.show()
        self.wanted: list[object] = []
        self.view.cards_wanted.connect(self.wanted.append)

    async def rest(self) -> None:
        for _ in range(12):
            await asyncio.sleep(0)

    @property
    def loaded(self) -> int:
        return len(self.view._model.rows)


async def test_more_cards_are_read_as_one_scrolls_and_each_once(qloop: object, qtbot: Any) -> None:
    stage = Stage(qtbot)
    stage.view.show_operation(OPERATION)
    await stage.rest()
    bar = stage.view._table.verticalScrollBar()
    seen = [stage.loaded]
    for _ in range(4):
        bar.setValue(bar.maximum())
        await stage.rest()
        seen.append(stage.loaded)
        bar.setValue(0)
    assert seen == [500, 1_000, 1_100, 1_100, 1_100]
    assert [row.seq for row in stage.view._model.rows] == list(range(1_100))


async def test_another_result_begins_at_the_top(qloop: object, qtbot: Any) -> None:
    stage = Stage(qtbot)
    stage.view.show_operation(OPERATION)
    await stage.rest()
    refused = stage.view._state.findData(ItemState.FAILED)
    stage.view._state.setCurrentIndex(refused)
    await stage.rest()
    assert [row.seq for row in stage.view._model.rows] == list(range(0, 1_100, 10))
    stage.view.show_operation(None)
    assert stage.loaded == 0


async def test_a_double_click_goes_to_the_card_and_chosen_rows_are_copied(
    qloop: object, qtbot: Any
) -> None:
    stage = Stage(qtbot)
    stage.view._on_row_activated()
    stage.view.show_operation(OPERATION)
    await stage.rest()
    table = stage.view._table
    place = table.visualRect(table.model().index(2, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    await until(lambda: bool(stage.wanted))
    assert stage.wanted == [CardFilter(card_ids=(102,))]


@pytest.mark.parametrize(
    ("state", "role"),
    [
        (ItemState.PLANNED, "muted"),
        (ItemState.SENDING, "info"),
        (ItemState.ACCEPTED, "info"),
        (ItemState.DONE, "ok"),
        (ItemState.FAILED, "bad"),
        (ItemState.NOT_APPLIED, "bad"),
        (ItemState.UNKNOWN, "warn"),
        (ItemState.NEEDS_HUMAN, "warn"),
        (ItemState.SKIPPED, "muted"),
        (ItemState.WITHDRAWN, "muted"),
    ],
)
def test_the_role_of_each_state(state: ItemState, role: str) -> None:
    assert item_role(state) == role


def test_progress_of_nothing_draws_no_bar(qtbot: Any) -> None:
    nothing = replace(OPERATION, counts=count_by_state([]))
    pictures = []
    for row in (nothing, OPERATION):
        table = QTableView()
        qtbot.addWidget(table)
        model = operations_model(table)
        model.show_rows((row,))
        table.setModel(model)
        delegate = ProgressDelegate(table)
        table.setItemDelegate(delegate)
        table.resize(300, 80)
        picture = table.viewport().grab().toImage()
        pictures.append(len({picture.pixel(x, 14) for x in range(picture.width())}))
    assert pictures[0] < pictures[1]

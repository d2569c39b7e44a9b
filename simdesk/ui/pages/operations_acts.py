"""What is done to a whole operation, from whichever button, key or bar it is asked."""

from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from simdesk.models.filters import CardFilter
from simdesk.models.operation_steps import Step, step_blocked
from simdesk.models.operations import OperationRow
from simdesk.ui.context import Context


class OperationActs(QObject):
    """Each act is a named task: pressed twice it is done once."""

    cards_wanted = Signal(object)
    """A CardFilter of one operation's cards."""
    operation_wanted = Signal(str)
    """Look at this operation: one that was just sent."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._window = parent

    def do(self, step: Step, row: OperationRow) -> None:
        """Take `step`; nothing where it is not possible as the operation stands."""
        if step_blocked(row, step) is not None:
            return
        if step is Step.RETRY:
            self.retry(row.id)
        elif step is Step.REVERSE:
            self._reverse(row)
        else:
            name = step.value if step is Step.LOOK else f"{step.value} {row.id}"
            self._context.tasks.start(name, self._job(step, row.id), replace=False)

    def _job(self, step: Step, operation_id: str) -> Coroutine[Any, Any, object]:
        operations = self._context.desk.operations
        if step is Step.PAUSE:
            return operations.pause(operation_id)
        if step is Step.CARRY_ON:
            return operations.carry_on(operation_id)
        if step is Step.STOP:
            return operations.stop(operation_id)
        return operations.settle()

    def retry(self, operation_id: str) -> None:
        """Preview sending an operation's failures once more."""
        # The dialogs are read when they are first needed.
        from simdesk.ui.dialogs.acting import open_retry

        open_retry(
            self._context,
            operation_id,
            self._window,
            sent=self.operation_wanted.emit,
            cards_wanted=self.cards_wanted.emit,
        )

    def _reverse(self, row: OperationRow) -> None:
        from simdesk.ui.dialogs.acting import open_reverse

        open_reverse(
            self._context,
            row,
            self._window,
            sent=self.operation_wanted.emit,
            cards_wanted=self.cards_wanted.emit,
        )

    def show_cards(self, operation_id: str) -> None:
        """Wish for the cards of an operation."""
        showing = self._show_cards(operation_id)
        self._context.tasks.start("operation cards", showing, replace=True)

    async def _show_cards(self, operation_id: str) -> None:
        ids = await self._context.desk.operations.card_ids(operation_id)
        self.cards_wanted.emit(CardFilter(card_ids=ids))

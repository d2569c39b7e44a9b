"""What the window knows of operations wherever one is: a badge, a bar, keys for the chosen one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from simdesk.models.operation_steps import Step, persons
from simdesk.models.operations import OperationRow, OperationState
from simdesk.ui.context import Context
from simdesk.ui.held_bar import HeldBar, paused
from simdesk.ui.joining import listed
from simdesk.ui.pages.operations_acts import OperationActs
from simdesk.ui.pages.operations_waiting import waiting
from simdesk.ui.pages.operations_words import operation_words, progress_words, state_words
from simdesk.ui.spaced import Spaced
from simdesk.ui.text import count_shown, counted, shown

_LOAD = "operations watched"
_SOON_MS, _SPACING_MS = 50, 1_000
"""A badge need not move more than once a second."""
_GOING = (OperationState.RUNNING, OperationState.STOPPING)


class OperationsWatch(QObject):
    """Reads the operations as they move. `in_front` is the page in sight."""

    badge_changed = Signal(str, int)
    """Words for a page's badge, empty for none; how many cards wait for a person or a time."""
    rows_read = Signal(object)
    """All operations as they stand now, a tuple of OperationRow."""
    ended = Signal(str)
    """An operation came to its end while the window watched: what it was and how it went."""

    def __init__(
        self, context: Context, in_front: Callable[[], QWidget | None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._in_front = in_front
        self._going: set[str] = set()
        self.bar = HeldBar(parent)
        acts = OperationActs(context, parent)
        self.bar.carry_on_wanted.connect(lambda row: acts.do(Step.CARRY_ON, row))
        self._reading = Spaced(self._reload, _SOON_MS, _SPACING_MS, self)
        context.bridge.operations_changed.connect(self._reading.want)
        context.bridge.sending_changed.connect(self._on_sending_changed)
        self._on_sending_changed()

    def load(self) -> None:
        """Read how the operations stand now."""
        self._context.tasks.start(_LOAD, self._load(), replace=False)

    def _reload(self) -> None:
        # One that takes long would never end if what moves meanwhile began it anew.
        if self._context.tasks.busy(_LOAD):
            self._reading.want()
        else:
            self.load()

    async def _load(self) -> None:
        rows = await self._context.desk.operations.operations()
        self.bar.show_rows(rows)
        self.rows_read.emit(rows)
        self._tell_ends(rows)
        self.badge_changed.emit(*self._badge(rows))

    def _tell_ends(self, rows: Sequence[OperationRow]) -> None:
        going = {row.id for row in rows if row.state in _GOING}
        for row in rows:
            if row.id in self._going - going:
                what, how = shown(operation_words(row)), shown(state_words(row))
                self.ended.emit(f"{what}: {how}. {progress_words(row)}")
        self._going = going

    def _badge(self, rows: Sequence[OperationRow]) -> tuple[str, int]:
        running = self._context.desk.operations.running
        people = sum(map(persons, rows))
        wait = sum(row.total for row in waiting(rows))
        still = len(paused(rows))
        parts = [self.tr("running")] if running else []
        wait_one = self.tr("1 card waits and can be revoked")
        wait_many = self.tr("{count} cards wait and can be revoked")
        one, many = self.tr("1 card needs a person"), self.tr("{count} cards need a person")
        parts += [self.tr("{count} paused").format(count=count_shown(still))] if still else []
        parts += [counted(wait, wait_one, wait_many)] if wait else []
        parts += [counted(people, one, many)] if people else []
        return listed(parts), people or wait

    def _on_sending_changed(self) -> None:
        self.bar.show_ban(self._context.desk.sending.reason)

    # Keys

    def why_not(self, step: Step) -> str | None:
        """Why a step cannot be taken with the operation in sight; None when it can."""
        asked = getattr(self._in_front(), "why_not", None)
        if asked is None:
            return self.tr("Go to the Operations page first.")
        found: str | None = asked(step)
        return found

    def do(self, step: Step) -> None:
        """Take a step with the operation that is chosen on the page in front."""
        done = getattr(self._in_front(), "do", None)
        if done is not None:
            done(step)

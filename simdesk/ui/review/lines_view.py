"""Lines beside the groups they fall into: choose a group, narrow by words, scroll to the end."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.sheet_lines import LineQuestion, SheetLine
from simdesk.services.export_columns import Say
from simdesk.ui.details.words import Words
from simdesk.ui.listing.cells import NumberDelegate, StateDelegate
from simdesk.ui.listing.rows import ListColumn, RowsModel
from simdesk.ui.listing.table import ListTable
from simdesk.ui.measures import grown
from simdesk.ui.review.line_columns import (
    GROUPS,
    ICCID,
    KIND,
    PAGE,
    LineGroup,
    LineModel,
    line_words,
)
from simdesk.ui.tasks import Tasks
from simdesk.ui.text import count_shown, shown
from simdesk.ui.theme import SMALL, Density

_GROUPS_WIDTH = 232
_TYPING_MS = 250


class LineSource(Protocol):
    """What holds the lines: a comparison, or a sheet that comes back."""

    async def lines(
        self, asked: LineQuestion, offset: int = 0, limit: int = 200, say: Say = str
    ) -> tuple[SheetLine, ...]:
        """A page of them."""

    async def count(self, asked: LineQuestion, say: Say = str) -> int:
        """How many there are."""


class LinesView(QWidget):
    """`line_wanted` carries the SheetLine whose card is to be shown."""

    line_wanted = Signal(object)
    question_changed = Signal()

    def __init__(
        self, tasks: Tasks, columns: Sequence[ListColumn], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._source: LineSource | None = None
        # Several of these may stand beside each other, with one set of tasks.
        self._lines_task, self._more_task = f"lines {id(self):x}", f"more lines {id(self):x}"
        self.groups = ListTable(
            self.tr("What there is"), RowsModel(GROUPS, lambda group: "", parent=self), 0,
            Density.NORMAL, self,
        )  # fmt: skip
        self.model = LineModel(columns, self)
        self.table = ListTable(self.tr("Lines"), self.model, None, Density.NORMAL, self)
        self.search = QLineEdit(self)
        self.said = QLabel(self)
        self.whole = Words(self, muted=True)
        """The chosen line in full: long words and reasons have no room in the table."""
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.groups.setFixedWidth(grown(_GROUPS_WIDTH))
        self.groups.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setItemDelegateForColumn(KIND, StateDelegate(self.table))
        self.table.setItemDelegateForColumn(ICCID, NumberDelegate(self.table))
        self.search.setPlaceholderText(self.tr("Find in these lines"))
        self.search.setAccessibleName(self.tr("Find in these lines"))
        self.search.setClearButtonEnabled(True)
        self.said.setObjectName("muted")
        self.whole.setMinimumHeight(2 * self.fontMetrics().height())
        top = QHBoxLayout()
        top.setSpacing(SMALL)
        top.addWidget(self.search, 1)
        top.addWidget(self.said)
        right = QVBoxLayout()
        right.setSpacing(SMALL)
        right.addLayout(top)
        right.addWidget(self.table, 1)
        right.addWidget(self.whole)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.groups)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self.groups.selectionModel().selectionChanged.connect(lambda *_: self.ask())
        self.search.textChanged.connect(self._typing.start)
        QWidget.setTabOrder(self.search, self.table)
        self._typing.timeout.connect(self.ask)
        self.model.more_wanted.connect(self._on_more_wanted)
        self.table.activated.connect(self._on_activated)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._tell())

    # Asking

    def show_source(self, source: LineSource, groups: Sequence[LineGroup]) -> None:
        """Show these groups, and the lines of the first."""
        self._source = source
        self.groups.list.show_rows(groups)
        if groups:
            self.groups.choose({id(groups[0])})
        self.ask()

    @property
    def question(self) -> LineQuestion | None:
        """What is shown now: a group, narrowed by words; None where it has no lines."""
        chosen: tuple[LineGroup, ...] = self.groups.chosen
        if not chosen or chosen[0].question is None:
            return None
        asked = chosen[0].question
        return LineQuestion(asked.kind, asked.field, self.search.text())

    def ask(self) -> None:
        """Read the lines of what is chosen now; an older answer no longer counts."""
        asked = self.question
        self._typing.stop()
        self._tasks.cancel(self._more_task)
        self.question_changed.emit()
        if asked is None or self._source is None:
            self._tasks.cancel(self._lines_task)
            self._show(0, ())
        else:
            self._tasks.start(self._lines_task, self._read(self._source, asked), replace=True)

    async def _read(self, source: LineSource, asked: LineQuestion) -> None:
        first = await source.lines(asked, 0, PAGE, shown)
        total = len(first) if len(first) < PAGE else await source.count(asked, shown)
        self._show(total, first)

    def _show(self, total: int, lines: Sequence[SheetLine]) -> None:
        self.model.begin(total, lines)
        self._tell()
        self.table.scrollToTop()
        words = self.tr("1 line") if total == 1 else self.tr("{count} lines")
        self.said.setText(words.format(count=count_shown(total)))

    def _on_more_wanted(self) -> None:
        asked = self.question
        if (
            asked is not None
            and self._source is not None
            and not self._tasks.busy(self._lines_task)
        ):
            self._tasks.start(self._more_task, self._read_more(self._source, asked), replace=False)

    async def _read_more(self, source: LineSource, asked: LineQuestion) -> None:
        begun = len(self.model.rows)
        more = await source.lines(asked, begun, PAGE, shown)
        if len(self.model.rows) == begun and self.question == asked:
            self.model.append_rows(more)

    def _tell(self) -> None:
        chosen: tuple[SheetLine, ...] = self.table.chosen
        self.whole.say(line_words(chosen[0]) if len(chosen) == 1 else "")

    def _on_activated(self) -> None:
        chosen = self.table.chosen
        if chosen:
            self.line_wanted.emit(chosen[0])

    def leave(self) -> None:
        """Read nothing more."""
        for task in (self._lines_task, self._more_task):
            self._tasks.cancel(task)
        self._source = None

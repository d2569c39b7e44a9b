"""A page around one list: title and actions on top, rows or one sentence below, facts at the foot.

Pages derive from it and stay small: they say what to read, which columns and actions there are.
"""

from collections.abc import Awaitable, Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.errors import KnownError
from simdesk.ui import icons
from simdesk.ui.context import Context
from simdesk.ui.details.trouble_bar import TroubleBar
from simdesk.ui.letter_menu import LetterMenu
from simdesk.ui.listing.empty import EmptyList
from simdesk.ui.listing.rows import RowsModel
from simdesk.ui.listing.table import ListTable
from simdesk.ui.measures import grown, line_room
from simdesk.ui.short_label import ShortLabel
from simdesk.ui.theme import LARGE, SMALL

Read = Callable[[], Awaitable[Sequence[Any]]]
_FACTS_HEIGHT = 28
_SEARCH_WIDTH = 220


class ListPage(QWidget):
    """`cards_wanted` carries a CardFilter. `read` is asked for the rows whenever they may differ;

    a KnownError it raises is told above the list, with a way to try again. A page overrides
    `refresh` to enable its actions and tell its facts.
    """

    cards_wanted = Signal(object)

    def __init__(
        self,
        context: Context,
        title: str,
        model: RowsModel,
        read: Read,
        *,
        stretched: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.model = model
        self.table = ListTable(title, model, stretched, parent=self, sortable=True)
        self.trouble = TroubleBar(self)
        self.empty = EmptyList(self)
        self.search = QLineEdit(self)
        self.facts = ShortLabel(self)
        self.above, self.under = QVBoxLayout(), QVBoxLayout()
        """Where a page puts what belongs above and below its list."""
        self._title = title
        self._read = read
        self._task = f"page {title}"
        self._stale = False
        self._to_choose: frozenset[Hashable] = frozenset()
        self._actions: list[QAction] = []
        self._buttons = QHBoxLayout()
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()

    # What a page says

    def refresh(self) -> None:
        """The choice or the rows are other than before: enable actions, tell facts."""

    def narrow(self, words: str) -> None:
        """Leave the rows that say `words`; a page that asks for its rows by words overrides it."""
        self.model.narrow(words)
        self.refresh()

    def act(
        self,
        words: str,
        icon: str,
        run: Callable[[], None],
        key: str = "",
        *,
        kind: str = "",
        button: bool = True,
    ) -> QAction:
        """Add an action: a button above, a line in the context menu, a key in the table.

        `kind` is "primary" or "danger" for a button that stands out.
        """
        action = QAction(icons.icon(icon), words, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(run)
        self.table.addAction(action)
        self._actions.append(action)
        if button:
            self._buttons.addWidget(_button(action, icon, kind, self))
        return action

    # Putting together

    def _lay_out(self) -> None:
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.table)
        self.facts.setAccessibleName(self.tr("Facts"))
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._title_row())
        box.addLayout(self.above)
        box.addWidget(self.trouble)
        box.addWidget(self._stack, 1)
        box.addLayout(self.under)
        box.addWidget(self._foot())

    def _title_row(self) -> QWidget:
        row = QWidget(self)
        row.setObjectName("title_row")
        line = QHBoxLayout(row)
        line.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        line.setSpacing(SMALL)
        title = QLabel(self._title, row)
        title.setObjectName("page_title")
        self.search.setPlaceholderText(self.tr("Find in this list"))
        self.search.setAccessibleName(self.tr("Find in this list"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(grown(_SEARCH_WIDTH))
        line.addWidget(title)
        line.addWidget(self.search)
        line.addStretch(1)
        self._buttons.setSpacing(SMALL)
        line.addLayout(self._buttons)
        return row

    def _foot(self) -> QWidget:
        foot = QWidget(self)
        foot.setObjectName("facts")
        foot.setFixedHeight(line_room(_FACTS_HEIGHT))
        line = QHBoxLayout(foot)
        line.setContentsMargins(LARGE, 0, LARGE, 0)
        line.addWidget(self.facts, 1)
        return foot

    def _connect(self) -> None:
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._on_menu_requested)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.refresh())
        self.search.textChanged.connect(self.narrow)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search.setFocus)
        self.trouble.again_wanted.connect(self.load)
        self.context.tasks.busy_changed.connect(self._on_busy_changed)

    # Showing

    def load(self) -> None:
        """Read the list; what changes while it is read is read again."""
        if self.context.tasks.busy(self._task):
            self._stale = True
            return
        self._stale = False
        self.context.tasks.start(self._task, self._load(), replace=False)

    async def _load(self) -> None:
        try:
            rows = await self._read()
        except KnownError as error:
            self.trouble.show_trouble(self.tr("The list could not be read."), error)
            return
        self.trouble.hide()
        self.show_rows(rows)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows; what was chosen stays chosen, else the first row is."""
        chosen: set[Hashable] = {self.model.identify(row) for row in self.table.chosen}
        chosen, self._to_choose = chosen or set(self._to_choose), frozenset()
        self.model.show_rows(rows)
        self.choose(chosen)
        shown = self.table if rows else self.empty
        left = self.empty if rows else self.table
        has_focus = left.hasFocus() or left.isAncestorOf(QApplication.focusWidget() or self)
        self._stack.setCurrentWidget(shown)
        if has_focus:
            shown.setFocus()
        self.refresh()

    def choose(self, identities: set[Hashable]) -> None:
        """Choose the rows that are these things, or the first row when none is among them."""
        known = {self.model.identify(row) for row in self.model.rows}
        if not known & identities and self.model.rows:
            identities = {self.model.identify(self.model.rows[0])}
        # Not by selectRow, which looks at the keys that happen to be held down.
        self.table.choose(identities)

    def choose_when_read(self, identities: frozenset[Hashable]) -> None:
        """Choose these rows as soon as the list is there; then as `choose`."""
        self._to_choose = identities

    @property
    def chosen(self) -> tuple[Any, ...]:
        """The rows that are chosen, in the order shown."""
        return self.table.chosen

    @property
    def one(self) -> Any | None:  # noqa: ANN401 - a row of any page
        """The chosen row when it is the only one."""
        chosen = self.chosen
        return chosen[0] if len(chosen) == 1 else None

    def context_menu(self) -> QMenu:
        """What can be done with the chosen rows."""
        menu = LetterMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._actions)
        return menu

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        shown = self.table if self.model.rows else self.empty
        shown.setFocus()
        self.load()

    def _on_menu_requested(self, at: QPoint) -> None:
        self.context_menu().popup(self.table.viewport().mapToGlobal(at))

    def _on_busy_changed(self, name: str, busy: bool) -> None:
        if name == self._task and not busy and self._stale:
            self.load()


_ON = {"primary": "on_accent", "danger": "bad"}


def _button(action: QAction, icon: str, kind: str, parent: QWidget) -> QPushButton:
    button = QPushButton(icons.icon(icon, _ON.get(kind, "text")), action.text(), parent)
    if kind:
        button.setProperty("kind", kind)

    def follow() -> None:
        button.setText(action.text())
        button.setAccessibleName(action.text())
        button.setEnabled(action.isEnabled())
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(action.toolTip() if action.toolTip() != action.text() else keys)

    action.changed.connect(follow)
    button.clicked.connect(action.trigger)
    follow()
    return button

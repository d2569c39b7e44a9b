"""Exported Files: what was exported, how far it is, and what can be done with it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from simdesk.services.export_words import KEPT_DAYS, ExportRow, ExportState
from simdesk.ui import icons
from simdesk.ui.context import Context
from simdesk.ui.dialogs.delete_exports import DeleteExportsDialog
from simdesk.ui.dialogs.exporting import open_file, show_in_folder
from simdesk.ui.listing.cells import PaddedDelegate
from simdesk.ui.pages.exported_files_model import (
    COLUMNS,
    CONTENT_COLUMN,
    STATE_COLUMN,
    ExportsModel,
)
from simdesk.ui.pages.exported_files_painting import ExportStateDelegate
from simdesk.ui.text import shown
from simdesk.ui.theme import LARGE, MEDIUM, SMALL, Density

_LOAD = "exported files"
_NARROWEST = 72


class ExportedFilesPage(QWidget):
    """The list of exports; everything is reachable by buttons, keys and the context menu."""

    export_wanted = Signal()
    """Choose cards and export them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stale = False
        self.model = ExportsModel(self)
        self.table = QTableView(self)
        self._actions: list[QAction] = []
        self.open_action = self._action(self.tr("Open"), "open", self.open_chosen, "Return")
        self.folder_action = self._action(
            self.tr("Show in folder"), "folder", self.show_chosen_in_folder, "Ctrl+Return"
        )
        self.download_action = self._action(
            self.tr("Download…"), "download", self.download_chosen, "Ctrl+S"
        )
        self.cancel_action = self._action(
            self.tr("Cancel export"), "stop", self.cancel_chosen, "Ctrl+."
        )
        self.delete_action = self._action(self.tr("Delete…"), "delete", self.delete_chosen, "Del")
        self._detail = QLabel(self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self._refresh()

    # Putting together

    def _action(self, words: str, icon: str, run: Callable[[], None], key: str) -> QAction:
        action = QAction(icons.icon(icon), words, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(run)
        self.table.addAction(action)
        self._actions.append(action)
        return action

    def _lay_out(self) -> None:
        self._dress_table()
        self._detail.setObjectName("export_detail")
        self._detail.setTextFormat(Qt.TextFormat.PlainText)
        self._detail.setWordWrap(True)
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._detail.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        self._stack.addWidget(self._empty_notice())
        self._stack.addWidget(self.table)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._title_row())
        box.addWidget(self._stack, 1)
        box.addWidget(self._detail)

    def _dress_table(self) -> None:
        table = self.table
        table.setAccessibleName(self.tr("Exported files"))
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(Density.NORMAL)
        table.setItemDelegate(PaddedDelegate(table))
        table.setItemDelegateForColumn(STATE_COLUMN, ExportStateDelegate(table))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        for column, about in enumerate(COLUMNS):
            table.setColumnWidth(column, about.width)
        header.setMinimumSectionSize(_NARROWEST)
        header.setSectionResizeMode(CONTENT_COLUMN, QHeaderView.ResizeMode.Stretch)

    def _title_row(self) -> QWidget:
        row = QWidget(self)
        row.setObjectName("title_row")
        line = QHBoxLayout(row)
        line.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        line.setSpacing(SMALL)
        title = QLabel(self.tr("Exported files"), row)
        title.setObjectName("page_title")
        line.addWidget(title)
        line.addStretch(1)
        for action in self._actions:
            line.addWidget(self._button(action, row))
        return row

    def _button(self, action: QAction, parent: QWidget) -> QPushButton:
        button = QPushButton(action.icon(), action.text(), parent)
        button.setToolTip(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
        if action is self.delete_action:
            button.setProperty("kind", "danger")

        def follow() -> None:
            button.setText(action.text())
            button.setAccessibleName(action.text())
            button.setEnabled(action.isEnabled())

        action.changed.connect(follow)
        button.clicked.connect(action.trigger)
        follow()
        return button

    def _empty_notice(self) -> QWidget:
        notice = QWidget(self)
        notice.setObjectName("empty")
        words = QLabel(self.tr("Nothing has been exported yet."), notice)
        words.setObjectName("muted")
        start = QPushButton(icons.icon("export"), self.tr("Export cards…"), notice)
        start.clicked.connect(self.export_wanted)
        box = QVBoxLayout(notice)
        box.setSpacing(MEDIUM)
        box.addStretch(1)
        box.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(start, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)
        return notice

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(self._refresh)
        self.table.doubleClicked.connect(self.open_action.trigger)
        self.table.customContextMenuRequested.connect(self._on_menu_requested)
        self._context.bridge.exports_changed.connect(self.load)
        self._context.tasks.busy_changed.connect(self._on_busy_changed)

    # Showing

    def load(self) -> None:
        """Read the list; what changes while it is read is read again."""
        if self._context.tasks.busy(_LOAD):
            self._stale = True
            return
        self._stale = False
        self._context.tasks.start(_LOAD, self._load(), replace=False)

    async def _load(self) -> None:
        self.show_rows(await self._context.desk.exports.list())

    def show_rows(self, rows: tuple[ExportRow, ...]) -> None:
        """Show these exports, newest first."""
        self.model.show_rows(rows)
        self._stack.setCurrentIndex(1 if rows else 0)
        if rows and not self.chosen:
            self.table.selectRow(0)
        self._refresh()

    @property
    def chosen(self) -> tuple[ExportRow, ...]:
        """The exports that are selected, in the order shown."""
        places = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.model.rows[place] for place in places)

    def _refresh(self) -> None:
        chosen = self.chosen
        one = chosen[0] if len(chosen) == 1 else None
        whole = one is not None and one.state is ExportState.COMPLETED
        for action in (self.open_action, self.folder_action, self.download_action):
            action.setEnabled(whole)
        self.cancel_action.setEnabled(any(row.state.open for row in chosen))
        ended = [row for row in chosen if not row.state.open]
        self.delete_action.setEnabled(bool(ended))
        self._detail.setText(self._detail_of(one))
        failed = one is not None and one.error is not None
        self._detail.setProperty("role", "bad" if failed else "final")
        self._detail.style().unpolish(self._detail)
        self._detail.style().polish(self._detail)

    def _detail_of(self, row: ExportRow | None) -> str:
        if row is None:
            return self.tr("Files without a folder of your own are kept for {days} days.").format(
                days=KEPT_DAYS
            )
        if row.error is not None:
            return shown(row.error)
        if row.state is ExportState.EXPIRED:
            return self.tr("Its {days} days are over; the file was removed.").format(days=KEPT_DAYS)
        return str(row.path)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.load()

    # Doing

    def open_chosen(self) -> None:
        """Open the chosen file in the system's program for it."""
        open_file(self._context, self.chosen[0])

    def show_chosen_in_folder(self) -> None:
        """Open the folder of the chosen file."""
        show_in_folder(self._context, self.chosen[0])

    def download_chosen(self) -> None:
        """Ask where a copy of the chosen file shall go, and write it there."""
        row = self.chosen[0]
        chooser = QFileDialog(self, self.tr("Save a copy"), row.name)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(row.format)
        chooser.fileSelected.connect(lambda target: self.save_copy(row, Path(target)))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    def save_copy(self, row: ExportRow, target: Path) -> None:
        """Write a copy of an exported file."""
        self._context.tasks.start(f"save {target}", self._save_copy(row, target), replace=False)

    async def _save_copy(self, row: ExportRow, target: Path) -> None:
        await self._context.desk.exports.save_copy(row.id, target)
        self._context.messages.done(self.tr("Saved “{path}”.").format(path=target))

    def cancel_chosen(self) -> None:
        """Stop those of the chosen exports that have not ended."""
        for row in self.chosen:
            if row.state.open:
                cancelling = self._context.desk.exports.cancel(row.id)
                self._context.tasks.start(f"cancel export {row.id}", cancelling, replace=False)

    def delete_chosen(self) -> None:
        """Ask, then delete those of the chosen exports that have ended."""
        ended = tuple(row for row in self.chosen if not row.state.open)
        if ended:
            dialog = DeleteExportsDialog(ended, self)
            dialog.accepted.connect(lambda: self._delete(ended))
            dialog.open()

    def _delete(self, rows: tuple[ExportRow, ...]) -> None:
        for row in rows:
            deleting = self._context.desk.exports.delete(row.id)
            self._context.tasks.start(f"delete export {row.id}", deleting, replace=False)

    def context_menu(self) -> QMenu:
        """What can be done with the chosen exports."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._actions)
        return menu

    def _on_menu_requested(self, at: QPoint) -> None:
        self.context_menu().popup(self.table.viewport().mapToGlobal(at))

    def _on_busy_changed(self, name: str, busy: bool) -> None:
        if name == _LOAD and not busy and self._stale:
            self.load()

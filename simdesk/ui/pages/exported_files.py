"""Exported Files: what was exported, how far it is, and what can be done with it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from simdesk.services.export_words import KEPT_DAYS, ExportRow, ExportState
from simdesk.ui.context import Context
from simdesk.ui.dialogs.delete_exports import DeleteExportsDialog
from simdesk.ui.dialogs.exporting import open_file, show_in_folder
from simdesk.ui.listing.page import ListPage
from simdesk.ui.pages.exported_files_model import CONTENT_COLUMN, STATE_COLUMN, exports_model
from simdesk.ui.pages.exported_files_painting import ExportStateDelegate
from simdesk.ui.text import counted, shown
from simdesk.ui.theme import LARGE, SMALL


class ExportedFilesPage(ListPage):
    """The list of exports; everything is reachable by buttons, keys and the context menu."""

    export_wanted = Signal()
    """Choose cards and export them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        title = self.tr("Exported files")
        model = exports_model()
        read = context.desk.exports.list
        super().__init__(context, title, model, read, stretched=CONTENT_COLUMN, parent=parent)
        self.table.setItemDelegateForColumn(STATE_COLUMN, ExportStateDelegate(self.table))
        self.open_action = self.act(self.tr("Open"), "open", self.open_chosen, "Return")
        self.folder_action = self.act(
            self.tr("Show in folder"), "folder", self.show_chosen_in_folder, "Ctrl+Return"
        )
        self.download_action = self.act(
            self.tr("Download…"), "download", self.download_chosen, "Ctrl+S"
        )
        self.cancel_action = self.act(
            self.tr("Cancel export"), "stop", self.cancel_chosen, "Ctrl+."
        )
        self.delete_action = self.act(
            self.tr("Delete…"), "delete", self.delete_chosen, "Del", kind="danger"
        )
        self.empty.say(
            self.tr(
                "Nothing has been exported yet. Files of cards and their usage are kept here, to"
                " open or to save elsewhere."
            )
        )
        self.empty.offer(self.tr("Export cards…"), "export", self.export_wanted.emit)
        self._detail = QLabel(self)
        self._detail.setObjectName("export_detail")
        self._detail.setTextFormat(Qt.TextFormat.PlainText)
        self._detail.setWordWrap(True)
        self._detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._detail.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        self.under.addWidget(self._detail)
        self.table.doubleClicked.connect(self.open_action.trigger)
        context.bridge.exports_changed.connect(self.load)
        self.refresh()

    def refresh(self) -> None:
        chosen, one = self.chosen, self.one
        whole = one is not None and one.state is ExportState.COMPLETED
        for action in (self.open_action, self.folder_action, self.download_action):
            action.setEnabled(whole)
        self.cancel_action.setEnabled(any(row.state.open for row in chosen))
        self.delete_action.setEnabled(any(not row.state.open for row in chosen))
        self._detail.setText(self._detail_of(one))
        failed = one is not None and one.error is not None
        self._detail.setProperty("role", "bad" if failed else "final")
        self._detail.style().unpolish(self._detail)
        self._detail.style().polish(self._detail)
        count = len(self.model.rows)
        self.facts.setText(counted(count, self.tr("1 export"), self.tr("{count} exports")))

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

    # Doing

    def open_chosen(self) -> None:
        """Open the chosen file in the system's program for it."""
        open_file(self.context, self.chosen[0])

    def show_chosen_in_folder(self) -> None:
        """Open the folder of the chosen file."""
        show_in_folder(self.context, self.chosen[0])

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
        self.context.tasks.start(f"save {target}", self._save_copy(row, target), replace=False)

    async def _save_copy(self, row: ExportRow, target: Path) -> None:
        await self.context.desk.exports.save_copy(row.id, target)
        self.context.messages.done(self.tr("Saved “{path}”.").format(path=target))

    def cancel_chosen(self) -> None:
        """Stop those of the chosen exports that have not ended."""
        for row in self.chosen:
            if row.state.open:
                cancelling = self.context.desk.exports.cancel(row.id)
                self.context.tasks.start(f"cancel export {row.id}", cancelling, replace=False)

    def delete_chosen(self) -> None:
        """Ask, then delete those of the chosen exports that have ended."""
        ended = tuple(row for row in self.chosen if not row.state.open)
        if ended:
            dialog = DeleteExportsDialog(ended, self)
            dialog.accepted.connect(lambda: self._delete(ended))
            dialog.open()

    def _delete(self, rows: tuple[ExportRow, ...]) -> None:
        for row in rows:
            deleting = self.context.desk.exports.delete(row.id)
            self.context.tasks.start(f"delete export {row.id}", deleting, replace=False)

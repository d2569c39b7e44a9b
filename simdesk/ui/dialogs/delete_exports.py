"""Before exported files are deleted: which ones go, which stay on the disk."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QWidget

from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.export_words import ExportRow, ExportState
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.text import count_shown, shown


class DeleteExportsDialog(DialogFrame):
    """Accepted when they shall go."""

    def __init__(self, rows: Sequence[ExportRow], parent: QWidget | None = None) -> None:
        super().__init__(_heading(rows), parent)
        self.safe_button.setText(self.tr("Keep"))
        gone = sum(row.state is ExportState.COMPLETED and not row.kept for row in rows)
        kept = sum(row.state is ExportState.COMPLETED and row.kept for row in rows)
        words = []
        if gone:
            words.append(self.tr("It is removed from the disk; copies you saved elsewhere stay."))
        if kept:
            words.append(self.tr("A file in a folder of your own stays there."))
        if not words:
            words.append(self.tr("There is no file any more; only the line in the list goes."))
        for line in words:
            label = QLabel(line, self)
            label.setWordWrap(True)
            self.content.addWidget(label)
        self.set_confirm(shown(delete_words(len(rows), gone)), dangerous=gone > 0, by_enter=False)


def delete_words(count: int, gone: int) -> Text:
    """The confirming button: what goes off the list, and whether files go with it."""
    if not gone:
        if count == 1:
            return text(QT_TRANSLATE_NOOP("trade", "Remove 1 line from the list"))
        return text(
            QT_TRANSLATE_NOOP("trade", "Remove {count} lines from the list"),
            count=count_shown(count),
        )
    if count == 1:
        return text(QT_TRANSLATE_NOOP("trade", "Delete 1 file"))
    return text(QT_TRANSLATE_NOOP("trade", "Delete {count} files"), count=count_shown(count))


def _heading(rows: Sequence[ExportRow]) -> str:
    if len(rows) == 1:
        return shown(text(QT_TRANSLATE_NOOP("trade", "Delete “{name}”"), name=rows[0].name))
    return shown(
        text(QT_TRANSLATE_NOOP("trade", "Delete {count} exports"), count=count_shown(len(rows)))
    )

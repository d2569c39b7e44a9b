"""What stands on the screen until the first rows of a spreadsheet are: how far, or why not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from simdesk.models.errors import KnownError
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.text import count_shown

_WIDTH = 460


class OpeningDialog(DialogFrame):
    """Small and quiet; closing it gives the spreadsheet up. On failure it stays until then."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._name = name
        self.show_heading(self.tr("Opening “{name}”").format(name=name))
        self._words = QLabel(self.tr("Looking at what is in it"), self)
        self._words.setObjectName("muted")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self.content.addWidget(self._words)
        self.content.addWidget(self._bar)
        self.confirm_button.hide()
        self.safe_button.setText(self.tr("Cancel"))
        self.setMinimumWidth(_WIDTH)

    @property
    def words(self) -> str:
        """What it says, the trouble included."""
        return f"{self._words.text()} {self._error.text()}".strip()

    def show_loading(self, rows: int, ordered: int, to_order: int) -> None:
        """So many rows are read; then, of the indexes, so many are made."""
        if to_order:
            words = self.tr("All {rows} rows are read. Making them quick to search.")
        elif rows:
            words = self.tr("Reading rows: {rows} so far")
        else:
            words = self.tr("Reading rows")
        self._words.setText(words.format(rows=count_shown(rows)))
        self._bar.setRange(0, to_order)
        self._bar.setValue(ordered)

    def show_failure(self, error: KnownError) -> None:
        """Say why it could not be opened, and stay."""
        self.show_heading(self.tr("“{name}” was not opened").format(name=self._name))
        self._words.hide()
        self._bar.hide()
        self.show_error(error)
        self.safe_button.setText(self.tr("Close"))
        self.safe_button.setFocus()
        self.show()

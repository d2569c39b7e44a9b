"""The fields of the export dialog: which cards, which months, where to."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.periods import Month
from simdesk.ui import icons
from simdesk.ui.text import count_shown, month_shown
from simdesk.ui.theme import SMALL, TINY

SELECTED, MATCHING, ALL = range(3)


class CardsChoice(QWidget):
    """The selected, the matching or all cards, each with its number."""

    changed = Signal()

    def __init__(self, selected: int, matching: int | None, everything: int) -> None:
        """`matching` is None where the question matches every card."""
        super().__init__()
        self._counts = {SELECTED: selected, MATCHING: matching or 0, ALL: everything}
        words = {
            SELECTED: self.tr("Selected ({count})"),
            MATCHING: self.tr("Matching the search ({count})"),
            ALL: self.tr("All but cancelled ({count})"),
        }
        self._group = QButtonGroup(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(TINY)
        for which, template in words.items():
            button = QRadioButton(template.format(count=count_shown(self._counts[which])), self)
            button.setEnabled(which == ALL or self._counts[which] > 0)
            button.setVisible(which != MATCHING or matching is not None)
            self._group.addButton(button, which)
            box.addWidget(button)
        first = SELECTED if selected else MATCHING if matching else ALL
        self._group.button(first).setChecked(True)
        self._group.idToggled.connect(self._on_toggled)

    @property
    def which(self) -> int:
        return self._group.checkedId()

    @property
    def count(self) -> int:
        """How many cards are chosen."""
        return self._counts[self.which]

    def _on_toggled(self, which: int, on: bool) -> None:
        del which
        if on:
            self.changed.emit()


class MonthRange(QWidget):
    """First and last traffic month; the lists go back from the current one."""

    changed = Signal()

    def __init__(self, months: Sequence[Month]) -> None:
        """`months` are on offer, the current one first."""
        super().__init__()
        self._months = tuple(months)
        self._first = self._list(self.tr("First traffic month"))
        self._last = self._list(self.tr("Last traffic month"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self._first)
        row.addWidget(QLabel(self.tr("to"), self))
        row.addWidget(self._last)
        row.addStretch(1)
        self.choose(1, 0)
        for box in (self._first, self._last):
            box.currentIndexChanged.connect(self._on_changed)

    @property
    def first(self) -> Month:
        return self._months[self._first.currentIndex()]

    @property
    def last(self) -> Month:
        return self._months[self._last.currentIndex()]

    @property
    def back(self) -> tuple[int, int]:
        """How many months ago the range begins and ends."""
        return self._first.currentIndex(), self._last.currentIndex()

    def choose(self, first: int, last: int) -> None:
        """Begin `first` and end `last` months ago; what is out of range is left as it is."""
        for box, index in ((self._first, first), (self._last, last)):
            if 0 <= index < len(self._months):
                box.setCurrentIndex(index)

    def _list(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        for month in self._months:
            box.addItem(month_shown(month))
        return box

    def _on_changed(self) -> None:
        self.changed.emit()


class PlaceChoice(QWidget):
    """The exported files' own folder, or one of the operator's."""

    changed = Signal()

    def __init__(self, kept_days: int) -> None:
        super().__init__()
        self._ours = QRadioButton(
            self.tr("Exported files, kept for {count} days").format(count=kept_days), self
        )
        self._own = QRadioButton(self.tr("A folder of your own:"), self)
        self._folder = QLineEdit(self)
        self._folder.setPlaceholderText(self.tr("Folder"))
        self._folder.setAccessibleName(self.tr("Folder of your own"))
        self._browse = QPushButton(icons.icon("folder"), self.tr("Browse…"), self)
        self._browse.setAutoDefault(False)
        self._ours.setChecked(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(TINY)
        grid.addWidget(self._ours, 0, 0, 1, 3)
        grid.addWidget(self._own, 1, 0)
        grid.addWidget(self._folder, 1, 1)
        grid.addWidget(self._browse, 1, 2)
        grid.setColumnStretch(1, 1)
        self._own.toggled.connect(self._on_own_toggled)
        self._folder.textChanged.connect(self._on_folder_changed)
        self._browse.clicked.connect(self._on_browse_clicked)
        self._on_own_toggled(on=False)

    @property
    def folder(self) -> Path | None:
        """The operator's folder; None for the exported files' own."""
        return Path(self.words).expanduser() if self._own.isChecked() else None

    @property
    def words(self) -> str:
        """What stands in the folder's line, chosen or not."""
        return self._folder.text().strip()

    @property
    def missing(self) -> bool:
        """A folder of the operator's own is chosen and there is none of that name."""
        folder = self.folder
        return folder is not None and not (self.words and folder.is_dir())

    def choose(self, folder: str, *, own: bool) -> None:
        self._folder.setText(folder)
        self._own.setChecked(own)

    def only_own(self, folder: str) -> None:
        """Let it be a folder of the operator's: ours goes when the spreadsheet is closed."""
        self.choose(self.words or folder, own=True)
        self._ours.hide()

    def _on_own_toggled(self, on: bool) -> None:
        self._folder.setEnabled(on)
        self._browse.setEnabled(on)
        self.changed.emit()

    def _on_folder_changed(self) -> None:
        self.changed.emit()

    def _on_browse_clicked(self) -> None:
        chooser = QFileDialog(self, self.tr("Folder for the exported file"), self.words)
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setOption(QFileDialog.Option.ShowDirsOnly)
        chooser.fileSelected.connect(self._folder.setText)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

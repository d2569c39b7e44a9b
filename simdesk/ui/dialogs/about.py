"""Which program this is, what it runs on, and whose work it is made of, with the licences."""

import sys

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from simdesk import __version__
from simdesk.services.licences import Part, parts
from simdesk.ui import icons
from simdesk.ui.context import Context
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.dialogs.plain_words import PlainWords
from simdesk.ui.text import shown
from simdesk.ui.theme import MEDIUM, SMALL

_SIZE = (960, 660)
_MARK = 48
_LIST_WIDTH = 400
_VERSIONS_HEIGHT = 150
_NARROWEST = 60


class AboutDialog(DialogFrame):
    """Versions to copy for whoever helps; a list of parts, the chosen one's licence in full."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.show_heading(self.tr("About SimDesk"))
        self._warning = context.desk.custody.sqlite_warning
        self.parts: tuple[Part, ...] = parts()
        self.versions = PlainWords(self.tr("Versions"), self)
        self.versions.setPlainText(f"{context.desk.support.versions()}{self._built()}")
        self.versions.setFixedHeight(_VERSIONS_HEIGHT)
        self.list = self._build_list()
        self.licence = PlainWords(self.tr("Licence of the chosen part"), self)
        self.licence.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._copied = QLabel(self)
        self._copied.setProperty("muted", True)
        self._lay_out()
        self.list.currentCellChanged.connect(lambda row, *_: self._show_licence(row))
        self.list.setCurrentCell(0, 0)
        self.set_confirm(self.tr("Copy versions"), by_enter=False)
        self.resize(*_SIZE)

    def _built(self) -> str:
        packaged = getattr(sys, "frozen", False)
        return f"Qt {qVersion()}\nbuild {'package' if packaged else 'source'}\n"

    def _lay_out(self) -> None:
        mark = QLabel(self)
        mark.setPixmap(icons.application_icon().pixmap(_MARK, _MARK))
        mark.setAccessibleName("SimDesk")
        told = [
            self.tr("SimDesk {version}").format(version=__version__),
            self.tr("A desktop program for fleets of IoT SIM cards."),
            self.tr("Free software under the MIT licence; Qt, which it uses, is under the LGPL."),
        ]
        if self._warning is not None:
            told.append(shown(self._warning))
        words = QLabel("\n".join(told), self)
        words.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(MEDIUM)
        head.addWidget(mark)
        head.addWidget(words, 1)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.list)
        row.addWidget(self.licence, 1)
        self.content.addLayout(head)
        self.content.addWidget(self.versions)
        self.content.addWidget(self._copied)
        self.content.addLayout(row, 1)

    def _build_list(self) -> QTableWidget:
        table = QTableWidget(len(self.parts), 3, self)
        table.setAccessibleName(self.tr("Parts and their licences"))
        heads = (self.tr("Part"), self.tr("Version"), self.tr("Licence"))
        table.setHorizontalHeaderLabels(heads)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        for place, part in enumerate(self.parts):
            for column, words in enumerate((part.name, part.version, part.licence)):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                table.setItem(place, column, item)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (0, 1):
            table.resizeColumnToContents(column)
        # Some licences are a long list: the whole of it is in the tool tip.
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(_NARROWEST)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setFixedWidth(_LIST_WIDTH)
        return table

    def _show_licence(self, row: int) -> None:
        if not 0 <= row < len(self.parts):
            return
        part = self.parts[row]
        without = self.tr("{name} comes without the text of its licence. It is under: {licence}.")
        told = without.format(name=part.name, licence=part.licence or "?")
        self.licence.setPlainText(part.text or told)

    def confirmed(self) -> None:
        """Copy the versions; the box stays."""
        QApplication.clipboard().setText(self.versions.toPlainText())
        self._copied.setText(self.tr("The versions are on the clipboard."))

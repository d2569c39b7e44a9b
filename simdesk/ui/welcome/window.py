"""The welcome page: what SimDesk shows to somebody who has no fleet open.

Nothing is built or opened before it was asked for. The page is a window of its own, so that it can
be there before the services of a fleet are even imported.
"""

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.errors import KnownError
from simdesk.services.recent import Recent
from simdesk.ui import icons
from simdesk.ui.dropping import WELCOME, take
from simdesk.ui.measures import grown
from simdesk.ui.text import error_words
from simdesk.ui.theme import LARGE, MEDIUM, SMALL
from simdesk.ui.welcome.before import BeforeList
from simdesk.ui.welcome.building import BuildingPanel
from simdesk.ui.welcome.doors import DemoDoor, SheetDoor
from simdesk.ui.welcome.wishes import DemoWish, FleetWish, SheetWish

_SIZE = (760, 560)
_MARK = 48
"""Pixels of SimDesk's own picture."""


class WelcomeWindow(QDialog):
    """`wished` carries a DemoWish, FleetWish or SheetWish; `closed` ends it without one."""

    wished = Signal(object)
    cancel_wanted = Signal()
    """Stop building the demo fleet."""
    closed = Signal()

    def __init__(self, recent: Recent) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Welcome to SimDesk"))
        self.setAcceptDrops(True)
        self._recent = recent
        self.demo = DemoDoor(self)
        self.sheet = SheetDoor(self)
        self.building = BuildingPanel(self)
        self.fleets = BeforeList(self.tr("Fleets"), self)
        self.sheets = BeforeList(self.tr("Spreadsheets opened last"), self)
        self.guide = QPushButton(icons.icon("help"), self.tr("Operator's guide"), self)
        self.trouble = QLabel(self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.refresh()
        self.resize(self._first_size())
        self.demo.button.setFocus()

    def _first_size(self) -> QSize:
        """As wide as the letters ask for, as high as the words then are, and on the screen."""
        screen = self.screen().availableSize()
        wide, high = min(grown(_SIZE[0]), screen.width()), _SIZE[1]
        layout = self.layout()
        if layout is not None:
            high = max(high, layout.totalHeightForWidth(wide))
        return QSize(wide, min(high, screen.height()))

    def _lay_out(self) -> None:
        doors = QWidget(self)
        pair = QHBoxLayout(doors)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(LARGE)
        pair.addWidget(self.demo, 1)
        pair.addWidget(self.sheet, 1)
        self._stack.addWidget(doors)
        self._stack.addWidget(self.building)
        self.trouble.setObjectName("errorLine")
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        before = QGridLayout()
        before.setHorizontalSpacing(LARGE)
        before.addWidget(self.fleets, 0, 0)
        before.addWidget(self.sheets, 0, 1)
        before.setColumnStretch(0, 1)
        before.setColumnStretch(1, 1)
        self.guide.setProperty("flat", True)
        self.guide.setAccessibleName(self.guide.text())
        self.guide.setAutoDefault(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        box.setSpacing(LARGE)
        box.addLayout(self._head())
        box.addWidget(self._stack, 3)
        box.addWidget(self.trouble)
        box.addLayout(before, 2)
        box.addWidget(self.guide, 0, Qt.AlignmentFlag.AlignLeft)

    def _head(self) -> QHBoxLayout:
        mark = QLabel(self)
        mark.setPixmap(icons.application_icon().pixmap(_MARK, _MARK))
        mark.setAccessibleName("SimDesk")
        heading = QLabel(self.tr("Welcome to SimDesk"), self)
        heading.setObjectName("heading")
        words = QLabel(self.tr("The whole fleet of SIM cards on your own computer."), self)
        words.setProperty("muted", True)
        words.setWordWrap(True)
        told = QVBoxLayout()
        told.setSpacing(SMALL)
        told.addStretch(1)
        told.addWidget(heading)
        told.addWidget(words)
        told.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(MEDIUM)
        head.addWidget(mark)
        head.addLayout(told, 1)
        return head

    def _connect(self) -> None:
        self.demo.wanted.connect(lambda cards: self._wish(DemoWish(cards)))
        self.sheet.wanted.connect(self._choose_spreadsheet)
        self.building.cancel_wanted.connect(self.cancel_wanted)
        self.guide.clicked.connect(self._show_guide)

    # Showing

    def refresh(self) -> None:
        """Read anew what was open before."""
        self.fleets.show_fleets(self._recent.fleets(), lambda name: self._wish(FleetWish(name)))
        self.sheets.show_spreadsheets(
            self._recent.spreadsheets(), lambda path: self._wish(SheetWish(path))
        )
        self._order_keys()

    def _order_keys(self) -> None:
        """Let Tab go as the eye does; the buttons of the lists are new each time."""
        before = (*self.fleets.buttons, *self.sheets.buttons)
        order = (self.demo.size_box, self.demo.button, self.sheet.button, *before, self.guide)
        for one, next_one in pairwise(order):
            self.setTabOrder(one, next_one)

    def show_doors(self, error: KnownError | None = None) -> None:
        """Offer everything again; `error` says why what was wished did not come."""
        self.refresh()
        self._set_building(False)
        if error is not None:
            self._show_trouble(error_words(error))
        self.demo.button.setFocus()

    def show_building(self, cards: int) -> None:
        """A demo fleet of so many cards is being built."""
        self.building.begin(cards)
        self._set_building(True)
        self.building.cancel.setFocus()

    def _set_building(self, on: bool) -> None:
        self._stack.setCurrentIndex(1 if on else 0)
        self.fleets.setEnabled(not on)
        self.sheets.setEnabled(not on)

    def _show_trouble(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setAccessibleName(words)
        self.trouble.setVisible(bool(words))

    # Wishing

    def _wish(self, wish: object) -> None:
        self._show_trouble("")
        self.wished.emit(wish)

    def _choose_spreadsheet(self) -> None:
        from simdesk.ui.review.choosing import choose_spreadsheet

        choose_spreadsheet(self, lambda path: self._wish(SheetWish(path)))

    def _show_guide(self) -> None:
        from simdesk.ui.guide.window import show_guide

        show_guide(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._stack.currentIndex() == 0:
            WELCOME.admit(event)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        take(event)  # what does not fit was not let in

    def dropEvent(self, event: QDropEvent) -> None:
        try:
            dropped = WELCOME.understood(event.mimeData())
        except KnownError as error:
            self._show_trouble(error_words(error))
            return
        take(event)
        self._wish(SheetWish(dropped.files[0]))

    # Leaving

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A main window of its own: Esc stops a build and never closes it by accident.
        if event.key() == Qt.Key.Key_Escape:
            if self._stack.currentIndex() == 1:
                self.building.cancel.click()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

"""The table with its docks: search and groups at the left, details at the right or below."""

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

DETAILS_WIDTH = 320
NARROW = 960
"""Pixels of the page below which the details lie under the table, not beside it."""

_LEFT = Qt.DockWidgetArea.LeftDockWidgetArea
_RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
_BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea


class CardsDocks(QMainWindow):
    """The docks can be moved, closed and brought back; where they lie can be saved."""

    def __init__(
        self,
        centre: QWidget,
        search: QDockWidget,
        group: QDockWidget,
        details: QDockWidget,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)  # a QMainWindow takes itself for a window
        self.setObjectName("cards_docks")
        self.setDockNestingEnabled(True)
        self.setCentralWidget(centre)
        self._search = search
        self._group = group
        self._details = details
        self._lowered = False
        self.addDockWidget(_LEFT, search)
        self.addDockWidget(_LEFT, group)
        self.addDockWidget(_RIGHT, details)
        self._together()

    def place_anew(self) -> None:
        """Put the docks where they are when SimDesk is new."""
        self._lowered = False
        places = ((self._search, _LEFT), (self._group, _LEFT), (self._details, _RIGHT))
        for dock, area in places:
            dock.setFloating(False)
            self.addDockWidget(area, dock)
        self._together()
        self._details.show()
        self._widen_details()
        self._fit()

    def _together(self) -> None:
        self.tabifyDockWidget(self._search, self._group)
        self._search.hide()
        self._group.hide()

    def state(self, version: int) -> QByteArray:
        """Where the docks are; details that lie below for want of room count as beside."""
        if self._lowered:
            self._lowered = False
            self.addDockWidget(_RIGHT, self._details)
            found = self.saveState(version)
            self._fit()
            return found
        return self.saveState(version)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < NARROW
        area = self.dockWidgetArea(self._details)
        if narrow and area == _RIGHT and not self._details.isFloating():
            self._lowered = True
            self.addDockWidget(_BOTTOM, self._details)
            QTimer.singleShot(0, self, self._flatten_details)
        elif not narrow and self._lowered:
            self._lowered = False
            if area == _BOTTOM:
                self.addDockWidget(_RIGHT, self._details)
                self._widen_details()

    def _flatten_details(self) -> None:
        self.resizeDocks([self._details], [self.height() * 2 // 5], Qt.Orientation.Vertical)

    def _widen_details(self) -> None:
        self.resizeDocks([self._details], [DETAILS_WIDTH], Qt.Orientation.Horizontal)

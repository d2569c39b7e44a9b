"""Content that is whole where there is room for it, and scrolled where there is not."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from simdesk.ui.measures import grown

SIDES = 32
"""Pixels of a dialog at both sides of its content."""
_AROUND = 180
"""Pixels of a dialog above and below its content: frame, heading, trouble, buttons."""


class Scrolled(QScrollArea):
    """Takes the place of its content in a layout; at most as large as its room."""

    moved = Signal()
    """Something has appeared in it, or left."""

    def __init__(self, content: QLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = content
        held = QWidget(self)
        content.setContentsMargins(0, 0, 0, 0)  # in line with what stands around it
        held.setLayout(content)
        held.installEventFilter(self)
        self.setWidget(held)
        held.setAutoFillBackground(False)  # the ground is that of what it lies on
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()  # an area by itself would not tell
            self._allow_bar()
            self.moved.emit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._allow_bar()
        super().resizeEvent(event)

    def _allow_bar(self) -> None:
        """No bar where all has room without one: a bar makes words wrap, which then keep it."""
        most = self.maximumViewportSize()
        fits = self._content.hasHeightForWidth() and (
            self._content.totalHeightForWidth(most.width()) <= most.height()
        )
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(off if fits else needed)

    def room(self) -> QSize:
        """The most it may take: what the screen leaves to the content of a dialog."""
        screen = self.screen().availableSize()
        return QSize(screen.width() - SIDES, screen.height() - grown(_AROUND))

    def sizeHint(self) -> QSize:
        return self._content.totalSizeHint().boundedTo(self.room())

    def minimumSizeHint(self) -> QSize:
        return self._content.totalMinimumSize().boundedTo(self.room())

    def hasHeightForWidth(self) -> bool:
        return self._content.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        if not self._content.hasHeightForWidth():
            return -1
        return min(self._content.totalHeightForWidth(width), self.room().height())

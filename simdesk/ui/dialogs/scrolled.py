"""The content of a dialog: whole where the screen has room for it, scrolled where it has not."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from simdesk.ui.measures import grown

_REST = 180
"""Pixels of a dialog around its content: frame, heading, a line of trouble, buttons."""
_SIDES = 48


class Scrolled(QScrollArea):
    """Takes the place of its content in the dialog's layout."""

    def __init__(self, content: QLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = content
        held = QWidget(self)
        held.setLayout(content)
        content.setContentsMargins(0, 0, 0, 0)
        self.setWidget(held)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def room(self) -> QSize:
        """The most that the screen has room for."""
        screen = self.screen().availableSize()
        return QSize(screen.width() - _SIDES, screen.height() - grown(_REST))

    def sizeHint(self) -> QSize:
        return self._content.totalSizeHint().boundedTo(self.room)

    def minimumSizeHint(self) -> QSize:
        return self._content.totalMinimumSize().boundedTo(self.room)

    def hasHeightForWidth(self) -> bool:
        return self._content.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        if not self._content.hasHeightForWidth():
            return -1
        return min(self._content.totalHeightForWidth(width), self.room.height())

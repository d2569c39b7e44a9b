"""The frame of every dialog: heading, content, error line, a safe and a confirming button."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.errors import KnownError
from simdesk.ui.measures import grown
from simdesk.ui.scrolled import SIDES, Scrolled
from simdesk.ui.text import error_words

T = TypeVar("T")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DialogFrame(QDialog):
    """Opened with `open()`, never `exec()`: other tasks must go on while it stands."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(heading)
        self._heading = QLabel(heading, self)
        self._heading.setObjectName("heading")
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._error = QLabel(self)
        self._error.setObjectName("errorLine")
        self._error.setTextFormat(Qt.TextFormat.PlainText)
        self._error.setWordWrap(True)
        self._error.hide()
        self._again = QPushButton(self.tr("Try again"), self)
        self._again.hide()
        self._try_again: Callable[[], None] | None = None
        self._held = False
        self.content = QVBoxLayout()
        self.content.setSpacing(12)
        self.content.setContentsMargins(0, 0, 0, 0)
        self._area = Scrolled(self.content, self)
        self._growing = QTimer(self, singleShot=True, interval=0)
        self._growing.timeout.connect(self.make_room)
        self._area.moved.connect(self._growing.start)
        self.safe_button = QPushButton(self.tr("Close"), self)
        self.confirm_button = QPushButton(self)
        self._build_frame()
        self.safe_button.clicked.connect(self.reject)
        self.confirm_button.clicked.connect(self._on_confirm_clicked)
        self._again.clicked.connect(self._on_again_clicked)
        # A button that has the focus takes Enter before the dialog sees it.
        self.confirm_button.installEventFilter(self)

    def _build_frame(self) -> None:
        line = QFrame(self)
        line.setObjectName("separator")
        line.setFrameShape(QFrame.Shape.HLine)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.safe_button)
        buttons.addWidget(self.confirm_button)
        trouble = QHBoxLayout()
        trouble.setSpacing(8)
        trouble.addWidget(self._error, 1)
        trouble.addWidget(self._again, 0, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 16, 16, 16)
        outer.setSpacing(12)
        outer.addWidget(self._heading)
        outer.addWidget(self._area, 1)
        outer.addLayout(trouble)
        outer.addWidget(line)
        outer.addLayout(buttons)

    def setMinimumWidth(self, pixels: int) -> None:
        """Make the content at least so wide; what stands around it may want more."""
        self._area.setMinimumWidth(min(grown(pixels) - SIDES, self._area.room().width()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.resize(self.size().boundedTo(self.screen().availableSize()))

    def show_heading(self, words: str) -> None:
        """Say what the dialog is about, where that changes while it stands."""
        self.setWindowTitle(words)
        self._heading.setText(words)

    def set_confirm(self, words: str, *, dangerous: bool = False, by_enter: bool = True) -> None:
        """Label the confirming button. Enter reaches it only for what can be taken back."""
        self.confirm_button.setText(words)
        self.confirm_button.setAccessibleName(words)
        self.confirm_button.setProperty("kind", "danger" if dangerous else "primary")
        self.confirm_button.style().unpolish(self.confirm_button)
        self.confirm_button.style().polish(self.confirm_button)
        for button in (self.safe_button, self.confirm_button):
            button.setAutoDefault(False)
            button.setDefault(False)
        chosen = self.confirm_button if by_enter else self.safe_button
        chosen.setDefault(by_enter)
        # Whoever is filling something in goes on there.
        if not by_enter and self.focusWidget() in (None, self.confirm_button):
            self.safe_button.setFocus()

    def make_room(self) -> None:
        """Grow for what has appeared; the dialog never shrinks by itself."""
        layout = self.layout()
        if layout is not None and self.isVisible():
            layout.activate()
            wanted = layout.totalHeightForWidth(self.width())
            self.resize(self.width(), max(self.height(), wanted))

    def show_error(self, error: KnownError | None, again: Callable[[], None] | None = None) -> None:
        """Say what was refused and the remedy, inside the dialog; None clears it.

        `again` asks once more for what could not be had; a button offers it.
        """
        self._try_again = None if error is None else again
        self._again.setVisible(self._try_again is not None)
        if error is None:
            self._error.hide()
            return
        self._error.setText(error_words(error))
        self._error.setAccessibleName(self._error.text())
        self._error.show()
        self.make_room()

    async def hold(
        self, writing: Awaitable[T], again: Callable[[], None] | None = None
    ) -> T | None:
        """Await a write; until it has ended the dialog cannot be closed under it.

        A KnownError is said in the dialog, which then answers None and stays; `again` is what
        its button then offers.
        """
        self._held = True
        self.confirm_button.setEnabled(False)
        self.safe_button.setEnabled(False)
        try:
            return await writing
        except KnownError as error:
            self.show_error(error, again)
            return None
        finally:
            self._held = False
            self.safe_button.setEnabled(True)
            self.arm()

    def arm(self) -> None:
        """Enable the confirming button after a write; a subclass may say when."""
        self.confirm_button.setEnabled(True)

    @property
    def held(self) -> bool:
        """A write is under way."""
        return self._held

    def takes_enter(self) -> bool:
        """Enter may confirm at this moment; a subclass may say more."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._refuses(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._refuses(event)
        return super().eventFilter(watched, event)

    def _refuses(self, event: QKeyEvent) -> bool:
        # Enter that is held down, perhaps since before the dialog stood, confirms nothing.
        return event.key() in _ENTER and (event.isAutoRepeat() or not self.takes_enter())

    def reject(self) -> None:
        if not self._held:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._held:
            event.ignore()
        else:
            super().closeEvent(event)

    def confirmed(self) -> None:
        """What the confirming button does; the subclass says."""
        self.accept()

    def _on_confirm_clicked(self) -> None:
        self.confirmed()

    def _on_again_clicked(self) -> None:
        again = self._try_again
        self.show_error(None)
        if again is not None:
            again()

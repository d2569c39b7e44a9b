"""Where messages stand: trouble in a bar on top, good news in a note that moves nothing."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QWidget

from simdesk.ui import icons
from simdesk.ui.measures import grown
from simdesk.ui.messages import LOUD, QUIET, Message, Messages, Weight
from simdesk.ui.theme import ICON, LARGE, SMALL, TINY

SHOWN_MS = 8_000
"""Messages without trouble leave by themselves; warnings and failures stay."""
OFFERED_MS = 30_000
"""Those that offer something stay so long, and as long as the pointer rests on them."""

_ICONS = {
    Weight.TOLD: "info",
    Weight.DONE: "check",
    Weight.WARNED: "warn",
    Weight.FAILED: "failed",
}


_WIDEST = 480
_ABOVE = 40
"""Pixels below a note: the line of facts stays in sight."""


class MessageBar(QFrame):
    """Shows the latest message of its weights; how many wait behind it is not worth a number."""

    weights = LOUD
    shown_ms, offered_ms = SHOWN_MS, OFFERED_MS
    report_wanted = Signal(str)
    """The words of a report that is to be read."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message: Message | None = None
        self._icon = QLabel(self)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setMargin(1)  # some fonts draw the underscores of a file's name below it
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._offer = QPushButton(self)
        self._offer.setProperty("flat", True)
        self._report = QPushButton(self.tr("Read report…"), self)
        self._report.setProperty("flat", True)
        self._close = QPushButton(self.tr("Dismiss"), self)
        self._close.setProperty("flat", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, TINY, SMALL, TINY)
        row.setSpacing(SMALL)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        for button in (self._offer, self._report, self._close):
            row.addWidget(button)
        self._leaving = QTimer(self, singleShot=True)
        self._leaving.timeout.connect(self._leave)
        self._offer.clicked.connect(self._on_offer_clicked)
        self._report.clicked.connect(self._on_report_clicked)
        self._close.clicked.connect(self.hide)
        messages.said.connect(self.show_message)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show it instead of what is shown; messages of other weights are another bar's."""
        if message.weight not in self.weights:
            return
        self._message = message
        self.setProperty("message", message.weight.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._draw_icon(message)
        self._words.setText(message.words)
        self.setAccessibleName(message.words)
        self._offer.setVisible(message.offer is not None)
        self._offer.setText(message.offer.words if message.offer is not None else "")
        self._report.setVisible(message.report is not None)
        self.show()
        self._leaving.stop()
        if message.weight in QUIET:
            self._leaving.start(self.shown_ms if message.offer is None else self.offered_ms)

    def _leave(self) -> None:
        """Its time is over; it has as much again while the pointer rests on it."""
        if self.underMouse():
            self._leaving.start()
        else:
            self.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._message is not None:
            self._draw_icon(self._message)

    def _draw_icon(self, message: Message) -> None:
        icon = icons.icon(_ICONS[message.weight], message.weight.value)
        self._icon.setPixmap(icon.pixmap(QSize(ICON, ICON), self.devicePixelRatio()))

    @property
    def standing(self) -> Message | None:
        """The message that can be read now."""
        return None if self.isHidden() else self._message

    def report_read(self) -> None:
        """The operator has acted on the report: its message is no longer true."""
        if self._message is not None and self._message.report is not None:
            self.hide()

    def _on_offer_clicked(self) -> None:
        self.hide()
        if self._message is not None and self._message.offer is not None:
            self._message.offer.run()

    def _on_report_clicked(self) -> None:
        if self._message is not None and self._message.report is not None:
            self.report_wanted.emit(self._message.report)


class MessageNote(MessageBar):
    """Good news, at the lower right of what it lies over: nothing gives way to it."""

    weights = QUIET

    def __init__(self, messages: Messages, over: QWidget) -> None:
        super().__init__(messages, over)
        self.setObjectName("note")
        over.installEventFilter(self)
        if isinstance(over, QStackedWidget):  # the page that comes to the front would cover it
            over.currentChanged.connect(self.raise_)

    def show_message(self, message: Message) -> None:
        super().show_message(message)
        if message.weight in self.weights:
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        over = self.parentWidget()
        if over is None:
            return
        self.resize(min(grown(_WIDEST), over.width() - 2 * LARGE), self.height())
        self.resize(self.width(), self.heightForWidth(self.width()))
        corner = QPoint(over.width() - self.width() - LARGE, over.height() - self.height() - _ABOVE)
        self.move(corner)
        self.raise_()

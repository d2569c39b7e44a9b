"""The quick search box: the text form of a filter, applied while it is typed."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from simdesk.models.errors import KnownError
from simdesk.models.filter_text import FilterError, filter_text, parse_filter
from simdesk.models.filters import CardFilter
from simdesk.ui import theme
from simdesk.ui.context import Context
from simdesk.ui.filter.filter_completer import FilterCompleter
from simdesk.ui.filter.positions import points
from simdesk.ui.icons import icon
from simdesk.ui.joining import sentences
from simdesk.ui.text import shown

APPLY_AFTER_MS = 200
COMPLAIN_AFTER_MS = 700
"""A term that is still being typed is not complained of in words."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuickSearch(QLineEdit):
    """What cannot be read is underlined and explained; the last good question stays asked."""

    filter_changed = Signal(object)
    """The CardFilter that is asked now."""
    leave_wanted = Signal()
    """Esc in an empty box, or Enter when all is asked: the keyboard goes back to the table."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = CardFilter()
        self._error: FilterError | None = None
        self.setPlaceholderText(
            self.tr("Search numbers and remarks, or status:in_use usage>=100MB")
        )
        self.setAccessibleName(self.tr("Quick search"))
        self.setClearButtonEnabled(True)
        self.addAction(icon("find", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self._note = ErrorNote(self)
        self.completions = FilterCompleter(context, self)
        self._apply_timer = self._timer(APPLY_AFTER_MS, self._apply)
        self._complain_timer = self._timer(COMPLAIN_AFTER_MS, self._complain)
        self.textEdited.connect(self._on_edited)
        self.textChanged.connect(self._on_text_changed)

    def _timer(self, milliseconds: int, run: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(run)
        return timer

    @property
    def error(self) -> FilterError | None:
        """What cannot be read in the text, None while all can."""
        return self._error

    @property
    def complaint(self) -> str:
        """The sentence below the box; empty while none stands there."""
        return self._note.words if self._note.isVisibleTo(self.window()) else ""

    def show_filter(self, asked: CardFilter) -> None:
        """Write `asked` into the box, unless the text already says it; announces nothing."""
        self._asked = asked
        self._apply_timer.stop()
        if self._said() != asked.terms:
            self.setText(filter_text(asked))
            if not self.hasFocus():
                self.setCursorPosition(0)
            self._set_error(None)

    def _said(self) -> object:
        try:
            return parse_filter(self.text()).terms
        except KnownError:
            return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.completions.takes(event):
            event.ignore()  # the list of completions has it
            return
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif event.key() in _ENTER:
            self._enter()
        elif _asks_for_completion(event):
            self.completions.offer(explicitly=True)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._note.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._error is not None:
            self._complain_timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._error is None:
            return
        left, right = self.span(self._error)
        painter = QPainter(self)
        painter.setPen(QPen(theme.role("bad"), 2))
        bottom = self.cursorRect().bottom() + 1
        painter.drawLine(left, bottom, max(right, left + 6), bottom)

    def span(self, error: FilterError) -> tuple[int, int]:
        """Where the part that cannot be read stands: left and right, in pixels of the box."""
        # The text may be scrolled: the caret tells by how much.
        words, metrics = self.text(), self.fontMetrics()
        caret = self.cursorRect().center().x()
        before = metrics.horizontalAdvance(words[: points(words, self.cursorPosition())])
        start = caret - before + metrics.horizontalAdvance(words[: error.start])
        end = start + metrics.horizontalAdvance(words[error.start : error.end])
        inner = QRect(self.rect()).adjusted(30, 0, -30, 0)
        return max(start, inner.left()), min(end, inner.right())

    def _escape(self) -> None:
        if self.text():
            self.clear()
            self._apply_now()
        else:
            self.leave_wanted.emit()

    def _enter(self) -> None:
        """Ask at once; when nothing is left to ask, go to what was found."""
        asked = self._asked
        self._apply_now()
        if self._error is None and self._asked == asked:
            self.leave_wanted.emit()

    def _apply_now(self) -> None:
        self._apply_timer.stop()
        self._apply()
        if self._error is not None:
            self._complain()

    def _apply(self) -> None:
        try:
            found = parse_filter(self.text())
        except FilterError as error:
            self._set_error(error)
            self._complain_timer.start()
            return
        self._set_error(None)
        asked = replace(self._asked, terms=found.terms)
        if asked != self._asked:
            self._asked = asked
            self.filter_changed.emit(asked)

    def _set_error(self, error: FilterError | None) -> None:
        self._error = error
        self._complain_timer.stop()
        if error is None:
            self._note.hide()
        self.setProperty("wrong", error is not None)
        self.style().unpolish(self)
        self.style().polish(self)
        words = "" if error is None else error_sentence(error)
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    def _complain(self) -> None:
        if self._error is not None and self.hasFocus() and not self.completions.visible:
            self._note.show_words(error_sentence(self._error))

    def _on_edited(self) -> None:
        self._note.hide()
        self._apply_timer.start()
        self.completions.offer(explicitly=False)

    def _on_text_changed(self, words: str) -> None:
        if not words and not self.hasFocus():
            return
        if not words:
            self._apply_timer.start()  # the clear button does not count as editing


class ErrorNote(QFrame):
    """A sentence just below the box, inside its window: it takes no focus and covers little."""

    def __init__(self, box: QLineEdit) -> None:
        super().__init__(box)
        self._box = box
        self.setProperty("message", "bad")
        self.setAutoFillBackground(True)
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setProperty("role", "bad")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.addWidget(self._label)
        self.hide()

    @property
    def words(self) -> str:
        return self._label.text()

    def show_words(self, words: str) -> None:
        window = self._box.window()
        if self.parentWidget() is not window:
            self.setParent(window)
            window.installEventFilter(self)
        self._label.setText(words)
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        window = self._box.window()
        width = max(self._box.width(), 280)
        corner = self._box.mapTo(window, QPoint(0, self._box.height() + 2))
        self.setGeometry(corner.x(), corner.y(), width, self.heightForWidth(width))


def error_sentence(error: KnownError) -> str:
    """What is wrong and what to write instead."""
    parts = [shown(error.message)]
    if error.remedy is not None:
        parts.append(shown(error.remedy))
    return sentences(parts)


def _asks_for_completion(event: QKeyEvent) -> bool:
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Down or (control and event.key() == Qt.Key.Key_Space)

"""One field of a card: its name, its value, and copying it by click or key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QGridLayout, QWidget

from simdesk.ui import theme
from simdesk.ui.details.words import Words, breakable, keep_width, wide_enough
from simdesk.ui.measures import grown

LABEL_WIDTH = 132
"""Pixels that names of fields take, so that values stand in one column."""
NARROW_LABEL_WIDTH = 104
_ROOM = 2
"""Pixels above and below a line of words."""
_LEAST_VALUE = 160
"""Pixels that a value needs beside its name, in usual letters."""
_NARROW = 352
"""Below this width the names give way, so that an ICCID stays on one line."""


class FactLine(QWidget):
    """`Plan voucher   CM_SF_M_2_100M`. Click, Enter, Space or Ctrl+C copy the value."""

    copy_wanted = Signal(str, str)
    """Name of the field, value to copy."""

    def __init__(self, name: str, *, identifier: bool = False, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self._copied = ""
        self._identifier = identifier
        self._filled: bool | None = None
        self._stacked = False
        self._held: tuple[str, str | None, str] | None = None
        self._label = Words(self, name, muted=True)
        keep_width(self._label, grown(LABEL_WIDTH))
        self._value = Words(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, _ROOM, 4, _ROOM)
        self._grid.setHorizontalSpacing(8)
        self._grid.addWidget(self._label, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._value, 0, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def name(self) -> str:
        return self._name

    @property
    def value(self) -> str:
        return self._copied

    @property
    def shown(self) -> str:
        """What stands in the line, copied or not."""
        return self._value.text().replace("\u200b", "")

    def show_value(self, words: str, copied: str | None = None, *, missing: str = "—") -> None:
        """Show `words`, or `missing` in muted words where there are none."""
        if (words, copied, missing) == self._held:
            return
        self._held = (words, copied, missing)
        self._copied = words if copied is None else copied
        self._value.say(breakable(words) if words else missing, None if words else "final")
        self._set_filled(bool(words))
        spoken = self._copied if words else self.tr("none")
        self.setAccessibleName(f"{self._name}: {spoken}")

    def _set_filled(self, filled: bool) -> None:
        if filled is self._filled:
            return
        self._filled = filled
        as_id = self._identifier and filled
        self._value.setFont(theme.id_font() if as_id else theme.words_font())
        self._set_on_one_line()
        pointing, plain = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(pointing if filled else plain)
        self.setToolTip(self.tr("Click to copy") if filled else "")
        self.setAccessibleDescription(self.tr("Enter copies the value") if filled else "")

    def _set_on_one_line(self) -> None:
        """Name and value stand on one line though their fonts differ; all lines are as high."""
        words, value = QFontMetrics(theme.words_font()), QFontMetrics(self._value.font())
        higher, lower = value.ascent() - words.ascent(), value.descent() - words.descent()
        self._label.setContentsMargins(0, max(0, higher), 0, 0)
        self._value.setContentsMargins(0, max(0, -higher), 0, 0)
        above, below = max(0, _ROOM - max(0, higher)), max(0, _ROOM - max(0, lower))
        self._grid.setContentsMargins(12, above, 4, below)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if pressed or event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        inside = self.rect().contains(event.position().toPoint())
        if inside and event.button() == Qt.MouseButton.LeftButton:
            self._copy()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width()
        self._stack(stacked=wide - grown(NARROW_LABEL_WIDTH) < grown(_LEAST_VALUE))
        narrow = wide < grown(_NARROW)
        width = grown(NARROW_LABEL_WIDTH if narrow else LABEL_WIDTH)
        keep_width(self._label, wide_enough(self._label, width))

    def _stack(self, *, stacked: bool) -> None:
        """Put the value below the name where letters are so large that it has no room beside."""
        if stacked is not self._stacked:
            self._stacked = stacked
            place = (1, 0, 1, 2) if stacked else (0, 1, 1, 1)
            self._grid.addWidget(self._value, *place, Qt.AlignmentFlag.AlignTop)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self.underMouse() or self.hasFocus()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.role("selection") if self.underMouse() else theme.role("surface"))
        painter.setPen(theme.role("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
        inner = self.rect().adjusted(4, 0, -5, -1)
        painter.drawRoundedRect(inner, theme.CORNER, theme.CORNER)

    def _copy(self) -> None:
        if self._copied:
            self.copy_wanted.emit(self._name, self._copied)

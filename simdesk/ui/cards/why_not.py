"""Which actions fit how many of the selected cards, and why the others are left out."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.actions import TOP_UP_OF_POOLS
from simdesk.ui.actions.spec import ActionSpec
from simdesk.ui.actions.standing import Standing
from simdesk.ui.inline_link import PoolLink
from simdesk.ui.joining import named
from simdesk.ui.scrolled import Scrolled
from simdesk.ui.text import count_shown, shown
from simdesk.ui.theme import LARGE, MEDIUM, TINY

MOST_REASONS = 2


class _Content(Scrolled):
    """All that the sheet tells; it leaves some of the screen to what lies behind."""

    def room(self) -> QSize:
        return self.screen().availableSize() * 3 / 4


class WhyNot(QFrame):
    """A sheet that closes by Esc or a click elsewhere; its words can be read by keyboard.

    They wrap where the screen is too narrow for them, and scroll where it is too low.
    """

    pool_wanted = Signal()
    """Buy for the pool instead of topping up its cards."""

    def __init__(
        self, standings: Iterable[tuple[ActionSpec, Standing]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("sheet")
        self.setAccessibleName(self.tr("Why not"))
        grid = self._grid = QGridLayout()
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(TINY)
        grid.setColumnStretch(2, 1)  # the reasons take what room there is
        self._content = _Content(grid, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        box.addWidget(self._content)
        whole: list[str] = []
        for spec, standing in standings:
            if standing.allowed == standing.asked:
                whole.append(spec.shown.rstrip("…"))
            else:
                self._add(grid, spec, standing)
        if whole:
            row = grid.rowCount()
            grid.addWidget(self._label(self.tr("All cards"), strong=True), row, 0)
            grid.addWidget(self._label(named(whole), muted=True), row, 2)

    def _add(self, grid: QGridLayout, spec: ActionSpec, standing: Standing) -> None:
        row = grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self._label(spec.shown.rstrip("…"), strong=True), row, 0, top)
        fits = self.tr("{allowed} of {asked}").format(
            allowed=count_shown(standing.allowed), asked=count_shown(standing.asked)
        )
        grid.addWidget(self._label(fits), row, 1, top | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._label("\n".join(self._reasons(standing)), muted=True), row, 2)
        if any(reason.source == TOP_UP_OF_POOLS for reason, _ in standing.blocked):
            link = PoolLink(self)
            link.clicked.connect(self.pool_wanted)
            link.clicked.connect(self.close)
            grid.addWidget(link, row + 1, 2, Qt.AlignmentFlag.AlignLeft)

    def _reasons(self, standing: Standing) -> list[str]:
        told, rest = standing.blocked[:MOST_REASONS], standing.blocked[MOST_REASONS:]
        found = [
            self.tr("{count} not: {reason}").format(count=count_shown(count), reason=shown(reason))
            for reason, count in told
        ]
        if rest:
            left = count_shown(sum(count for _, count in rest))
            found.append(self.tr("{count} not, for other reasons").format(count=left))
        return found

    def open_at(self, place: QPoint) -> None:
        """Open with its upper left corner at a place of the screen, or as near as it has room."""
        room, wanted = self._content.room(), self._grid.totalSizeHint()
        if wanted.width() > room.width():
            self._wrap("muted")
            if self._grid.totalMinimumSize().width() > room.width():
                self._wrap("strong")
                self._grid.setColumnMinimumWidth(0, room.width() // 4)
            wide = max(room.width(), self._grid.totalMinimumSize().width())
            wanted = QSize(wide, self._grid.totalHeightForWidth(wide))
        if wanted.height() > room.height():
            bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
            wanted = QSize(wanted.width() + bar, room.height())
        self.ensurePolished()
        frame = self.contentsMargins()
        self.resize(wanted.grownBy(frame) + QSize(2 * LARGE, 2 * MEDIUM))
        screen = self.screen().availableGeometry()
        last = screen.bottomRight() - QPoint(self.width(), self.height())
        self.move(min(place.x(), last.x()), min(place.y(), last.y()))
        self.show()

    def _wrap(self, which: str) -> None:
        for label in self.findChildren(QLabel):
            if label.property(which):
                label.setWordWrap(True)

    def _label(self, words: str, *, strong: bool = False, muted: bool = False) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        label.setProperty("strong", strong)
        label.setProperty("muted", muted)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return label

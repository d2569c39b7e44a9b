"""Which actions fit how many of the selected cards, and why the others are left out."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from simdesk.ui.actions.spec import ActionSpec
from simdesk.ui.actions.standing import Standing
from simdesk.ui.text import count_shown, shown
from simdesk.ui.theme import LARGE, MEDIUM, TINY

MOST_REASONS = 4


class WhyNot(QFrame):
    """A sheet that closes by Esc or a click elsewhere; its words can be read by keyboard."""

    def __init__(
        self, standings: Iterable[tuple[ActionSpec, Standing]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("sheet")
        self.setAccessibleName(self.tr("Why not"))
        grid = QGridLayout(self)
        grid.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(TINY)
        row = 0
        for spec, standing in standings:
            grid.addWidget(self._label(spec.shown.rstrip("…"), strong=True), row, 0)
            fits = self.tr("{allowed} of {asked}").format(
                allowed=count_shown(standing.allowed), asked=count_shown(standing.asked)
            )
            grid.addWidget(self._label(fits), row, 1, Qt.AlignmentFlag.AlignRight)
            for reason, count in standing.blocked[:MOST_REASONS]:
                words = self.tr("{count} not: {reason}").format(
                    count=count_shown(count), reason=shown(reason)
                )
                grid.addWidget(self._label(words, muted=True), row, 2)
                row += 1
            row += not standing.blocked

    def open_at(self, place: QPoint) -> None:
        """Open with its lower left corner at a place of the screen."""
        self.adjustSize()
        self.move(place)
        self.show()

    def _label(self, words: str, *, strong: bool = False, muted: bool = False) -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("strong", strong)
        label.setProperty("muted", muted)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return label

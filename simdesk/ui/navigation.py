"""The pane at the left: the pages that there are, and what runs beside the work."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from simdesk.ui import icons
from simdesk.ui.pages import PageSpec
from simdesk.ui.text import count_shown, duration_shown
from simdesk.ui.theme import ICON, SMALL, TINY, words_font

if TYPE_CHECKING:
    from simdesk.models.changes import SyncMoved

WIDTH = 148
_ASIDE = 23
"""Pixels of an entry beside its icon and its words."""
_MOST = 99
"""A larger number has no room; then a dot stands for it."""


class NavigationPane(QFrame):
    """Emits the name of the page that is wanted."""

    page_wanted = Signal(str)
    stop_wanted = Signal()
    """Stop the sync."""

    def __init__(self, pages: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAccessibleName(self.tr("Pages"))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        buttons = [self._button(page) for page in pages]
        self._phase = QLabel(self)
        self._phase.setObjectName("muted")
        self._phase.setWordWrap(True)
        self._phase.setContentsMargins(SMALL, 0, SMALL, 0)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Sync progress"))
        self._stop = QPushButton(self.tr("Stop sync"), self)
        self._stop.clicked.connect(self.stop_wanted)
        box = QVBoxLayout(self)
        # The longest name in bold and its badge fit side by side.
        box.setContentsMargins(TINY, SMALL, TINY, SMALL)
        box.setSpacing(TINY)
        for button in buttons:
            box.addWidget(button)
        self._fit()
        box.addStretch(1)
        for part in (self._phase, self._bar, self._stop):
            box.addWidget(part)
            part.hide()

    def _button(self, page: PageSpec) -> QPushButton:
        button = QPushButton(icons.icon(page.icon, "muted"), page.shown, self)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.page_wanted.emit(page.name))
        self._group.addButton(button)
        self._buttons[page.name] = button
        return button

    def _fit(self) -> None:
        """Be as wide as the longest name in bold with its badge."""
        letters = QFontMetrics(words_font(bold=True))
        names = (button.property("plain") or button.text() for button in self._buttons.values())
        longest = max(letters.horizontalAdvance(f"{name} ●") for name in names)
        self.setFixedWidth(max(WIDTH, longest + ICON + _ASIDE))

    def show_page(self, name: str) -> None:
        """Mark the page that is in sight."""
        self._buttons[name].setChecked(True)

    @property
    def shown(self) -> str:
        """The name of the page in sight."""
        return next(name for name, button in self._buttons.items() if button.isChecked())

    def show_badge(self, name: str, words: str, count: int = 0) -> None:
        """Put a dot behind a page's name, or the number of what waits for people.

        What it stands for is told by tool tip and by voice.
        """
        button = self._buttons.get(name)
        if button is not None:
            plain = button.property("plain") or button.text()
            button.setProperty("plain", plain)
            badge = str(count) if 0 < count <= _MOST else "●"
            button.setText(f"{plain} {badge}" if words else plain)
            whole = f"{plain} · {words}" if words else plain
            button.setToolTip(whole)
            button.setAccessibleName(whole)

    def show_sync(self, moved: "SyncMoved") -> None:
        """Show how far a sync is; nothing while none runs."""
        for part in (self._phase, self._bar, self._stop):
            part.setVisible(moved.running)
        if not moved.running:
            return
        phase = QCoreApplication.translate("trade", moved.phase)
        words = f"{phase} {count_shown(moved.done)}"
        if moved.total:
            words = self.tr("{phase}: {done} of {total}").format(
                phase=phase, done=count_shown(moved.done), total=count_shown(moved.total)
            )
        if moved.seconds_left is not None:
            words += "\n" + self.tr("{time} left").format(time=duration_shown(moved.seconds_left))
        self._phase.setText(words)
        self._bar.setRange(0, moved.total or 0)
        self._bar.setValue(moved.done)

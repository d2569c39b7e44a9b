"""The banner of a review: which file this is, from when, how much of it is there."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from simdesk.models.reviews import ReviewOf
from simdesk.ui.measures import line_room
from simdesk.ui.text import count_shown, moment_shown
from simdesk.ui.theme import LARGE, MEDIUM, SMALL, TINY
from simdesk.ui.wrapping import WrappingRow

HEIGHT = 36
_BAR = 160


class ReviewBanner(QFrame):
    """Stands above everything in the window of a review, and cannot be dismissed.

    It takes further lines where the window is narrow or letters are large.
    """

    refused_wanted = Signal()
    find_wanted = Signal()
    """Find these cards on the desk."""
    compare_wanted = Signal()
    bring_back_wanted = Signal()
    stop_wanted = Signal()
    """Give the reading up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review_banner")
        self.setMinimumHeight(line_room(HEIGHT))
        self._title = QLabel(self)
        self._title.setProperty("strong", True)
        self._words = QLabel(self)
        for label in (self._title, self._words):
            label.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR)
        self._bar.setAccessibleName(self.tr("Reading the spreadsheet"))
        self.refused = self._button(self.tr("What was refused…"), self.refused_wanted)
        self.find_cards = self._button(self.tr("Find on the desk…"), self.find_wanted)
        self.compare = self._button(self.tr("Compare…"), self.compare_wanted)
        self.bring_back = self._button(self.tr("Bring changes back…"), self.bring_back_wanted)
        self.stop = self._button(self.tr("Cancel"), self.stop_wanted)
        self.stop.setAccessibleName(self.tr("Cancel reading"))
        row = WrappingRow(self)
        row.setContentsMargins(LARGE, TINY, SMALL, TINY)
        row.setSpacing(MEDIUM)
        row.addWidget(self._title)
        row.addWidget(self._words)
        row.addWidget(self._bar)
        row.add_gap()
        for button in (self.refused, self.find_cards, self.compare, self.bring_back, self.stop):
            row.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_loading(0, 0, 0)

    def _button(self, words: str, wanted: SignalInstance) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("flat", True)
        button.setAccessibleName(words)
        button.clicked.connect(wanted)
        return button

    @property
    def words(self) -> str:
        """Everything that it says."""
        return f"{self._title.text()} {self._words.text()}".strip()

    def show_loading(self, rows: int, ordered: int, to_order: int) -> None:
        """So many rows of the file are read; then, of the indexes, so many are made."""
        self._title.setText(self.tr("Reading the spreadsheet"))
        if to_order:
            words = self.tr("all {rows} rows are read · making them quick to search")
        else:
            words = self.tr("{rows} rows so far")
        self._words.setText(words.format(rows=count_shown(rows)) if rows else "")
        self._bar.setRange(0, to_order)
        self._bar.setValue(ordered)
        self._show_parts(loading=True)

    def show_review(self, review: ReviewOf, *, desk: bool) -> None:
        """All of it is there. `desk` says that there is one to act on."""
        self._title.setText(
            self.tr("Spreadsheet of {moment}").format(moment=moment_shown(review.at))
        )
        one = self.tr("1 card") if review.rows == 1 else self.tr("{count} cards")
        parts = [one.format(count=count_shown(review.rows))]
        rows, cells = review.refused_rows, review.refused_cells
        if rows:
            words = self.tr("1 row refused") if rows == 1 else self.tr("{count} rows refused")
            parts.append(words.format(count=count_shown(rows)))
        if cells:
            words = self.tr("1 cell refused") if cells == 1 else self.tr("{count} cells refused")
            parts.append(words.format(count=count_shown(cells)))
        parts.append(self.tr("read-only"))
        self._words.setText(" · ".join(parts))
        self._show_parts(loading=False)
        self.refused.setVisible(rows + cells > 0)
        for button in (self.find_cards, self.bring_back):
            button.setVisible(desk)

    def _show_parts(self, *, loading: bool) -> None:
        # A key that was meant for something else must not give the reading up.
        policy = Qt.FocusPolicy.StrongFocus if loading else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        self._bar.setVisible(loading)
        self.stop.setVisible(loading)
        for button in (self.refused, self.find_cards, self.compare, self.bring_back):
            button.setVisible(not loading)
        self.setAccessibleName(self.words)

"""What stands in place of the table when no card is shown: one sentence, one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from simdesk.models.filters import CardFilter
from simdesk.ui.theme import MEDIUM


class EmptyNotice(QFrame):
    """Says why there is nothing and what to do."""

    shorter_wanted = Signal()
    """Leave out the last condition."""
    sync_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, review: bool = False) -> None:
        """`review` says that the cards are those of a spreadsheet."""
        super().__init__(parent)
        self._review = review
        self.setObjectName("empty")
        self._words = QLabel(self)
        self._words.setObjectName("muted")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._button = QPushButton(self)
        self._syncs = False
        box = QVBoxLayout(self)
        box.setSpacing(MEDIUM)
        box.addStretch(1)
        box.addWidget(self._words)
        box.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)
        self._button.clicked.connect(self._on_clicked)

    def explain(self, question: CardFilter, *, syncing: bool) -> None:
        """No card answers `question`; an empty question means that none is on the desk yet."""
        narrowed = bool(question.active) or question.card_ids is not None
        self._syncs = not narrowed
        if narrowed:
            self._words.setText(self.tr("No card matches."))
            self._button.setText(self.tr("Clear the last condition"))
        elif self._review:
            words = self.tr("Every card of this spreadsheet is cancelled. Find them with {words}")
            self._words.setText(words.format(words="cancelled:yes"))
        elif syncing:
            self._words.setText(self.tr("The first sync is reading the cards."))
        else:
            self._words.setText(
                self.tr("No card has been read from the provider yet. A sync reads all of them.")
            )
            self._button.setText(self.tr("Sync all cards"))
        self._button.setVisible(narrowed or not (syncing or self._review))

    def _on_clicked(self) -> None:
        if self._syncs:
            self.sync_wanted.emit()
        else:
            self.shorter_wanted.emit()

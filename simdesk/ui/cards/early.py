"""The Cards page while its desk is being opened: the table as it was left, and what is going on."""

from array import array
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from simdesk.models.tags import TagColor
from simdesk.ui.cards.table_model import CardTableModel
from simdesk.ui.cards.table_view import CardTableView
from simdesk.ui.measures import line_room
from simdesk.ui.text import count_shown

if TYPE_CHECKING:
    from simdesk.models.card import CardRow
from simdesk.ui.theme import CONTROL_HEIGHT, LARGE, SMALL


class EarlyCards(QWidget):
    """Shows rows and takes neither keys nor the mouse; the Cards page takes its table over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = CardTableView(CardTableModel(self), self)
        self._policy = self.table.focusPolicy()
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = QLabel(self.tr("Reading cards"), self)
        self._words.setObjectName("muted")
        title = QLabel(self.tr("Cards"), self)
        title.setObjectName("page_title")
        row = QWidget(self)
        row.setObjectName("title_row")
        row.setMinimumHeight(
            line_room(CONTROL_HEIGHT) + 2 * SMALL
        )  # as it will be with its controls
        line = QHBoxLayout(row)
        line.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        line.setSpacing(SMALL)
        line.addWidget(title)
        line.addSpacing(SMALL)
        line.addWidget(self._words, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(row)
        box.addWidget(self.table, 1)

    def show_rows(self, cards: "Sequence[CardRow]", colors: Mapping[str, TagColor]) -> None:
        """Show these cards, whose tags have these colours."""
        model, ids = self.table.cards, array("q", (card.id for card in cards))
        model.show_tag_colors(colors)
        model.put_rows(ids, cards, model.generation)
        model.show_ids(ids)

    def show_progress(self, done: int, total: int) -> None:
        """The simulated world is being built: so many of its cards are there."""
        words = self.tr("Building the demo fleet: {done} of {total} cards")
        self._words.setText(words.format(done=count_shown(done), total=count_shown(total)))

    def give_table(self) -> CardTableView:
        """Hand the table over, open to keys and mouse."""
        self.table.setFocusPolicy(self._policy)
        self.table.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        self.table.cards.setParent(self.table)
        return self.table

"""A section of the Overview: its title, its numbers, or a sentence where there are none."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from simdesk.ui.measures import line_room
from simdesk.ui.pages.overview_grid import FigureGrid, FigureLink, Row
from simdesk.ui.theme import CONTROL_HEIGHT, SMALL


class Section(QWidget):
    """`opened` carries a CardFilter. A section derives from it and calls `lay_out` once."""

    opened = Signal(object)
    step_wanted = Signal(object, int)

    def lay_out(self, title: str, headings: Sequence[str], notes: Sequence[str] = ()) -> None:
        """Make the title and the grid; `notes` are the longest words of the columns of words."""
        self.grid = FigureGrid(title, headings, notes, self)
        self.sentence = QLabel(self)
        self.sentence.setObjectName("muted")
        self.sentence.setWordWrap(True)
        heading = QLabel(title, self)
        heading.setObjectName("heading")
        heading.setMinimumHeight(line_room(CONTROL_HEIGHT))
        heading.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.head = QHBoxLayout()
        self.head.setSpacing(SMALL)
        self.head.addWidget(heading)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self.head)
        box.addWidget(self.grid)
        box.addWidget(self.sentence)
        self.grid.opened.connect(self.opened)
        self.grid.step_wanted.connect(self.step_wanted)

    def show_rows(self, rows: Sequence[Row], sentence: str = "") -> None:
        """Show these rows, and a sentence below them."""
        self.grid.show_rows(rows)
        self.grid.setVisible(bool(rows))
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))

    def blank(self) -> None:
        """Numbers are on their way."""
        self.grid.blank()
        self.sentence.hide()

    def links(self) -> Iterator[FigureLink]:
        """The numbers that open something."""
        return self.grid.links() if self.grid.isVisibleTo(self) else iter(())

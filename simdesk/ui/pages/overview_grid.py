"""Numbers in a grid: what is counted, how many cards, when and how much; each number opens."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QMenu, QPushButton, QWidget

from simdesk.models.filter_text import filter_text
from simdesk.models.overview import Figure
from simdesk.ui.measures import line_room
from simdesk.ui.text import count_shown, counted
from simdesk.ui.theme import MEDIUM, SMALL, words_font

ROW_HEIGHT = 28
_LARGEST = "100,000 "
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


@dataclass(frozen=True)
class Note:
    """Words beside a number; `role` is one of the theme's, empty for ordinary words."""

    words: str
    role: str = ""
    numeric: bool = False


@dataclass(frozen=True)
class Row:
    """A line: its name, its numbers (a bare int opens nothing, None is no number), its notes."""

    what: str
    figures: tuple[Figure | int | None, ...]
    notes: tuple[Note, ...] = ()
    strong: bool = False
    tip: str = ""


class FigureLink(QPushButton):
    """A number that opens its cards. Zero is quiet and opens nothing; Enter and Space open."""

    opened = Signal(object)
    """A CardFilter."""
    step_wanted = Signal(object, int)
    """This number, and the arrow key that was pressed on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("figure", True)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(words_font())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.figure: Figure | None = None
        self.clicked.connect(self._on_clicked)
        self.customContextMenuRequested.connect(self._on_menu_requested)

    def show_figure(self, figure: Figure, spoken: str, *, strong: bool = False) -> None:
        """Show a number; `spoken` names it for those who do not see where it stands."""
        self.figure = figure
        self.setText(count_shown(figure.cards))
        self.setEnabled(figure.cards > 0)
        self.setFont(words_font(bold=strong))
        self.setToolTip(filter_text(figure.question))
        one, many = self.tr("{what}: 1 card"), self.tr("{what}: {count} cards")
        self.setAccessibleName(counted(figure.cards, one, many, what=spoken))

    def context_menu(self) -> QMenu:
        """What can be done with the number."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, run in (
            (self.tr("Show these cards"), self._on_clicked),
            (self.tr("Copy the filter"), self._copy),
        ):
            action = QAction(words, menu)
            action.triggered.connect(run)
            menu.addAction(action)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            self.step_wanted.emit(self, event.key())
            return
        super().keyPressEvent(event)

    def _copy(self) -> None:
        if self.figure is not None:
            QGuiApplication.clipboard().setText(filter_text(self.figure.question))

    def _on_clicked(self) -> None:
        if self.figure is not None:
            self.opened.emit(self.figure.question)

    def _on_menu_requested(self, at: QPoint) -> None:
        self.context_menu().popup(self.mapToGlobal(at))


class FigureGrid(QWidget):
    """Rows of a section under their headings; the same rows again change in place."""

    opened = Signal(object)
    step_wanted = Signal(object, int)

    def __init__(
        self,
        name: str,
        headings: Sequence[str],
        notes: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """`headings` name the columns of numbers; columns of words follow, as wide as `notes`."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._headings = tuple(headings)
        self._shown: tuple[str, ...] = ()
        self._cells: list[tuple[tuple[QWidget | None, ...], tuple[QLabel, ...]]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(MEDIUM)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        metrics = QFontMetrics(words_font())
        for place in range(len(self._headings)):
            self._grid.setColumnMinimumWidth(1 + place, metrics.horizontalAdvance(_LARGEST))
        for place, words in enumerate(notes, start=1 + len(self._headings)):
            self._grid.setColumnMinimumWidth(place, metrics.horizontalAdvance(words))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        names = tuple(row.what for row in rows)
        if names != self._shown or not self._cells:
            self._build(rows)
            self._shown = names
        for row, (figures, notes) in zip(rows, self._cells, strict=True):
            for place, (figure, cell) in enumerate(zip(row.figures, figures, strict=True)):
                self._fill(cell, figure, row, place)
            for note, label in zip(row.notes, notes, strict=True):
                _say(label, note)

    def blank(self) -> None:
        """Show the rows without their numbers, which are on their way."""
        for figures, notes in self._cells:
            for cell in figures:
                if isinstance(cell, FigureLink):
                    cell.setText("–")
                    cell.setEnabled(False)
                elif isinstance(cell, QLabel):
                    cell.setText("–")
            for label in notes:
                label.setText("")

    def links(self) -> Iterator[FigureLink]:
        """The numbers that open something, in the order of reading."""
        for figures, _ in self._cells:
            for cell in figures:
                if isinstance(cell, FigureLink) and cell.isEnabled():
                    yield cell

    def _build(self, rows: Sequence[Row]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._cells = []
        line = 0
        if any(self._headings):
            for place, words in enumerate(self._headings):
                self._grid.addWidget(self._heading(words), 0, place + 1)
            self._grid.setRowMinimumHeight(0, line_room(ROW_HEIGHT))
            line = 1
        for number, row in enumerate(rows):
            if number:
                self._grid.addWidget(_hairline(self), line, 0, 1, self._grid.columnCount())
                line += 1
            self._build_row(line, row)
            line += 1

    def _build_row(self, line: int, row: Row) -> None:
        what = QLabel(row.what, self)
        what.setProperty("strong", row.strong)
        what.setToolTip(row.tip)
        what.setTextFormat(Qt.TextFormat.PlainText)
        self._grid.addWidget(what, line, 0)
        self._grid.setRowMinimumHeight(line, line_room(ROW_HEIGHT))
        figures = tuple(self._figure_cell(figure) for figure in row.figures)
        notes = tuple(_note_label(self) for _ in row.notes)
        for place, cell in enumerate((*figures, *notes), start=1):
            if cell is not None:
                self._grid.addWidget(cell, line, place)
        self._cells.append((figures, notes))

    def _figure_cell(self, figure: Figure | int | None) -> QWidget | None:
        if figure is None:
            return None
        if isinstance(figure, int):
            sum_label = QLabel(self)
            sum_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            sum_label.setContentsMargins(0, 0, SMALL, 0)
            return sum_label
        link = FigureLink(self)
        link.opened.connect(self.opened)
        link.step_wanted.connect(self.step_wanted)
        return link

    def _fill(
        self, cell: QWidget | None, figure: Figure | int | None, row: Row, place: int
    ) -> None:
        if isinstance(cell, FigureLink) and isinstance(figure, Figure):
            heading = self._headings[place]
            spoken = f"{row.what}, {heading}" if heading else row.what
            cell.show_figure(figure, spoken, strong=row.strong)
        elif isinstance(cell, QLabel) and isinstance(figure, int):
            cell.setText(count_shown(figure))
            cell.setFont(words_font(bold=row.strong))

    def _heading(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setObjectName("muted")
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        label.setContentsMargins(0, 0, SMALL, 0)
        return label


def _note_label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(words_font())
    return label


def _say(label: QLabel, note: Note) -> None:
    label.setText(note.words)
    side = Qt.AlignmentFlag.AlignRight if note.numeric else Qt.AlignmentFlag.AlignLeft
    label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    label.setProperty("role", note.role or None)
    label.style().unpolish(label)
    label.style().polish(label)


def _hairline(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setObjectName("separator")
    line.setFixedHeight(1)
    return line


def nearest(
    links: Sequence[FigureLink], start: FigureLink, key: int, place: Callable[[QWidget], QPoint]
) -> FigureLink | None:
    """The number next to `start` in an arrow's direction; `place` gives the middle of one."""
    here = place(start)
    sign = 1 if key in (Qt.Key.Key_Right, Qt.Key.Key_Down) else -1
    upright = key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
    found: list[tuple[int, int, FigureLink]] = []
    for number, link in enumerate(links):
        there = place(link) - here
        ahead, aside = (there.y(), there.x()) if upright else (there.x(), there.y())
        ahead, aside = ahead * sign, abs(aside)
        if ahead > ROW_HEIGHT // 2 and aside <= 3 * ahead:
            # A column is followed before a nearer number beside it is taken.
            found.append((ahead + 4 * aside, number, link))
    return min(found)[2] if found else None

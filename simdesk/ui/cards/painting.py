"""Draws rows of the card table: every exposed row in one loop, words measured once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from simdesk.models.tags import TagColor
from simdesk.ui import theme
from simdesk.ui.cards.columns import ORDERED, Face
from simdesk.ui.cards.look import Shape
from simdesk.ui.cards.shown_row import Pill, ShownRow
from simdesk.ui.theme import CORNER, SMALL, TINY

_MIDDLE = Qt.TextElideMode.ElideMiddle
_RIGHT = Qt.TextElideMode.ElideRight
SHAPE = 10
"""Width and height of a status shape."""
PILL_MARGIN = 6


@dataclass(frozen=True)
class Words:
    """What the painter writes by itself, already translated."""

    view: str
    more: str
    add: str


@dataclass(frozen=True)
class Lane:
    """A column as it lies in the viewport."""

    column: int
    x: int
    width: int


@dataclass(frozen=True)
class Moment:
    """What of a row depends on the moment."""

    selected: bool
    hovered: int | None
    """The column under the mouse, if this row is under it."""
    alternate: bool


class RowPainter:
    """Fonts, measures and colours made ready; make a new one when theme or font changes.

    `tag_colors` may change under it; a tag it does not name is slate.
    """

    def __init__(self, words: Words, tag_colors: Mapping[str, TagColor]) -> None:
        self.words = words
        self._tag_colors = tag_colors
        self._font = theme.words_font()
        self._mono = theme.id_font()
        self._plain = QFontMetrics(self._font)
        self._wide = QFontMetrics(self._mono)
        self._colour = {name: QColor(theme.role(name)) for name in theme.ROLES}
        alternate = QColor(self._colour["window"])
        alternate.setAlpha(120)
        self._alternate = alternate
        line = QColor(self._colour["border"])
        line.setAlpha(110)
        self._line = line
        between = QColor(self._colour["surface"])
        between.setAlpha(90)
        self._between = between
        """The line below a selected row: the border's is lost on the selection."""

    # One row

    def row(
        self,
        painter: QPainter,
        shown: ShownRow | None,
        lanes: Sequence[Lane],
        rect: QRect,
        at: Moment,
    ) -> None:
        """Draw one row into `rect`; None draws a row that is still on its way."""
        self._ground(painter, rect, at)
        for lane in lanes:
            cell = QRect(lane.x, rect.top(), lane.width, rect.height() - 1)
            if shown is None:
                self._placeholder(painter, cell, lane.column)
            else:
                self._cell(painter, shown, lane.column, cell, at)
        painter.fillRect(
            rect.left(),
            rect.bottom(),
            rect.width(),
            1,
            self._between if at.selected else self._line,
        )

    def _ground(self, painter: QPainter, rect: QRect, at: Moment) -> None:
        if at.selected:
            painter.fillRect(rect, self._colour["selection"])
        elif at.hovered is not None:
            painter.fillRect(rect, self._colour["window"])
        elif at.alternate:
            painter.fillRect(rect, self._alternate)

    def _placeholder(self, painter: QPainter, cell: QRect, column: int) -> None:
        width = min(cell.width() - 2 * SMALL, 40 + (column * 37) % 48)
        if width > 0:
            bar = QRect(cell.left() + SMALL, cell.center().y() - 3, width, 6)
            painter.fillRect(bar, self._colour["border"])

    def _cell(
        self, painter: QPainter, shown: ShownRow, column: int, cell: QRect, at: Moment
    ) -> None:
        face = ORDERED[column].face
        if face is Face.STATUS:
            self._status(painter, shown, column, cell)
        elif face is Face.TAGS:
            self._tags(painter, shown, cell, hovered=at.hovered == column)
        elif face is Face.ACTIONS:
            self._actions(painter, cell)
        else:
            self._words(painter, shown, column, cell)

    def _words(self, painter: QPainter, shown: ShownRow, column: int, cell: QRect) -> None:
        known = ORDERED[column]
        digits = known.face is Face.ID and shown.words(column)[:1].isdigit()
        metrics = self._wide if digits else self._plain
        room = cell.width() - 2 * SMALL
        words = shown.drawn(column, room)
        if words is None:
            mode = _MIDDLE if digits else _RIGHT
            face = " ".join(shown.face(column).split("\n"))
            words = metrics.elidedText(face, mode, room)
            shown.remember(column, room, words)
        if not words:
            return
        painter.setFont(self._mono if digits else self._font)
        quiet = shown.faded or words == "0 KB" or (known.face is Face.ID and not digits)
        painter.setPen(self._colour["muted" if quiet else "text"])
        x = cell.left() + SMALL
        if known.right:
            x = cell.right() - SMALL - metrics.horizontalAdvance(words)
        painter.drawText(x, self._baseline(cell, metrics), words)

    @staticmethod
    def _baseline(cell: QRect, metrics: QFontMetrics) -> int:
        return cell.top() + (cell.height() + metrics.ascent() - metrics.descent()) // 2

    # Status

    def _status(self, painter: QPainter, shown: ShownRow, column: int, cell: QRect) -> None:
        room = cell.width() - 2 * TINY - 2 * PILL_MARGIN - SHAPE - TINY
        words = shown.drawn(column, room)
        if words is None:
            words = self._status_words(shown, column, room)
            shown.remember(column, room, words)
        if not words:
            return
        width = self._plain.horizontalAdvance(words) + 2 * PILL_MARGIN + SHAPE + TINY
        pill = QRectF(cell.left() + TINY, cell.top() + 3, width, cell.height() - 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour[f"{shown.status_role}_tint"])
        painter.drawRoundedRect(pill, CORNER, CORNER)
        colour = self._colour[shown.status_role]
        corner = QPointF(pill.left() + PILL_MARGIN, pill.center().y() - SHAPE / 2)
        draw_shape(painter, shown.status_shape, corner, colour)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(self._font)
        painter.setPen(colour)
        x = round(corner.x()) + SHAPE + TINY
        painter.drawText(x, self._baseline(cell, self._plain), words)

    def _status_words(self, shown: ShownRow, column: int, room: int) -> str:
        words = shown.words(column)
        if shown.going:
            both = f"{words} → {shown.going}"
            # Where it is narrow the shape alone says what the card is now.
            fits = self._plain.horizontalAdvance(both) <= room
            words = both if fits else f"→ {shown.going}"
        return self._plain.elidedText(words, _RIGHT, room)

    # Tags

    def tag_places(self, tags: Sequence[str], room: int) -> list[Pill]:
        """Where each tag's pill lies; what does not fit is counted at the end."""
        places: list[Pill] = []
        x = 0
        for at, tag in enumerate(tags):
            left = len(tags) - at - 1
            reserve = self._plain.horizontalAdvance(f"+{left}") + TINY if left else 0
            width = self._plain.horizontalAdvance(tag) + 2 * PILL_MARGIN
            if x + width + reserve > room and places:
                return [*places, self._rest(x, left + 1)]
            if x + width + reserve > room:
                words = self._plain.elidedText(tag, _RIGHT, room - reserve - 2 * PILL_MARGIN)
                width = self._plain.horizontalAdvance(words) + 2 * PILL_MARGIN
                only = Pill(x, width, words, tag)
                return [only, self._rest(x + width + TINY, left)] if left else [only]
            places.append(Pill(x, width, tag, tag))
            x += width + TINY
        return places

    def _rest(self, x: int, count: int) -> Pill:
        words = f"+{count}"
        return Pill(x, self._plain.horizontalAdvance(words), words)

    def _tags(self, painter: QPainter, shown: ShownRow, cell: QRect, *, hovered: bool) -> None:
        add = self.add_rect(cell)
        room = cell.width() - 2 * SMALL - (add.width() + TINY if hovered else 0)
        painter.setFont(self._font)
        base = self._baseline(cell, self._plain)
        for place in shown.tag_places(room, self.tag_places):
            left = cell.left() + SMALL + place.x
            if not place.tag:
                painter.setPen(self._colour["muted"])
                painter.drawText(left, base, place.words)
                continue
            name = f"tag_{self._tag_colors.get(place.tag, TagColor.SLATE)}"
            pill = QRectF(left, cell.top() + 4.5, place.width, cell.height() - 9)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour[f"{name}_tint"])
            painter.drawRoundedRect(pill, CORNER, CORNER)
            painter.setPen(self._colour[name])
            painter.drawText(left + PILL_MARGIN, base, place.words)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if hovered:
            painter.setPen(self._colour["accent"])
            painter.drawText(add.left(), base, self.words.add)

    def add_rect(self, cell: QRect) -> QRect:
        """Where a hovered tag cell offers to add one."""
        width = self._plain.horizontalAdvance(self.words.add)
        return QRect(cell.right() - SMALL - width, cell.top(), width, cell.height())

    # Actions

    def _actions(self, painter: QPainter, cell: QRect) -> None:
        painter.setFont(self._font)
        painter.setPen(self._colour["accent"])
        base = self._baseline(cell, self._plain)
        painter.drawText(self.view_rect(cell).left(), base, self.words.view)
        dots = self.more_rect(cell)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour["muted"])
        middle = dots.center()
        for step in (-5, 0, 5):
            painter.drawEllipse(QPointF(middle.x() + step + 0.5, middle.y() + 0.5), 1.5, 1.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def view_rect(self, cell: QRect) -> QRect:
        """Where View is."""
        width = self._plain.horizontalAdvance(self.words.view)
        return QRect(cell.left() + SMALL, cell.top(), width, cell.height())

    def more_rect(self, cell: QRect) -> QRect:
        """Where the three dots are."""
        left = self.view_rect(cell).right() + SMALL
        return QRect(left, cell.top(), 24, cell.height())

    # Measuring

    def wanted_width(self, shown: ShownRow, column: int) -> int:
        """Pixels a cell needs to show everything."""
        known = ORDERED[column]
        words = shown.face(column)
        if known.face is Face.STATUS:
            whole = f"{words} → {shown.going}" if shown.going else words
            room = self._plain.horizontalAdvance(whole) + 2 * PILL_MARGIN + SHAPE + TINY
            return room + 2 * TINY
        if known.face is Face.TAGS:
            pills = (
                self._plain.horizontalAdvance(tag) + 2 * PILL_MARGIN for tag in shown.card.tags
            )
            return sum(pills) + TINY * max(len(shown.card.tags) - 1, 0) + 2 * SMALL
        if known.face is Face.ACTIONS:
            cell = QRect(0, 0, 200, 28)
            return self.more_rect(cell).right() + SMALL
        metrics = self._wide if known.face is Face.ID and words[:1].isdigit() else self._plain
        return metrics.horizontalAdvance(words) + 2 * SMALL + 1

    def focus(self, painter: QPainter, cell: QRect) -> None:
        """The ring around the current cell."""
        painter.setPen(QPen(self._colour["accent"], 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(cell.adjusted(0, 0, -1, -1))


def draw_shape(painter: QPainter, shape: Shape, corner: QPointF, colour: QColor) -> None:
    """A status shape in a square of `SHAPE` pixels."""
    middle = QPointF(corner.x() + SHAPE / 2, corner.y() + SHAPE / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    if shape is Shape.DISC:
        painter.drawEllipse(middle, 4.0, 4.0)
    elif shape is Shape.SQUARE:
        painter.drawRect(QRectF(middle.x() - 3.5, middle.y() - 3.5, 7, 7))
    elif shape is Shape.BAR:
        painter.drawRoundedRect(QRectF(middle.x() - 5, middle.y() - 1.75, 10, 3.5), 1, 1)
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 1.75))
        if shape is Shape.RING:
            painter.drawEllipse(middle, 3.5, 3.5)
        elif shape is Shape.CROSS:
            for sign in (1, -1):
                start = QPointF(middle.x() - 3, middle.y() - 3 * sign)
                painter.drawLine(start, QPointF(middle.x() + 3, middle.y() + 3 * sign))
        else:
            painter.setFont(QFont(painter.font()))
            painter.drawText(QRectF(corner.x(), corner.y(), SHAPE, SHAPE), 0x84, "?")

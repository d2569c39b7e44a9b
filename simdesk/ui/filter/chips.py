"""The question, visible: a chip for each condition, to switch off or to take away."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from simdesk.models.filter_text import term_text
from simdesk.models.filter_words import term_words
from simdesk.models.filters import CardFilter, Term
from simdesk.ui import theme
from simdesk.ui.context import Context
from simdesk.ui.filter.flow import Flow
from simdesk.ui.filter.saved import SaveSearchDialog
from simdesk.ui.icons import icon
from simdesk.ui.measures import grown, line_room
from simdesk.ui.text import count_shown, shown
from simdesk.ui.theme import LARGE, SMALL, TINY

_HEIGHT = 26
_WIDEST = 320
_MOST_ROWS = 2
_GAP = 4


class Chip(QFrame):
    """`status: In Use  x`. Space switches it off and on, Delete takes it away, arrows move on."""

    toggled = Signal()
    removed = Signal()
    moved = Signal(int)
    """One chip further (1) or back (-1)."""

    def __init__(self, words: str, hint: str, *, on: bool, can_switch: bool) -> None:
        super().__init__()
        self._on = on
        self.words = words
        self._switch = QToolButton(self)
        self._switch.setAutoRaise(True)
        self._switch.setEnabled(True)
        font = theme.words_font()
        font.setStrikeOut(not on)
        self._switch.setFont(font)
        self._switch.setText(
            self._switch.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, grown(_WIDEST)
            )
        )
        self._remove = QToolButton(self)
        self._remove.setIcon(icon("close", "muted"))
        self._remove.setIconSize(QSize(12, 12))
        self._name(words, hint, on=on, can_switch=can_switch)
        for button in (self._switch, self._remove):
            button.setFixedHeight(line_room(_HEIGHT) - 2)
            button.setStyleSheet(f"QToolButton {{ min-height: {_HEIGHT - 6}px; padding: 0 4px; }}")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(4, 1, 1, 1)
        self._line.setSpacing(0)
        self._line.addWidget(self._switch)
        self._line.addWidget(self._remove)
        self.setFixedHeight(line_room(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if can_switch:
            self._switch.clicked.connect(self.toggled)
        self._remove.clicked.connect(self.removed)
        self.setFocusProxy(self._switch)

    def _name(self, words: str, hint: str, *, on: bool, can_switch: bool) -> None:
        state = self.tr("on") if on else self.tr("off")
        self._switch.setAccessibleName(
            self.tr("Condition {words}, {state}").format(words=words, state=state)
        )
        press = self.tr("Press to switch it off") if on else self.tr("Press to switch it on")
        self._switch.setToolTip(f"{hint}\n{press}" if can_switch else hint)
        self._remove.setAccessibleName(self.tr("Remove condition {words}").format(words=words))
        self._remove.setToolTip(self.tr("Remove this condition"))

    @property
    def holds_focus(self) -> bool:
        return self._switch.hasFocus() or self._remove.hasFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.removed.emit()
            case Qt.Key.Key_Left:
                self.moved.emit(-1)
            case Qt.Key.Key_Right:
                self.moved.emit(1)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.role("accent" if self._on else "muted"), 1)
        if not self._on:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.role("selection" if self._on else "surface"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), theme.CORNER, theme.CORNER)


class OrderChip(Chip):
    """`Pasted order`, to switch off and on again; it goes with its list."""

    def __init__(self, *, on: bool) -> None:
        super().__init__("", "", on=on, can_switch=True)
        self.words = self.tr("Pasted order")
        state = self.tr("on") if on else self.tr("off")
        self._switch.setText(self.words)
        self._switch.setAccessibleName(f"{self.words}, {state}")
        self._switch.setToolTip(
            self.tr("Cards stand in the order they were pasted\nPress to sort by columns again")
            if on
            else self.tr("Press to put the cards in the order they were pasted")
        )
        self._remove.hide()
        self._line.setContentsMargins(4, 1, 4, 1)


class ChipBar(QWidget):
    """Hidden while nothing is asked. `filter_changed` carries the question as it is now."""

    filter_changed = Signal(object)
    pasted_order_wanted = Signal(bool)
    """Put the pasted cards in the order they were pasted, or back by columns."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = CardFilter()
        self._pasted_order: bool | None = None
        self._chips: list[Chip] = []
        self._flow = Flow()
        self._area = QScrollArea(self)
        self._area.setWidget(self._flow)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("Conditions of the search"))
        self._area.viewport().installEventFilter(self)
        self.save_button = QPushButton(self.tr("Save search…"), self)
        self.clear_button = QPushButton(self.tr("Clear"), self)
        self.clear_button.setAccessibleName(self.tr("Clear all conditions"))
        for button in (self.save_button, self.clear_button):
            button.setProperty("flat", True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(LARGE, TINY, LARGE, TINY)
        layout.setSpacing(SMALL)
        layout.addWidget(self._area, 1)
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(self.save_button, 0, top)
        layout.addWidget(self.clear_button, 0, top)
        # A search that is saved in a spreadsheet's review would be gone with it.
        self.save_button.setHidden(context.reviewing)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.clear_button.clicked.connect(self._on_clear_clicked)
        self.hide()

    @property
    def chips(self) -> list[Chip]:
        return list(self._chips)

    def show_filter(self, asked: CardFilter) -> None:
        """Show `asked`; announces nothing."""
        if asked == self._asked and self._chips:
            return
        self._asked = asked
        self._make_chips()

    def show_pasted_order(self, in_order: bool | None) -> None:
        """Say whether pasted cards are in the order they were pasted; None: none are pasted."""
        if in_order != self._pasted_order:
            self._pasted_order = in_order
            self._make_chips()

    def _make_chips(self) -> None:
        asked, held = self._asked, self._focused()
        self._chips = [self._term_chip(at, term) for at, term in enumerate(asked.terms)]
        if asked.card_ids is not None:
            self._chips.append(self._list_chip(len(asked.card_ids)))
            if self._pasted_order is not None:
                self._chips.append(self._order_chip(in_order=self._pasted_order))
        self._flow.show_items(self._chips)
        self.setVisible(bool(self._chips))
        self.save_button.setEnabled(bool(asked.terms))
        self.save_button.setToolTip(
            "" if asked.terms else self.tr("A list of cards cannot be saved as a search.")
        )
        self._fit()
        if held is not None and self._chips:
            self._chips[min(held, len(self._chips) - 1)].setFocus()

    def _term_chip(self, place: int, term: Term) -> Chip:
        words = shown(term_words(term))
        chip = Chip(words, term_text(term), on=term.enabled, can_switch=True)
        chip.toggled.connect(lambda: self._on_toggled(place))
        chip.removed.connect(lambda: self._ask(self._asked.without(place)))
        chip.moved.connect(lambda step: self._on_moved(place, step))
        return chip

    def _list_chip(self, count: int) -> Chip:
        words = self.tr("{count} listed cards").format(count=count_shown(count))
        hint = self.tr("Only cards of a list are searched")
        chip = Chip(words, hint, on=True, can_switch=False)
        chip.removed.connect(lambda: self._ask(replace(self._asked, card_ids=None)))
        chip.moved.connect(lambda step: self._on_moved(len(self._asked.terms), step))
        return chip

    def _order_chip(self, *, in_order: bool) -> Chip:
        chip = OrderChip(on=in_order)
        # As with the question: the chip that was pressed must live until its press is over.
        chip.toggled.connect(
            lambda: QTimer.singleShot(0, self, lambda: self.pasted_order_wanted.emit(not in_order))
        )
        chip.moved.connect(lambda step: self._on_moved(len(self._asked.terms) + 1, step))
        return chip

    def _focused(self) -> int | None:
        for place, chip in enumerate(self._chips):
            if chip.holds_focus:
                return place
        return None

    def _ask(self, asked: CardFilter) -> None:
        # The chip that was pressed must live until its press is over.
        QTimer.singleShot(0, self, lambda: self._answer(asked))

    def _answer(self, asked: CardFilter) -> None:
        self.show_filter(asked)
        self.filter_changed.emit(asked)

    def _on_toggled(self, place: int) -> None:
        terms = list(self._asked.terms)
        terms[place] = replace(terms[place], enabled=not terms[place].enabled)
        self._ask(replace(self._asked, terms=tuple(terms)))

    def _on_moved(self, place: int, step: int) -> None:
        wanted = place + step
        if 0 <= wanted < len(self._chips):
            self._chips[wanted].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(self._chips[wanted])

    def _on_save_clicked(self) -> None:
        SaveSearchDialog(self._context, self._asked, self.window()).open()

    def _on_clear_clicked(self) -> None:
        self._ask(CardFilter())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        rows = max(1, min(self._flow.rows(self._area.viewport().width()), _MOST_ROWS))
        self._area.setFixedHeight(rows * line_room(_HEIGHT) + (rows - 1) * _GAP)

"""Where the operator had got to in a window, so that one made anew goes on from there."""

from collections.abc import Hashable
from dataclasses import dataclass, field

from PySide6.QtCore import QByteArray, QItemSelectionModel
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QSplitter, QWidget

from simdesk.models.filters import CardFilter
from simdesk.services.card_ids import IdSet, row_of
from simdesk.ui.details.dock import Tab
from simdesk.ui.listing.page import ListPage
from simdesk.ui.main_window import CARDS, MainWindow
from simdesk.ui.messages import Message
from simdesk.ui.pages.operations_panel import OperationsPanel

_Entered = int | str | QByteArray | None


@dataclass(frozen=True)
class _CardsLeft:
    question: CardFilter
    pasted: tuple[int, ...] | None
    as_pasted: bool
    selected: IdSet | None
    current: int | None
    column: int
    scrolled: tuple[int, int]
    tab: Tab
    grouped: str


@dataclass(frozen=True)
class _PageLeft:
    """What was entered on a page, field by field in the order they were made, and chosen."""

    entered: tuple[_Entered, ...]
    chosen: frozenset[Hashable] = frozenset()
    operation: str | None = None


@dataclass(frozen=True)
class LeftOff:
    """Pages, the question and its order, the selection, what the details show, what was typed."""

    front: str
    cards: _CardsLeft
    pages: dict[str, _PageLeft] = field(default_factory=dict)
    standing: tuple[Message, ...] = ()

    @classmethod
    def of(cls, window: MainWindow) -> "LeftOff":
        """Look at a furnished window."""
        built = window.built_pages
        pages = {name: _page_left(page) for name, page in built.items() if name != CARDS.name}
        bars = (window.message_bar.standing, window.message_note.standing)
        standing = tuple(one for one in bars if one is not None)
        return cls(window.navigation.shown, _cards_left(window), pages, standing)

    def go_on_in(self, window: MainWindow) -> None:
        """Bring a window that was just furnished there; rows follow when they are read."""
        _go_on_with_cards(self.cards, window)
        for name, left in self.pages.items():
            _go_on_with_page(left, window.page(name))
        window.show_page(self.front)
        for message in self.standing:
            window.message_bar.show_message(message)
            window.message_note.show_message(message)


def _cards_left(window: MainWindow) -> _CardsLeft:
    cards = window.cards
    table, selected = cards.table, cards.table.selected
    chosen = IdSet(selected.ids()) if selected.count else None
    if selected.hidden:
        hidden = IdSet(selected.hidden)
        chosen = hidden if chosen is None else chosen.with_(hidden)
    return _CardsLeft(
        cards.question,
        cards.ordering.pasted_list,
        cards.presenter.sort.as_listed,
        chosen,
        table.current_id(),
        max(table.currentIndex().column(), 0),
        (table.horizontalScrollBar().value(), table.verticalScrollBar().value()),
        Tab(cards.details.tabs.currentIndex()),
        cards.group.field,
    )


def _go_on_with_cards(left: _CardsLeft, window: MainWindow) -> None:
    cards = window.cards
    cards.details.open_tab(left.tab)
    cards.group.columns.setCurrentIndex(cards.group.columns.findData(left.grouped))
    done = cards.presenter.searched

    def arrive() -> None:
        if cards.question != left.question:
            return  # something else was asked before these cards came
        done.disconnect(arrive)
        table = cards.table
        if left.selected is not None:
            table.selected.select(left.selected.ids())
        row = None if left.current is None else row_of(cards.model.ids, left.current)
        if row is not None:
            index = cards.model.index(row, left.column)
            nothing = QItemSelectionModel.SelectionFlag.NoUpdate
            table.selectionModel().setCurrentIndex(index, nothing)
        table.horizontalScrollBar().setValue(left.scrolled[0])
        table.verticalScrollBar().setValue(left.scrolled[1])

    done.connect(arrive)
    cards.ordering.go_on_with(left.pasted)
    cards.show_cards(left.question)
    if left.as_pasted:
        cards.ordering.show_pasted_order()


def _fields(page: QWidget) -> list[QWidget]:
    """What can be entered; the line inside another field goes with that field."""
    kinds = (QComboBox, QDateEdit, QSplitter, QLineEdit)
    found = [one for one in page.findChildren(QWidget) if isinstance(one, kinds)]
    return [one for one in found if not isinstance(one.parent(), QComboBox | QDateEdit)]


def _page_left(page: QWidget) -> _PageLeft:
    entered = tuple(_entered(one) for one in _fields(page))
    if isinstance(page, ListPage):
        chosen = frozenset(page.model.identify(row) for row in page.chosen)
        return _PageLeft(entered, chosen)
    if isinstance(page, OperationsPanel) and page.current is not None:
        return _PageLeft(entered, operation=page.current.id)
    return _PageLeft(entered)


def _go_on_with_page(left: _PageLeft, page: QWidget) -> None:
    fields = _fields(page)
    if len(fields) == len(left.entered):
        for one, entered in zip(fields, left.entered, strict=True):
            _enter(one, entered)
    if isinstance(page, ListPage):
        page.choose_when_read(left.chosen)
    if isinstance(page, OperationsPanel) and left.operation is not None:
        page.select(left.operation)


def _entered(one: QWidget) -> _Entered:
    match one:
        case QComboBox():
            return one.currentIndex()
        case QDateEdit():
            return one.date().toJulianDay()
        case QSplitter():
            return one.saveState()
        case QLineEdit():
            return one.text()
    return None


def _enter(one: QWidget, entered: _Entered) -> None:
    match one, entered:
        case QComboBox(), int() if entered < one.count():
            one.setCurrentIndex(entered)
        case QDateEdit(), int():
            one.setDate(one.date().addDays(entered - one.date().toJulianDay()))
        case QSplitter(), QByteArray():
            one.restoreState(entered)
        case QLineEdit(), str() if entered:
            one.setText(entered)

"""In which order the table shows its cards: by its columns, or as numbers were pasted."""

from PySide6.QtCore import QObject, Signal

from simdesk.models.filters import AS_LISTED, CardFilter, Sort
from simdesk.ui.cards.finding import Finding
from simdesk.ui.cards.presenter import CardsPresenter
from simdesk.ui.cards.table_view import CardTableView


class Ordering(QObject):
    """A pasted list comes in pasted order until a column is sorted by; that order can be had back.

    What is remembered for the next list of cards is `by_columns`, never the order of a paste.
    """

    changed = Signal()
    """Cards are shown in another order."""

    def __init__(
        self, table: CardTableView, presenter: CardsPresenter, finding: Finding, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._presenter = presenter
        self._finding = finding
        self._pasted: tuple[int, ...] | None = None
        self._from_the_top = False
        self.by_columns = Sort()
        finding.filter_changed.connect(self.ask)
        finding.pasted.connect(self._on_pasted)
        finding.chips.pasted_order_wanted.connect(self.show_pasted_order)
        table.header.sort_wanted.connect(self.sort_by)
        table.cards.ids_changed.connect(self._on_ids_changed)
        presenter.searched.connect(self._on_searched)

    @property
    def pasted(self) -> bool:
        """The cards shown are of a pasted list, so that there is a pasted order to go back to."""
        return self._is_pasted(self._presenter.question)

    @property
    def pasted_list(self) -> tuple[int, ...] | None:
        """The cards that were pasted last, in that order."""
        return self._pasted

    def go_on_with(self, pasted: tuple[int, ...] | None) -> None:
        """These cards were pasted, in a window before this one."""
        self._pasted = pasted

    def pasted_reason(self) -> str | None:
        """Why there is no pasted order; None when there is one."""
        return None if self.pasted else self.tr("The table shows no pasted numbers.")

    def ask(self, question: CardFilter) -> None:
        """Show the cards of a question; a pasted order lasts as long as its list."""
        in_order = self._presenter.sort.as_listed and self._is_pasted(question)
        self._show(question, AS_LISTED if in_order else self.by_columns)

    def sort_by(self, sort: Sort) -> None:
        """Show the cards in an order by columns."""
        self.by_columns = sort
        self._show(self._presenter.question, sort)
        self._table.columns_changed.emit()

    def show_pasted_order(self, wanted: bool = True) -> None:
        """Put the cards of a pasted list in the order they were pasted, or back by columns."""
        if self.pasted:
            self._show(self._presenter.question, AS_LISTED if wanted else self.by_columns)

    def _on_pasted(self, question: CardFilter) -> None:
        self._pasted = question.card_ids
        self._show(question, AS_LISTED)

    def _is_pasted(self, question: CardFilter) -> bool:
        return question.card_ids is not None and question.card_ids == self._pasted

    def _on_ids_changed(self) -> None:
        if self._from_the_top:
            self._from_the_top = False
            self._table.scrollToTop()

    def _on_searched(self) -> None:
        self._from_the_top = False

    def _show(self, question: CardFilter, sort: Sort) -> None:
        # Another question or order is read from its beginning; a refresh stays where it is.
        presenter = self._presenter
        self._from_the_top = (question, sort) != (presenter.question, presenter.sort)
        self._table.header.show_sort(sort)
        self._table.frozen.header.show_sort(sort)
        in_order = sort.as_listed if self._is_pasted(question) else None
        self._finding.chips.show_pasted_order(in_order)
        self._presenter.ask(question, sort)
        self.changed.emit()

"""The Cards page: finding on top, the table, what is selected, docks beside it, facts below."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.action import Action
from simdesk.models.card import CardRow
from simdesk.models.filters import CardFilter, Term
from simdesk.models.value_counts import GROUPED
from simdesk.services.card_ids import row_of
from simdesk.ui import icons
from simdesk.ui.actions.cards import action_id
from simdesk.ui.actions.registry import ActionRegistry
from simdesk.ui.actions.spec import ActionTarget, Menu
from simdesk.ui.cards.arrangement import Arrangement
from simdesk.ui.cards.cell_filter import term_of
from simdesk.ui.cards.clipboard import CardClipboard
from simdesk.ui.cards.column_count import ColumnCount
from simdesk.ui.cards.columns import ORDERED
from simdesk.ui.cards.docks import CardsDocks
from simdesk.ui.cards.empty import EmptyNotice
from simdesk.ui.cards.finding import Finding
from simdesk.ui.cards.header_menu import HeaderMenu
from simdesk.ui.cards.ordering import Ordering
from simdesk.ui.cards.painted_table import Part
from simdesk.ui.cards.presenter import CardsPresenter, Facts
from simdesk.ui.cards.seeking import Seeker
from simdesk.ui.cards.selection_bar import SelectionBar
from simdesk.ui.cards.table_model import CardTableModel
from simdesk.ui.cards.table_view import CardTableView
from simdesk.ui.context import Context
from simdesk.ui.details.dock import DetailsDock, Tab
from simdesk.ui.grouping.dock import GroupDock
from simdesk.ui.status_bar import FactsBar
from simdesk.ui.theme import LARGE, SMALL

LOOK_MS = 30
"""A card that the arrow keys pass over is not shown in the details."""


class CardsPage(QWidget):
    """Shows any subset of cards: ask with `show_cards`. `table` may have been on the screen."""

    operation_wanted = Signal(str)
    """Show how an operation goes."""
    orders_wanted = Signal(str)
    """Buy for a voucher's pool."""
    sync_wanted = Signal()
    target_changed = Signal()
    """Another card is current, or others are selected."""

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        table: CardTableView | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("cards_page")
        self._context = context
        self.table = CardTableView(CardTableModel(self), self) if table is None else table
        self.model = self.table.cards
        self.presenter = CardsPresenter(context, self.model, self.table.selected, self)
        self.clipboard = CardClipboard(context, self.table, self)
        self.seeker = Seeker(context, self.table, self)
        self.finding = Finding(context, self)
        self.ordering = Ordering(self.table, self.presenter, self.finding, self)
        self.header_menu = HeaderMenu(self.table, self.clipboard, self.ordering, self)
        self.details = DetailsDock(context, self)
        self.group = GroupDock(context, self)
        self.table.remarks_open = not context.reviewing
        self.empty = EmptyNotice(self, review=context.reviewing)
        self.facts_bar = FactsBar(self)
        self.column_count = ColumnCount(context, self.table, self.presenter, self)
        self.column_count.told.connect(self.facts_bar.show_column)
        self.selection_bar: SelectionBar | None = None
        self._registry: ActionRegistry | None = None
        self._select_all_later = False
        self._judged: CardRow | None = None
        self._looking = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._looking.timeout.connect(self.show_in_details)
        self._stack = QStackedWidget(self)
        self.docks = CardsDocks(self._stack, self.finding.dock, self.group, self.details, self)
        self._lay_out()
        self._connect()

    # Putting together

    def _lay_out(self) -> None:
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self._title_row())
        self._box.addWidget(self.finding.chips)
        self._box.addWidget(self.docks, 1)
        self._box.addWidget(self.facts_bar)

    def _title_row(self) -> QWidget:
        row = QWidget(self)
        row.setObjectName("title_row")
        line = QHBoxLayout(row)
        line.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        line.setSpacing(SMALL)
        title = QLabel(self.tr("Cards"), row)
        title.setObjectName("page_title")
        line.addWidget(title)
        line.addSpacing(SMALL)
        line.addWidget(self.finding.quick, 1)
        self._sync = QPushButton(icons.icon("sync"), self.tr("Sync"), row)
        self._sync.setAccessibleName(self.tr("Sync all cards"))
        self._sync.clicked.connect(self.sync_wanted)
        self._sync.setHidden(self._context.reviewing)
        self._more = QPushButton(icons.icon("more"), "", row)
        self._more.setAccessibleName(self.tr("Views and columns"))
        self._more.setToolTip(self.tr("Views and columns"))
        line.addWidget(self._sync)
        line.addWidget(self._more)
        return row

    def _connect(self) -> None:
        table, presenter = self.table, self.presenter
        self.header_menu.like_wanted.connect(self.filter_by_cell)
        self.header_menu.search_wanted.connect(self.finding.find_by)
        self.header_menu.group_wanted.connect(self.group.group_by)
        self.ordering.changed.connect(self.target_changed)
        table.details_wanted.connect(self.show_details)
        table.part_pressed.connect(self._on_part_pressed)
        table.menu_wanted.connect(self.open_menu)
        table.selectionModel().currentRowChanged.connect(self._on_chosen_changed)
        table.selected.changed.connect(self._on_chosen_changed)
        self.model.remark_written.connect(self._on_remark_written)
        self.model.rows_came.connect(self._on_rows_came)
        self._context.bridge.tags_changed.connect(self._on_tags_changed)
        self._on_tags_changed()
        presenter.facts_changed.connect(self._on_facts_changed)
        presenter.searched.connect(table.selected.settle)
        presenter.searched.connect(self._on_searched)
        self.group.chosen.connect(self._on_value_chosen)
        self.group.leave_wanted.connect(table.setFocus)
        self.empty.shorter_wanted.connect(self._on_shorter_wanted)
        self.empty.sync_wanted.connect(self.sync_wanted)
        self.finding.leave_wanted.connect(table.setFocus)
        self.details.action_wanted.connect(self._on_action_wanted)
        self.details.limit_wanted.connect(self._on_limit_wanted)
        self.details.sub_cards_wanted.connect(self._on_sub_cards_wanted)

    def panes(self) -> tuple[QWidget, ...]:
        """Where the keys can go, in the order of F6."""
        finding = self.finding
        return (
            *(finding.quick, finding.chips, finding.dock),
            *(self.group, self.table, self.details),
        )

    def install(self, registry: ActionRegistry) -> None:
        """Take in the window's actions: the selection bar and the menus are made of them."""
        self._registry = registry
        self.selection_bar = SelectionBar(registry, self)
        self.selection_bar.clear_wanted.connect(self.table.selected.clear)
        self.selection_bar.more_wanted.connect(self.open_menu)
        self.selection_bar.pool_wanted.connect(lambda: self.buy_for(self.table.selected.ids()))
        self._box.insertWidget(2, self.selection_bar)
        self._more.setMenu(registry.menu_of(Menu.VIEW, self._more))
        registry.refreshed.connect(self._on_refreshed)
        self.presenter.standings_changed.connect(registry.show_standings)
        self.target_changed.connect(registry.refresh_soon)

    # The question

    @property
    def question(self) -> CardFilter:
        return self.presenter.question

    def show_cards(self, question: CardFilter) -> None:
        """Show the cards of a question."""
        self.finding.show_filter(question)
        self.ordering.ask(question)

    def filter_by_cell(self, column: int | None = None, *, negated: bool = False) -> None:
        """Narrow the question to what the current cell says, or to all but that.

        `column` is another one of the current card.
        """
        index = self.table.currentIndex()
        row = self.model.row_at(index.row()) if index.isValid() else None
        if row is None:
            return
        known = ORDERED[index.column() if column is None else column]
        term = term_of(known, row.card, negated=negated)
        if term is not None:
            self.show_cards(self.question.with_term(term))

    def group_by_current(self) -> None:
        """Show the values of the current cell's column; the one shown last where it has none."""
        field = ORDERED[max(self.table.currentIndex().column(), 0)].field
        self.group.group_by(field if field in GROUPED else self.group.field)

    def arrange(self, arrangement: Arrangement) -> None:
        """Arrange the columns and the order of rows."""
        arrangement.show_in(self.table)
        self.ordering.sort_by(arrangement.sort)

    def arrangement(self) -> Arrangement:
        """How columns and rows are arranged now."""
        return Arrangement.of(self.table, self.ordering.by_columns)

    # Cards

    def current_card(self) -> CardRow | None:
        """The card of the current cell; None while its row is not here."""
        card_id = self.table.current_id()
        return None if card_id is None else self.model.card(card_id)

    def target(self) -> ActionTarget:
        """What an action pressed now is about: the selected cards and the current one."""
        return ActionTarget(self.table.selected.ids(), self.current_card())

    def edit_remark(self) -> bool:
        """Edit the current card's remark in place; False where it cannot be seen."""
        return self.table.edit_remark()

    def show_details(self) -> None:
        """Look into the current card."""
        self.details.show()
        self.details.raise_()
        self.show_in_details()

    def show_sub_cards(self) -> None:
        """Look into the current card's sub-cards."""
        self.show_details()
        self.details.open_tab(Tab.SUB_CARDS)

    def sub_cards_reason(self) -> str | None:
        """Why the current card has no sub-cards to look into; None when it has."""
        card = self.current_card()
        if card is not None and card.facts.smart:
            return None
        return self.tr("Only smart cards have sub-cards.")

    def toggle_details(self) -> None:
        """Open the details, or close them."""
        if self.details.isVisible():
            self.details.hide()
        else:
            self.show_details()

    def show_in_details(self) -> None:
        """Tell the current card, or the selection, in the details."""
        count = self.table.selected.count
        if count > 1:
            self.details.show_selection(count, self.presenter.facts.usage_kb)
        else:
            self.details.show_card(self.current_card())

    def show_operation(self, operation_id: str) -> None:
        """Show how an operation goes."""
        self.operation_wanted.emit(operation_id)

    def buy_for(self, card_ids: Sequence[int]) -> None:
        """Buy for the pool that most of these cards belong to."""
        self._context.tasks.start("pool of cards", self._buy_for(card_ids), replace=True)

    async def _buy_for(self, card_ids: Sequence[int]) -> None:
        voucher = await self._context.desk.orders.pool_of(card_ids)
        if voucher is not None:
            self.orders_wanted.emit(voucher)

    def export(self) -> None:
        """Ask what to export: the selected cards, those that match, all."""
        from simdesk.ui.dialogs.export import ExportDialog

        presenter, facts = self.presenter, self.presenter.facts
        dialog = ExportDialog(
            self._context,
            self.table.selected.ids(),
            presenter.question,
            presenter.sort,
            facts.matching,
            facts.total or 0,
            self.window(),
        )
        dialog.open()

    def select_all(self) -> None:
        """Select every card that matches, loaded or not."""
        self._select_all_later = not self.presenter.facts.complete
        self.table.selectAll()

    def open_menu(self, place: QPoint) -> None:
        """Open the menu of the selected cards."""
        if self._registry is not None:
            menu = self._registry.context_menu(self)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(place)

    # Hearing

    def _on_refreshed(self) -> None:
        if self._registry is not None:
            action = self._registry.actions["file.sync"]
            self._sync.setEnabled(action.isEnabled())
            self._sync.setToolTip(action.toolTip())

    def _on_part_pressed(self, part: Part, card_id: int, place: QPoint) -> None:
        row = row_of(self.model.ids, card_id)
        if row is None:
            return  # gone while it was pressed
        if part is not Part.MORE or not self.table.selected.has(row):
            self.table.go_to(row)
        if part is Part.VIEW:
            self.show_details()
        elif part is Part.MORE:
            self.open_menu(place)
        else:
            self._act_on(card_id, action_id(Action.TAG))

    def _on_remark_written(self, card_id: int, words: str) -> None:
        writing = self._context.desk.edits.set_remark([card_id], words)
        self._context.tasks.start(f"remark {card_id}", writing, replace=False)

    def _on_chosen_changed(self) -> None:
        self._looking.start()
        self.target_changed.emit()

    def _on_rows_came(self) -> None:
        card = self.current_card()
        if card is not None and self.details.card_id != card.id:
            self._looking.start()
        if card is not self._judged:  # rows of other cards change nothing that can be pressed
            self._judged = card
            self.target_changed.emit()

    def _on_action_wanted(self, name: str) -> None:
        if self.details.card_id is not None:
            self._act_on(self.details.card_id, name)

    def _on_limit_wanted(self, card_id: int) -> None:
        self._act_on(card_id, action_id(Action.USAGE_LIMIT))

    def _on_sub_cards_wanted(self, card_id: int, action: Action, msisdns: Sequence[str]) -> None:
        from simdesk.ui.dialogs.acting import open_sub_card_action

        sent = self.operation_wanted.emit
        open_sub_card_action(self._context, action, card_id, msisdns, self, sent=sent)

    def _act_on(self, card_id: int, name: str) -> None:
        """Do one thing to one card, selected for it."""
        if self._registry is not None:
            self.table.selected.select([card_id])
            self.presenter.judge_now()
            self._registry.run(name)

    def _on_facts_changed(self, facts: Facts) -> None:
        self.facts_bar.show_facts(facts, self._context.desk.cards.today())
        if self.selection_bar is not None:
            self.selection_bar.show_facts(facts)
        if facts.selected > 1:
            self.details.show_selection(facts.selected, facts.usage_kb)

    def _on_tags_changed(self) -> None:
        self._context.tasks.start("colours of tags", self._read_tag_colors(), replace=True)

    async def _read_tag_colors(self) -> None:
        tags = await self._context.desk.tags.list()
        self.model.show_tag_colors({tag.name: tag.color for tag in tags})

    def _on_value_chosen(self, term: Term, negated: bool) -> None:
        wanted = replace(term, negated=negated)
        if wanted not in self.question.terms:  # a double click chooses twice
            self.show_cards(self.question.with_term(wanted))

    def _on_searched(self) -> None:
        self.group.show_question(self.question)
        if self._select_all_later:
            self._select_all_later = False
            self.table.selectAll()
        nothing = not self.model.ids
        if nothing:
            self.empty.explain(self.question, syncing=self._context.tasks.busy("sync"))
        self._stack.setCurrentWidget(self.empty if nothing else self.table)

    def _on_shorter_wanted(self) -> None:
        question = self.question
        if question.card_ids is not None:
            self.show_cards(replace(question, card_ids=None))
        elif question.terms:
            self.show_cards(question.without(len(question.terms) - 1))

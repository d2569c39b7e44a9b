"""Tags: the list of them, and what can be done with one."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from simdesk.models.filters import CardFilter, Operator, Term
from simdesk.models.tags import TagRow
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.ui.context import Context
from simdesk.ui.dialogs.tag_editing import DeleteTagDialog, MergeTagDialog, TagDialog
from simdesk.ui.joining import named
from simdesk.ui.listing.cells import PaddedDelegate
from simdesk.ui.listing.page import ListPage
from simdesk.ui.listing.rows import ROW_ROLE, ListColumn, RowsModel
from simdesk.ui.tag_pill import draw_pill
from simdesk.ui.text import count_shown, counted, shown

COLUMNS = (
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "Tag")), lambda r: r.name, width=240),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Cards")),
        lambda r: count_shown(r.cards),
        numeric=True,
        width=110,
        key=lambda r: r.cards,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Cancelled cards")),
        lambda r: count_shown(r.cancelled),
        numeric=True,
        width=140,
        key=lambda r: r.cancelled,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Colour")), lambda r: shown(r.color.label), width=110
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Watched by rules")),
        lambda r: ", ".join(r.rules) or "–",
        width=320,
    ),
)
_NAME, _RULES = 0, 4


class TagDelegate(PaddedDelegate):
    """The name as the pill that cards carry."""

    def paint_cell(
        self,
        painter: QPainter,
        cell: QRect,
        words: str,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row: TagRow = index.data(ROW_ROLE)
        draw_pill(painter, cell, words, row.color)


class TagsPage(ListPage):
    """Tags are the desk's own; every change can be undone (domain.md 9, rows 22 and 35)."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        model = RowsModel(COLUMNS, lambda row: "muted", identify=lambda row: row.id)
        read = context.desk.tags.list
        super().__init__(context, self.tr("Tags"), model, read, stretched=_RULES, parent=parent)
        self.table.setItemDelegateForColumn(_NAME, TagDelegate(self.table))
        self.show_action = self.act(self.tr("Show its cards"), "cards", self.show_cards, "Return")
        self.new_action = self.act(self.tr("New tag…"), "add", self.add, "Ctrl+N", kind="primary")
        self.edit_action = self.act(self.tr("Edit…"), "edit", self.edit, "F2")
        self.merge_action = self.act(self.tr("Merge into…"), "merge", self.merge, "Ctrl+M")
        self.delete_action = self.act(
            self.tr("Delete…"), "delete", self.delete, "Del", kind="danger"
        )
        self.empty.say(self.tr("No tag yet. Tags sort cards the way you think of them."))
        self.empty.offer(self.tr("New tag…"), "add", self.add)
        self.table.doubleClicked.connect(self.show_action.trigger)
        context.bridge.tags_changed.connect(self.load)
        context.bridge.rules_changed.connect(self.load)
        context.bridge.cards_changed.connect(self._on_cards_changed)
        self.refresh()

    def refresh(self) -> None:
        one = self.one
        watched = one is not None and bool(one.rules)
        self.show_action.setEnabled(bool(self.chosen))
        self.edit_action.setEnabled(one is not None)
        self.delete_action.setEnabled(one is not None and not watched)
        self.merge_action.setEnabled(one is not None and not watched and len(self.model.told) > 1)
        for action in (self.merge_action, self.delete_action):
            action.setToolTip(self._why_not(one) or action.text())
        count = len(self.model.rows)
        self.facts.setText(counted(count, self.tr("1 tag"), self.tr("{count} tags")))

    def _why_not(self, row: TagRow | None) -> str:
        """Why a tag can neither go nor be merged; empty when it can."""
        if row is None or not row.rules:
            return ""
        return self.tr("Watched by {rules}").format(rules=named(row.rules))

    def show_cards(self) -> None:
        """Show the cards that carry one of the chosen tags."""
        names = tuple(row.name for row in self.chosen)
        self.cards_wanted.emit(CardFilter((Term("tag", Operator.ANY_OF, names),)))

    def add(self) -> None:
        """Ask for a name and a colour."""
        TagDialog(self.context, None, self).open()

    def edit(self) -> None:
        """Give the chosen tag another name or colour."""
        if self.one is not None:
            TagDialog(self.context, self.one, self).open()

    def merge(self) -> None:
        """Ask which tag takes over the cards of the chosen one."""
        if self.one is not None:
            MergeTagDialog(self.context, self.one, self.model.told, self).open()

    def delete(self) -> None:
        """Ask, then delete the chosen tag."""
        if self.one is not None:
            DeleteTagDialog(self.context, self.one, self).open()

    def _on_cards_changed(self, change: object) -> None:
        fields = getattr(change, "fields", None)
        if self.isVisible() and (fields is None or fields & {"tag", "status"}):
            self.load()

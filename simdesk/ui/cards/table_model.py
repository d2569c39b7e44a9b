"""A list that can ask: card ids in order, a cache of rows, a signal for those that are missing."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from simdesk.models.tags import TagColor
from simdesk.services.card_ids import alike
from simdesk.ui.cards.columns import ORDERED, Face
from simdesk.ui.cards.shown_row import ShownRow
from simdesk.ui.cards.spoken import cell_description, cell_text
from simdesk.ui.text import shown

if TYPE_CHECKING:
    from simdesk.models.card import CardRow

PAGE = 128
KEPT_ROWS = 64 * PAGE
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class CardTableModel(QAbstractTableModel):
    """Opens nothing. Rows are kept by card id, so a late answer does no harm."""

    rows_wanted = Signal(int, int)
    """First and last row of a page that is looked at and not here."""
    remark_written = Signal(object, str)
    """A card id, and what was typed into its remark."""
    about_to_change = Signal()
    rows_came = Signal()
    """Rows that were asked for are here, in sight or not."""
    tags_recoloured = Signal()
    ids_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: array[int] = array("q")
        self._rows: OrderedDict[int, ShownRow] = OrderedDict()
        self._asked: set[int] = set()
        self._absent: set[int] = set()
        self._sight = (0, -1)
        self.tag_colors: dict[str, TagColor] = {}
        """What tags look like; painters hold on to it."""
        self.selected_beside: Callable[[int], bool] | None = None
        """Tells of a row whether it is selected without Qt knowing of it."""
        self.generation = 0
        """Counts the times rows were called stale: an answer to an older question is stale too."""

    # What it holds

    @property
    def ids(self) -> "array[int]":
        """All card ids in the table's order; do not change it."""
        return self._ids

    def show_tag_colors(self, colors: Mapping[str, TagColor]) -> None:
        """Show tags in these colours from now on."""
        if self.tag_colors != colors:
            self.tag_colors.clear()
            self.tag_colors.update(colors)
            self.tags_recoloured.emit()

    def id_at(self, row: int) -> int | None:
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_at(self, row: int) -> ShownRow | None:
        """The row if it is here; None while it has to be waited for."""
        return self._rows.get(self._ids[row])

    def card(self, card_id: int) -> "CardRow | None":
        found = self._rows.get(card_id)
        return found.card if found is not None else None

    def spot(self, row: int, column: int) -> QModelIndex:
        """An index without the questions `index` asks first; the row is known to be there."""
        return self.createIndex(row, column)

    # What changes it

    def show_ids(self, ids: "array[int]") -> None:
        """Show these cards in this order; the table grows or shrinks at its end without a reset."""
        held, wanted = len(self._ids), len(ids)
        kept = min(held, wanted)
        moved = bool(kept) and not alike(self._ids, ids, kept)
        if held == wanted and not moved:
            return
        self.about_to_change.emit()
        if wanted > held:
            self.beginInsertRows(_ROOT, held, wanted - 1)
            self._ids = self._ids + ids[held:] if moved else ids
            self.endInsertRows()
        elif wanted < held:
            self.beginRemoveRows(_ROOT, wanted, held - 1)
            self._ids = self._ids[:wanted] if moved else ids
            self.endRemoveRows()
        self._ids = ids
        if moved:  # the rows that stay have other cards in them
            self._say_rows(0, kept - 1)
        self._asked.clear()
        self.ids_changed.emit()

    def put_rows(self, asked: Sequence[int], rows: "Iterable[CardRow]", generation: int) -> None:
        """Take the rows of the cards that were asked for; what is on screen is drawn anew.

        `generation` is the one when they were asked for.
        """
        fresh = generation == self.generation
        self._absent.update(asked)
        for card in rows:
            self._rows[card.id] = ShownRow.of(card, fresh=fresh)
            self._rows.move_to_end(card.id)
            self._absent.discard(card.id)
        while len(self._rows) > KEPT_ROWS:
            self._rows.popitem(last=False)
        first, last = self._sight
        last = min(last, len(self._ids) - 1)
        if last >= first and not frozenset(asked).isdisjoint(self._ids[first : last + 1]):
            self._say_rows(first, last)
        self.rows_came.emit()

    def forget(self, card_ids: AbstractSet[int] | None) -> None:
        """These cards changed (None: any): they stay on screen until their new rows arrive.

        Only where one of them is in sight is anything drawn anew, for that asks for its row.
        """
        self.generation += 1
        known = self._rows if card_ids is None else self._rows.keys() & card_ids
        for card_id in known:
            self._rows[card_id].fresh = False
        self._asked.clear()
        self._absent.clear()
        first, last = self._sight
        last = min(last, len(self._ids) - 1)
        if not all(self._is_fresh(row) for row in range(first, last + 1)):
            self._say_rows(first, last)

    def _say_rows(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(ORDERED) - 1))

    def look_at(self, first: int, last: int) -> None:
        """The view shows these rows: ask, once, for the pages of those that are not here."""
        last = min(last, len(self._ids) - 1)
        self._sight = (max(first, 0), last)
        for page in range(max(first, 0) // PAGE, last // PAGE + 1):
            if page in self._asked:
                continue
            start, end = max(first, page * PAGE), min(last, page * PAGE + PAGE - 1)
            if all(self._is_fresh(row) for row in range(start, end + 1)):
                continue
            self._asked.add(page)
            self.rows_wanted.emit(page * PAGE, min(page * PAGE + PAGE, len(self._ids)) - 1)

    def answered(self, first: int) -> None:
        """The page that begins at `first` was read, or could not be; it may be asked for again."""
        self._asked.discard(first // PAGE)

    def _is_fresh(self, row: int) -> bool:
        card_id = self._ids[row]
        found = self._rows.get(card_id)
        return card_id in self._absent if found is None else found.fresh

    # Qt's questions

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(ORDERED)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row = self.row_at(index.row())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if _right(index.column()) else _LEFT
            return side | Qt.AlignmentFlag.AlignVCenter
        if row is None:
            return self.tr("Loading") if role == Qt.ItemDataRole.AccessibleTextRole else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.words(index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.hint(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell_text(row, index.column())
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            beside = self.selected_beside is not None and self.selected_beside(index.row())
            return cell_description(row, index.column(), selected=beside)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return shown(ORDERED[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if _right(section) else _LEFT
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )
        if ORDERED[index.column()].face is Face.REMARK and self.row_at(index.row()) is not None:
            return plain | Qt.ItemFlag.ItemIsEditable
        return plain

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Only remarks are written here; the wish goes out, the new row comes back by itself."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None or role != Qt.ItemDataRole.EditRole:
            return False
        if ORDERED[index.column()].face is not Face.REMARK or row.card.remark == value:
            return False
        self.remark_written.emit(row.card.id, str(value))
        return True


_LEFT = Qt.AlignmentFlag.AlignLeft


def _right(column: int) -> bool:
    return ORDERED[column].right

"""Lines about cards as a list: what differs, or what a sheet wants changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, Signal

from simdesk.models.sheet_lines import LineKind, LineQuestion, SheetLine
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.sheet_words import field_title, value_words
from simdesk.ui.joining import told
from simdesk.ui.listing.rows import Index, ListColumn, RowsModel
from simdesk.ui.text import count_shown, shown, size_shown

PAGE = 200
"""Lines read at a time, as the list is scrolled."""
_ROLES = {
    LineKind.ADDED: "ok",
    LineKind.GONE: "bad",
    LineKind.CHANGED: "info",
    LineKind.CHANGE: "info",
    LineKind.CONFLICT: "warn",
    LineKind.REFUSED: "bad",
}
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines that can be looked at on their own: so many `count`, asked for by `question`.

    None is asked where there are no lines to look at, only their number.
    """

    words: str
    count: int
    question: LineQuestion | None
    inner: bool = False


class LineModel(RowsModel):
    """Lines are added as they are scrolled to: `more_wanted` asks for those behind the last."""

    more_wanted = Signal()

    def __init__(self, columns: Sequence[ListColumn], parent: QObject | None = None) -> None:
        super().__init__(columns, _role_of, KIND, parent)
        self.total = 0

    def begin(self, total: int, lines: Sequence[SheetLine]) -> None:
        """Show the first of `total` lines."""
        self.total = total
        self.show_rows(lines)

    def canFetchMore(self, parent: Index = _ROOT) -> bool:
        return not parent.isValid() and 0 < len(self.rows) < self.total

    def fetchMore(self, parent: Index = _ROOT) -> None:
        del parent
        self.more_wanted.emit()


def _role_of(line: SheetLine) -> str:
    return _ROLES[line.kind]


def _field(line: SheetLine) -> str:
    return shown(field_title(line.field)) if line.field else ""


def _side(read: Callable[[SheetLine], "str | int | None"]) -> Callable[[SheetLine], str]:
    return lambda line: value_words(line.field, read(line), shown) if line.field else ""


def _more_used(line: SheetLine) -> str:
    if line.usage_kb is None:
        return ""
    sign = "+" if line.usage_kb > 0 else "−" if line.usage_kb < 0 else ""
    return f"{sign}{size_shown(abs(line.usage_kb))}"


def line_words(line: SheetLine) -> str:
    """A line in full: its field, what is on both sides, and why."""
    if not line.field:
        return "" if line.reason is None else shown(line.reason)
    before, after = (value_words(line.field, one, shown) for one in (line.before, line.after))
    words = told(_field(line), f"{before or '—'} → {after or '—'}")
    return words if line.reason is None else f"{words}\n{shown(line.reason)}"


_ICCID = ListColumn(text(QT_TRANSLATE_NOOP("trade", "ICCID")), lambda line: line.iccid, width=206)
_KIND = ListColumn(
    text(QT_TRANSLATE_NOOP("trade", "What")), lambda line: shown(line.kind.label), width=132
)
_FIELD = ListColumn(text(QT_TRANSLATE_NOOP("trade", "Field")), _field, width=124)
KIND, ICCID = 0, 1
BEFORE_AND_AFTER: tuple[ListColumn, ...] = (
    _KIND,
    _ICCID,
    _FIELD,
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Before")), _side(lambda line: line.before), width=170
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "After")), _side(lambda line: line.after), width=170
    ),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "Used since")), _more_used, numeric=True, width=104),
)
"""Two sides compared."""
DESK_AND_SHEET: tuple[ListColumn, ...] = (
    _KIND,
    _ICCID,
    _FIELD,
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "On the desk")), _side(lambda line: line.before), width=148
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "In the sheet")), _side(lambda line: line.after), width=148
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Cell")),
        lambda line: line.cell or ("" if line.row is None else str(line.row)),
        width=72,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Why")),
        lambda line: "" if line.reason is None else shown(line.reason),
        width=96,
    ),
)
"""A sheet that comes back."""
GROUPS: tuple[ListColumn, ...] = (
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Show")),
        lambda group: f"    {group.words}" if group.inner else group.words,
        width=150,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Cards")),
        lambda group: count_shown(group.count),
        numeric=True,
        width=80,
    ),
)

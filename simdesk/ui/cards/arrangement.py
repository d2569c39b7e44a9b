"""How the columns are arranged: order, widths, what is hidden, frozen and sorted by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from PySide6.QtGui import QFontMetricsF

from simdesk.models.filter_fields import FIELDS
from simdesk.models.filters import Direction, Sort, SortKey
from simdesk.models.preferences import FIRST_COLUMNS
from simdesk.ui.cards.columns import COLUMNS, NAMES, Face, index_of
from simdesk.ui.cards.header import NARROWEST
from simdesk.ui.cards.table_view import CardTableView
from simdesk.ui.theme import id_font, words_font

WIDEST = 1_200
_DIGIT, _ID_DIGIT = 7.64, 7.2
"""Pixels of a digit in the letters that the columns' widths are for."""


def first_widths() -> dict[str, int]:
    """How wide the columns of a new desk are: wider than planned where letters are larger."""
    words = QFontMetricsF(words_font()).horizontalAdvance("0") / _DIGIT
    ids = QFontMetricsF(id_font()).horizontalAdvance("0") / _ID_DIGIT
    return {
        name: ceil(column.width * max(1.0, ids if column.face is Face.ID else words))
        for name, column in COLUMNS.items()
    }


@dataclass(frozen=True)
class Arrangement:
    """Columns by name. `frozen` counts visible columns from the left."""

    order: tuple[str, ...] = NAMES
    hidden: frozenset[str] = frozenset(
        name for name, column in COLUMNS.items() if not column.chosen
    )
    widths: Mapping[str, int] = field(default_factory=first_widths)
    frozen: int = 0
    sort: Sort = field(default_factory=Sort)

    @classmethod
    def choosing(cls, columns: Sequence[str]) -> "Arrangement":
        """These columns from the left, as far as they are known, and no others."""
        chosen = tuple(name for name in columns if name in COLUMNS)
        if not chosen or chosen == FIRST_COLUMNS:
            return cls()
        others = tuple(name for name in NAMES if name not in chosen)
        return cls(order=chosen + others, hidden=frozenset(others))

    def to_settings(self) -> dict[str, object]:
        """Plain values for the settings file."""
        return {
            "order": list(self.order),
            "hidden": sorted(self.hidden),
            "widths": dict(self.widths),
            "frozen": self.frozen,
            "sort": [part for key in self.sort.keys for part in (key.field, key.direction.value)],
        }

    @classmethod
    def from_settings(cls, values: Mapping[str, object]) -> "Arrangement":
        """What was saved, as far as it still makes sense; new columns come as they are new."""
        fresh = cls()
        order = [name for name in _names(values.get("order")) if name in COLUMNS]
        if not order:
            return fresh
        known = frozenset(order)
        hidden = frozenset(_names(values.get("hidden"))) & known
        unseen = [name for name in NAMES if name not in known]
        return replace(
            fresh,
            order=tuple(dict.fromkeys([*order, *unseen])),
            hidden=hidden | (fresh.hidden - known),
            widths={**fresh.widths, **_widths(values.get("widths"))},
            frozen=_count(values.get("frozen")),
            sort=_sort(values.get("sort")),
        )

    def show_in(self, table: CardTableView) -> None:
        """Arrange the table's columns so."""
        header = table.header
        hidden = self.hidden if len(self.hidden) < len(NAMES) else frozenset()
        for name in NAMES:
            header.setSectionHidden(index_of(name), name in hidden)
            header.resizeSection(index_of(name), self.widths[name])
        for visual, name in enumerate(self.order):
            header.moveSection(header.visualIndex(index_of(name)), visual)
        table.lay_frozen(self.frozen)

    @classmethod
    def of(cls, table: CardTableView, sort: Sort) -> "Arrangement":
        """How the table is arranged now."""
        header = table.header
        hidden = frozenset(NAMES[column] for column in header.hidden_columns())
        widths = dict(cls().widths)
        for name in NAMES:
            if name not in hidden:
                widths[name] = header.sectionSize(index_of(name))
        order = tuple(NAMES[header.logicalIndex(visual)] for visual in range(header.count()))
        return cls(order, hidden, widths, table.frozen.count, sort)


def _names(found: object) -> list[str]:
    return [name for name in found if isinstance(name, str)] if isinstance(found, list) else []


def _widths(found: object) -> dict[str, int]:
    if not isinstance(found, dict):
        return {}
    return {
        name: min(max(width, NARROWEST), WIDEST)
        for name, width in found.items()
        if name in COLUMNS and isinstance(width, int)
    }


def _count(found: object) -> int:
    return found if isinstance(found, int) and 0 <= found <= len(NAMES) else 0


def _sort(found: object) -> Sort:
    match found:
        case [name, way]:
            key = _key(name, way)
            return Sort() if key is None else Sort(key.field, key.direction)
        case [name, way, *second]:
            first, then = _sort([name, way]), _key(*second) if len(second) == 2 else None
            return replace(first, second=None if then and then.field == first.field else then)
    return Sort()


def _key(name: object, way: object) -> SortKey | None:
    if not (isinstance(name, str) and isinstance(way, str) and way in _WAYS):
        return None
    known = FIELDS.get(name)
    return SortKey(name, _WAYS[way]) if known is not None and known.sortable else None


_WAYS = {direction.value: direction for direction in Direction}

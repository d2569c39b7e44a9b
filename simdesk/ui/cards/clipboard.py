"""Copying from the card table: plain lines for people, text cells for spreadsheets."""

from array import array
from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from simdesk.models.card import CardRow
from simdesk.ui.cards.columns import COLUMNS, ORDERED, Column, Face, copied
from simdesk.ui.cards.table_view import CardTableView
from simdesk.ui.context import Context
from simdesk.ui.text import count_shown, shown

MOST_MARKED_UP = 5_000
"""Rows up to which a table with text cells goes along, so that a spreadsheet keeps every digit."""

BLOCK = 512


def lines(rows: Iterable[Sequence[str]]) -> str:
    """Rows as lines of cells parted by tabs."""
    return "\n".join("\t".join(row) for row in rows)


def table_of_texts(rows: Iterable[Sequence[str]]) -> str:
    """Rows as an HTML table whose cells spreadsheets take as text, never as number or formula."""
    cells = (
        "".join(f"<td style=\"mso-number-format:'\\@'\">{escape(cell)}</td>" for cell in row)
        for row in rows
    )
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


class CardClipboard(QObject):
    """Copies what is selected in the table, columns as they are seen."""

    def __init__(self, context: Context, table: CardTableView, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._table = table

    def copy(self, *, headers: bool) -> None:
        """One card: the current cell, with headers the whole row; several: their rows.

        Rows of several cards have headers also where the operator set that they have.
        """
        ids = self._table.selected.ids()
        current = self._table.currentIndex()
        if len(ids) > 1 or (headers and len(ids) == 1):
            always = self._context.preferences.current.copy_headers
            self._copy_rows(ids, self._columns(), headers=headers or always)
        elif current.isValid():
            row = self._table.cards.row_at(current.row())
            if row is not None:
                put([[copied(ORDERED[current.column()], row.card)]])

    def copy_column(self, name: str) -> None:
        """One column of the selected cards, each on its line."""
        self._copy_rows(self._table.selected.ids(), [COLUMNS[name]], headers=False)

    def copy_whole_column(self, name: str) -> None:
        """One column of every card in the table."""
        self._copy_rows(self._table.cards.ids, [COLUMNS[name]], headers=False)

    def _columns(self) -> list[Column]:
        lanes = self._table.lanes(-(1 << 20), 1 << 20)
        columns = (ORDERED[lane.column] for lane in lanes)
        return [column for column in columns if column.face is not Face.ACTIONS]

    def _copy_rows(self, ids: "array[int]", columns: Sequence[Column], *, headers: bool) -> None:
        copying = self._read_and_put(ids, columns, headers=headers)
        self._context.tasks.start("copy", copying, replace=True)

    async def _read_and_put(
        self, ids: "array[int]", columns: Sequence[Column], *, headers: bool
    ) -> None:
        found: list[list[str]] = [[shown(one.title) for one in columns]] if headers else []
        for start in range(0, len(ids), BLOCK):
            rows = await self._context.desk.cards.rows(ids[start : start + BLOCK])
            found.extend(_cells(row, columns) for row in rows)
        put(found)
        many = self.tr("{count} cards copied").format(count=count_shown(len(ids)))
        self._context.messages.done(self.tr("1 card copied") if len(ids) == 1 else many)


def _cells(row: CardRow, columns: Sequence[Column]) -> list[str]:
    return [copied(column, row) for column in columns]


def put(rows: Sequence[Sequence[str]]) -> None:
    """Lay rows of cells on the clipboard."""
    data = QMimeData()
    data.setText(lines(rows))
    if len(rows) > 1 and len(rows) <= MOST_MARKED_UP:
        data.setHtml(table_of_texts(rows))
    QGuiApplication.clipboard().setMimeData(data)

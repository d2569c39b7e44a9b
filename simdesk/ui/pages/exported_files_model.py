"""The columns of the exported files, and what the states of an export look like."""

from PySide6.QtCore import QObject

from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.export_words import ExportRow, ExportState
from simdesk.ui.cards.look import Shape
from simdesk.ui.listing.rows import ListColumn, RowsModel
from simdesk.ui.text import count_shown, moment_shown, shown, size_shown

_LOOKS = {
    ExportState.WAITING: ("info", Shape.RING),
    ExportState.GENERATING: ("info", Shape.DISC),
    ExportState.COMPLETED: ("ok", Shape.DISC),
    ExportState.FAILED: ("bad", Shape.SQUARE),
    ExportState.CANCELLED: ("final", Shape.CROSS),
    ExportState.EXPIRED: ("final", Shape.BAR),
}


def state_look(state: ExportState) -> tuple[str, Shape]:
    """Role and shape of an export's state."""
    return _LOOKS[state]


def state_words(row: ExportRow) -> str:
    """The state, and how far it is while it goes on."""
    words = shown(row.state.label)
    share = done_share(row)
    return words if share is None else f"{words} {share} %"


def done_share(row: ExportRow) -> int | None:
    """Whole percent of the rows that are written; None while there is nothing to tell."""
    if row.state is not ExportState.GENERATING or row.total is None:
        return None
    return row.rows * 100 // row.total if row.total else 100


def _range(row: ExportRow) -> str:
    return str(row.first) if row.first == row.last else f"{row.first} – {row.last}"


def _daily(row: ExportRow) -> str:
    return shown(
        text(QT_TRANSLATE_NOOP("trade", "Yes"))
        if row.daily
        else text(QT_TRANSLATE_NOOP("trade", "No"))
    )


_WRITTEN = (ExportState.COMPLETED, ExportState.EXPIRED)


def _rows(row: ExportRow) -> str:
    if row.state.open and row.total is not None:
        return f"{count_shown(row.rows)} / {count_shown(row.total)}"
    return count_shown(row.rows) if row.state in _WRITTEN else "–"


def _tip(row: ExportRow) -> str:
    return state_words(row) if row.error is None else shown(row.error)


COLUMNS = (
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "File name")),
        lambda r: r.name,
        width=210,
        tip=lambda r: str(r.path),
    ),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "State")), state_words, width=170, tip=_tip),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "Content")), lambda r: shown(r.content), width=210),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Rows")),
        _rows,
        numeric=True,
        width=140,
        key=lambda r: r.rows,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Size")),
        lambda r: size_shown(-(-r.size // 1024)) if r.state is ExportState.COMPLETED else "–",
        numeric=True,
        width=84,
        key=lambda r: r.size,
    ),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "Traffic months")), _range, width=140),
    ListColumn(text(QT_TRANSLATE_NOOP("trade", "Daily usage")), _daily, width=104),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Created")),
        lambda r: moment_shown(r.created_at),
        width=146,
        key=lambda r: r.created_at,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Finished")),
        lambda r: "–" if r.finished_at is None else moment_shown(r.finished_at),
        width=146,
        key=lambda r: r.finished_at,
    ),
)
STATE_COLUMN, CONTENT_COLUMN = 1, 2


def exports_model(parent: QObject | None = None) -> RowsModel:
    """The exports as rows of a list, newest first."""
    return RowsModel(
        COLUMNS,
        lambda row: state_look(row.state)[0],
        STATE_COLUMN,
        parent,
        identify=lambda row: row.id,
    )

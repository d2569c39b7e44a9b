"""A comparison into a spreadsheet: one line for each order or act."""

from collections.abc import Sequence
from datetime import date

from simdesk.models.comparison import Cause, Compared, Verdict
from simdesk.models.operations import ItemState
from simdesk.models.orders import OrderState, OrderType
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.export_columns import Say
from simdesk.services.list_export import ListFile, ListKind, days_told, write_list
from simdesk.services.spreadsheets.columns import Column, Kind, Row, Value
from simdesk.services.storage.codec import seconds


def write_comparison(lines: Sequence[Compared], days: tuple[date, date], file: ListFile) -> int:
    """Write the file; how many lines it has. `days` are the first and the last business day.

    Raises KnownError for what the disk does; then there is no file.
    """
    kind = ListKind(
        "Comparison",
        "SimDesk comparison",
        comparison_columns(file.say),
        text(QT_TRANSLATE_NOOP("trade", "Lines")),
        [days_told(*days)],
    )
    return write_list(file, kind, map(_row, lines))


def comparison_columns(say: Say = str) -> tuple[Column, ...]:
    """The columns of an exported comparison."""
    labels = {
        one.value: say(one.label)
        for group in (Verdict, Cause, OrderState, ItemState, OrderType)
        for one in group
        if one.value
    }

    def words(value: Value) -> str:
        return labels.get(str(value), str(value))

    def column(key: str, kind: Kind, title: str, width: float) -> Column:
        said = words if kind is Kind.WORDS else str
        return Column(key, say(text(title)), kind, width, said)

    return (
        column("verdict", Kind.WORDS, QT_TRANSLATE_NOOP("trade", "Comparison"), 18),
        column("cause", Kind.WORDS, QT_TRANSLATE_NOOP("trade", "Why"), 40),
        column("at", Kind.MOMENT, QT_TRANSLATE_NOOP("trade", "Time (Asia/Shanghai)"), 20),
        column("ours", Kind.MONEY, QT_TRANSLATE_NOOP("trade", "Paid here"), 14),
        column("theirs", Kind.MONEY, QT_TRANSLATE_NOOP("trade", "Provider's order"), 14),
        column("currency", Kind.WORDS, QT_TRANSLATE_NOOP("trade", "Currency"), 10),
        column("state", Kind.WORDS, QT_TRANSLATE_NOOP("trade", "State here"), 22),
        column("order", Kind.ID, QT_TRANSLATE_NOOP("trade", "Order"), 20),
        column("type", Kind.WORDS, QT_TRANSLATE_NOOP("trade", "Type"), 22),
        column("order_state", Kind.WORDS, QT_TRANSLATE_NOOP("trade", "State of the order"), 18),
        column("iccid", Kind.ID, QT_TRANSLATE_NOOP("trade", "ICCID"), 23),
        column("voucher", Kind.ID, QT_TRANSLATE_NOOP("trade", "Plan voucher"), 24),
        column("operation", Kind.ID, QT_TRANSLATE_NOOP("trade", "Operation"), 34),
        column("serial", Kind.ID, QT_TRANSLATE_NOOP("trade", "Serial"), 34),
    )


def _row(line: Compared) -> Row:
    order, ours = line.order, line.ours
    theirs = line.theirs
    return (
        line.verdict.value,
        line.cause.value or None,
        seconds(line.at),
        None if ours is None else ours.money.minor,
        None if theirs is None else theirs.minor,
        line.money.currency,
        None if ours is None else ours.state.value,
        line.number,
        None if line.kind is None else line.kind.value,
        None if order is None else order.state.value,
        line.iccid,
        line.voucher,
        None if ours is None else ours.op_id,
        None if ours is None else ours.serial,
    )

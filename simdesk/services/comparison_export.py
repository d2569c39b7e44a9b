"""A comparison into a spreadsheet: one line for each order or act."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO

from simdesk.models.audit import AuditHead
from simdesk.models.comparison import Cause, Compared, Verdict
from simdesk.models.operations import ItemState
from simdesk.models.orders import OrderState, OrderType
from simdesk.models.periods import local
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.departures import MARK
from simdesk.services.export_columns import Say
from simdesk.services.files import write_atomically
from simdesk.services.spreadsheets.columns import Column, Kind, Row, TableWriter, Value
from simdesk.services.spreadsheets.csv_writer import CsvWriter
from simdesk.services.spreadsheets.xlsx_writer import XlsxWriter

SHEET = "Comparison"
_PORTION = 500


@dataclass(frozen=True)
class ComparisonExport:
    """What to write where; `days` are the first and the last business day."""

    path: Path
    account: str
    days: tuple[date, date]
    created: datetime
    head: AuditHead
    """The end of the audit's chain, which stands in the file."""
    say: Say = str


def write_comparison(lines: Sequence[Compared], plan: ComparisonExport) -> None:
    """Write the file. Raises KnownError for what the disk does; then there is no file."""
    columns = comparison_columns(plan.say)
    with write_atomically(plan.path) as file:
        writer = _writer(file, plan, columns)
        try:
            for start in range(0, len(lines), _PORTION):
                writer.write([_row(line) for line in lines[start : start + _PORTION]])
            marker = [("SimDesk comparison", plan.account[:255]), (MARK, plan.head.mark)]
            writer.finish(_about(plan, len(lines)), marker)
        except BaseException:
            writer.abandon()
            raise


def _writer(file: IO[bytes], plan: ComparisonExport, columns: tuple[Column, ...]) -> TableWriter:
    if plan.path.suffix.lower() == ".csv":
        return CsvWriter(file, columns)
    return XlsxWriter(file, columns, plan.created, name=SHEET)


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
        int(line.at.timestamp() // 1),
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


def _about(plan: ComparisonExport, written: int) -> list[tuple[str, str]]:
    told: list[tuple[Text, str]] = [
        (text(QT_TRANSLATE_NOOP("trade", "Exported by")), "SimDesk"),
        (text(QT_TRANSLATE_NOOP("trade", "Account")), plan.account),
        (
            text(QT_TRANSLATE_NOOP("trade", "Exported at")),
            f"{local(plan.created):%Y-%m-%d %H:%M:%S} Asia/Shanghai",
        ),
        (text(QT_TRANSLATE_NOOP("trade", "Lines")), str(written)),
        (text(QT_TRANSLATE_NOOP("trade", "Days")), " – ".join(map(str, plan.days))),
    ]
    return [(plan.say(label), value) for label, value in told]

"""Orders into a spreadsheet: all lines that match, in one pass; runs on a reader thread."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import IO

from simdesk.models.audit import AuditHead
from simdesk.models.operations import ItemState
from simdesk.models.order_list import OrderFilter, OrderLine
from simdesk.models.orders import OrderState, OrderType
from simdesk.models.periods import local
from simdesk.models.purchases import AccountAct, act_words
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.account_codec import act_from
from simdesk.services.departures import MARK
from simdesk.services.export_columns import Say
from simdesk.services.files import write_atomically
from simdesk.services.spreadsheets.columns import Column, Kind, Row, TableWriter, Value
from simdesk.services.spreadsheets.csv_writer import CsvWriter
from simdesk.services.spreadsheets.xlsx_writer import XlsxWriter
from simdesk.services.storage.order_reads import OrderReader

SHEET = "Orders"
_PORTION = 500
Words = Callable[[Value], str]


@dataclass(frozen=True)
class OrderExport:
    """What to write where; the file's ending says whether csv or xlsx."""

    path: Path
    account: str
    question: OrderFilter
    created: datetime
    head: AuditHead
    """The end of the audit's chain, which stands in the file."""
    say: Say = str


def write_orders(reader: OrderReader, plan: OrderExport) -> int:
    """Write the file; how many lines it has.

    All lines are of the one state of the desk that `reader` reads. Raises KnownError for what the
    disk does; then there is no file.
    """
    written = 0
    columns = order_columns(plan.say)
    lines = _lines(reader, plan.question)
    asked = {act.order: act for act in map(act_from, reader.on_orders()) if act.order is not None}
    with write_atomically(plan.path) as file:
        writer = _writer(file, plan, columns)
        try:
            while portion := [_row(line, asked, plan.say) for line in islice(lines, _PORTION)]:
                writer.write(portion)
                written += len(portion)
            marker = [("SimDesk orders", plan.account[:255]), (MARK, plan.head.mark)]
            writer.finish(_about(plan, written), marker)
        except BaseException:
            writer.abandon()
            raise
    return written


def _writer(file: IO[bytes], plan: OrderExport, columns: tuple[Column, ...]) -> TableWriter:
    if plan.path.suffix.lower() == ".csv":
        return CsvWriter(file, columns)
    return XlsxWriter(file, columns, plan.created, name=SHEET)


def _lines(reader: OrderReader, question: OrderFilter) -> Iterator[OrderLine]:
    """Orders and acts that made none, newest first."""
    loose = deque(
        line
        for line in (OrderLine(None, act_from(one)) for one in reader.loose())
        if question.matches(line)
    )
    for order in reader.orders(question):
        while loose and loose[0].created_at >= order.created_at:
            yield loose.popleft()
        yield OrderLine(order)
    yield from loose


def order_columns(say: Say = str) -> tuple[Column, ...]:
    """The columns of an exported list of orders."""
    kinds: dict[Value, str] = {one.value: say(one.label) for one in OrderType}
    states: dict[Value, str] = {
        one.value: say(one.label) for group in (OrderState, ItemState) for one in group
    }

    def column(key: str, kind: Kind, title: str, width: float, words: Words = str) -> Column:
        return Column(key, say(text(title)), kind, width, words)

    return (
        column("order", Kind.ID, QT_TRANSLATE_NOOP("trade", "Order"), 20),
        column(
            "type",
            Kind.WORDS,
            QT_TRANSLATE_NOOP("trade", "Type"),
            22,
            lambda code: kinds.get(code, str(code)),
        ),
        column(
            "state",
            Kind.WORDS,
            QT_TRANSLATE_NOOP("trade", "State"),
            22,
            lambda code: states.get(code, str(code)),
        ),
        column("amount", Kind.MONEY, QT_TRANSLATE_NOOP("trade", "Amount"), 14),
        column("currency", Kind.WORDS, QT_TRANSLATE_NOOP("trade", "Currency"), 10),
        column("iccid", Kind.ID, QT_TRANSLATE_NOOP("trade", "ICCID"), 23),
        column("voucher", Kind.ID, QT_TRANSLATE_NOOP("trade", "Plan voucher"), 24),
        column("quantity", Kind.COUNT, QT_TRANSLATE_NOOP("trade", "Quantity"), 10),
        column("size", Kind.SIZE, QT_TRANSLATE_NOOP("trade", "Size (MB)"), 14),
        column("created", Kind.MOMENT, QT_TRANSLATE_NOOP("trade", "Created (Asia/Shanghai)"), 20),
        column("paid", Kind.MOMENT, QT_TRANSLATE_NOOP("trade", "Paid (Asia/Shanghai)"), 20),
        column("asked", Kind.WORDS, QT_TRANSLATE_NOOP("trade", "Asked here by"), 16),
        column("code", Kind.ID, QT_TRANSLATE_NOOP("trade", "Code"), 24),
        column("reason", Kind.WORDS, QT_TRANSLATE_NOOP("trade", "Reason"), 48),
    )


def _row(line: OrderLine, asked: dict[str, AccountAct], say: Say) -> Row:
    act = line.act if line.order is None else asked.get(line.order.number)
    kind = line.kind
    price = line.price
    return (
        line.number,
        _type(kind, act, say),
        line.state.value,
        None if price is None else price.minor,
        None if price is None else price.currency,
        line.iccid,
        line.voucher,
        line.quantity,
        line.size_kb,
        _seconds(line.created_at),
        _seconds(line.paid_at),
        None if act is None else act.requested_by,
        None if act is None else act.code,
        None if act is None else act.reason,
    )


def _type(kind: OrderType | None, act: AccountAct | None, say: Say) -> str | None:
    """The type's code; what buys nothing has none, its own words stand there."""
    if kind is not None:
        return kind.value
    return None if act is None else say(act_words(act.command))


def _seconds(at: datetime | None) -> int | None:
    return None if at is None else int(at.timestamp() // 1)


def _about(plan: OrderExport, written: int) -> list[tuple[str, str]]:
    question, say = plan.question, plan.say
    days = " – ".join("" if day is None else f"{day}" for day in (question.first, question.last))
    told: list[tuple[Text, str]] = [
        (text(QT_TRANSLATE_NOOP("trade", "Exported by")), "SimDesk"),
        (text(QT_TRANSLATE_NOOP("trade", "Account")), plan.account),
        (
            text(QT_TRANSLATE_NOOP("trade", "Exported at")),
            f"{local(plan.created):%Y-%m-%d %H:%M:%S} Asia/Shanghai",
        ),
        (text(QT_TRANSLATE_NOOP("trade", "Orders")), str(written)),
        (text(QT_TRANSLATE_NOOP("trade", "Words")), question.words),
        (
            text(QT_TRANSLATE_NOOP("trade", "Type")),
            ", ".join(sorted(say(kind.label) for kind in question.kinds)),
        ),
        (
            text(QT_TRANSLATE_NOOP("trade", "State")),
            ", ".join(sorted(say(state.label) for state in question.states)),
        ),
        (text(QT_TRANSLATE_NOOP("trade", "Days")), days if days != " – " else ""),
        (text(QT_TRANSLATE_NOOP("trade", "Audit head")), plan.head.mark),
    ]
    return [(say(label), value) for label, value in told]

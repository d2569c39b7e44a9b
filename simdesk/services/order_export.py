"""Orders into a spreadsheet: all lines that match, in one pass; runs on a reader thread."""

from collections import deque
from collections.abc import Callable, Iterator

from simdesk.models.operations import ItemState
from simdesk.models.order_list import OrderFilter, OrderLine
from simdesk.models.orders import OrderState, OrderType
from simdesk.models.purchases import AccountAct, act_words
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.account_codec import act_from
from simdesk.services.export_columns import Say
from simdesk.services.list_export import ListFile, ListKind, days_told, write_list
from simdesk.services.spreadsheets.columns import Column, Kind, Row, Value
from simdesk.services.storage.codec import seconds, seconds_or_none
from simdesk.services.storage.order_reads import OrderReader

Words = Callable[[Value], str]


def write_orders(reader: OrderReader, question: OrderFilter, file: ListFile) -> int:
    """Write the file; how many lines it has.

    All lines are of the one state of the desk that `reader` reads. Raises KnownError for what the
    disk does; then there is no file.
    """
    asked = {act.order: act for act in map(act_from, reader.on_orders()) if act.order is not None}
    rows = (_row(line, asked, file.say) for line in _lines(reader, question))
    kind = ListKind(
        "Orders",
        "SimDesk orders",
        order_columns(file.say),
        text(QT_TRANSLATE_NOOP("trade", "Orders")),
        _about(question, file.say),
    )
    return write_list(file, kind, rows)


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
        seconds(line.created_at),
        seconds_or_none(line.paid_at),
        None if act is None else act.requested_by,
        None if act is None else act.code,
        None if act is None else act.reason,
    )


def _type(kind: OrderType | None, act: AccountAct | None, say: Say) -> str | None:
    """The type's code; what buys nothing has none, its own words stand there."""
    if kind is not None:
        return kind.value
    return None if act is None else say(act_words(act.command))


def _about(question: OrderFilter, say: Say) -> list[tuple[Text, str]]:
    return [
        (text(QT_TRANSLATE_NOOP("trade", "Words")), question.words),
        (
            text(QT_TRANSLATE_NOOP("trade", "Type")),
            ", ".join(sorted(say(kind.label) for kind in question.kinds)),
        ),
        (
            text(QT_TRANSLATE_NOOP("trade", "State")),
            ", ".join(sorted(say(state.label) for state in question.states)),
        ),
        days_told(question.first, question.last),
    ]

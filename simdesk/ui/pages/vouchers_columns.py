"""The columns of the vouchers page, and the words for what a voucher holds and owes."""

from simdesk.models.status import SimStatus
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.vouchers import VoucherRow
from simdesk.ui.listing.rows import ListColumn
from simdesk.ui.text import count_shown, money_shown, shown, size_shown

NEARLY = 90
"""Percent of a pool from which it is told as nearly used up."""


def pool_role(row: VoucherRow) -> str:
    """How urgent a pool is: used up, nearly, or in good order; "" where there is none."""
    percent = None if row.pool is None else row.pool.used_percent
    if row.outside_kb:
        return "bad"
    if percent is not None and percent >= NEARLY:
        return "warn"
    if row.pool is None:
        return ""
    return "muted" if percent is None else "ok"


def pool_words(row: VoucherRow) -> str:
    """The share of the pool that is used, in words; a dash where there is no pool."""
    if row.pool is None:
        return "–"
    if row.pool.used_percent is None:
        return shown(text(QT_TRANSLATE_NOOP("trade", "not told")))
    return shown(
        text(QT_TRANSLATE_NOOP("trade", "{percent} % used"), percent=row.pool.used_percent)
    )


def _count(status: SimStatus) -> ListColumn:
    return ListColumn(
        status.label,
        lambda r: _some(r.by_status.get(status, 0)),
        numeric=True,
        width=98,
        key=lambda r: r.by_status.get(status, 0),
    )


def _some(count: int) -> str:
    return count_shown(count) if count else "–"


def _size(kb: int | None) -> str:
    return "–" if kb is None else size_shown(kb)


def _fees(row: VoucherRow) -> str:
    if row.function_fees is None:
        return "–"
    if not row.fees_exceeded:
        return count_shown(row.function_fees)
    return shown(
        text(
            QT_TRANSLATE_NOOP("trade", "{units}, {over} over"),
            units=count_shown(row.function_fees),
            over=count_shown(row.fees_exceeded),
        )
    )


def limit_words(row: VoucherRow) -> str:
    """The limit of the voucher's cards, a dash without one."""
    if row.limit_kb is None:
        return "–"
    return size_shown(row.limit_kb) + (" …" if row.limit_settling else "")


def _named(source: str) -> Text:
    return text(source)


COLUMNS = (
    ListColumn(
        _named(QT_TRANSLATE_NOOP("trade", "Plan voucher")),
        lambda r: r.voucher,
        width=164,
        tip=lambda r: shown(r.described),
    ),
    ListColumn(
        _named(QT_TRANSLATE_NOOP("trade", "Pool")),
        pool_words,
        width=110,
        key=lambda r: None if r.pool is None else r.pool.used_percent,
    ),
    ListColumn(
        _named(QT_TRANSLATE_NOOP("trade", "Cards")),
        lambda r: count_shown(r.cards),
        numeric=True,
        width=72,
        key=lambda r: r.cards,
    ),
    _count(SimStatus.IN_USE),
    _count(SimStatus.SUSPENDED),
    _count(SimStatus.STOPPED),
    ListColumn(
        _named(QT_TRANSLATE_NOOP("trade", "Used this month")),
        lambda r: size_shown(r.used_kb),
        numeric=True,
        width=136,
        key=lambda r: r.used_kb,
    ),
    ListColumn(
        _named(QT_TRANSLATE_NOOP("trade", "Pool total")),
        lambda r: "–" if r.pool is None else _size(r.pool.total_kb),
        numeric=True,
        width=96,
        key=lambda r: None if r.pool is None else r.pool.total_kb,
    ),
    ListColumn(
        _named(QT_TRANSLATE_NOOP("trade", "Left")),
        lambda r: "–" if r.pool is None else _size(r.pool.left_kb),
        numeric=True,
        width=92,
        key=lambda r: None if r.pool is None else r.pool.left_kb,
    ),
    ListColumn(
        _named(QT_TRANSLATE_NOOP("trade", "Outside the plan")),
        lambda r: "–" if r.pool is None else _size(r.outside_kb),
        numeric=True,
        width=136,
        key=lambda r: r.outside_kb,
    ),
    ListColumn(
        _named(QT_TRANSLATE_NOOP("trade", "Overage")),
        lambda r: "–" if r.pool is None or r.overage is None else money_shown(r.overage),
        numeric=True,
        width=110,
        key=lambda r: None if r.overage is None else r.overage.minor,
    ),
    ListColumn(
        _named(QT_TRANSLATE_NOOP("trade", "Function fees")),
        _fees,
        numeric=True,
        width=122,
        key=lambda r: r.function_fees,
    ),
    ListColumn(
        _named(QT_TRANSLATE_NOOP("trade", "Usage limit")),
        limit_words,
        numeric=True,
        width=96,
        key=lambda r: r.limit_kb,
    ),
)
VOUCHER_COLUMN, POOL_COLUMN = 0, 1

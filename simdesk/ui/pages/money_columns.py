"""The columns of a comparison with the provider's orders."""

from PySide6.QtCore import QObject

from simdesk.models.comparison import Cause, Compared, Verdict
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.ui.listing.rows import ListColumn, RowsModel
from simdesk.ui.text import moment_shown, money_shown, shown

_ROLES = {
    Verdict.MATCHED: "ok",
    Verdict.DIFFERENT: "warn",
    Verdict.ONLY_OURS: "bad",
    Verdict.ONLY_THEIRS: "warn",
    Verdict.TWICE: "bad",
}
_QUIET = {Cause.IN_DOUBT: "warn", Cause.UNREAD: "info"}


def role_of(line: Compared) -> str:
    """The colour of a line: loud only where somebody has to look."""
    if line.verdict is Verdict.MATCHED or line.incident:
        return _ROLES[line.verdict]
    return _QUIET.get(line.cause, "muted")


def why_words(line: Compared) -> str:
    """Why the two do not match; the state of an act that is still open."""
    if line.cause is Cause.NONE:
        open_one = line.ours is not None and line.ours.state.open
        return shown(line.ours.state.label) if open_one and line.ours is not None else ""
    return shown(line.cause.label)


def _ours(line: Compared) -> str:
    return "–" if line.ours is None else money_shown(line.ours.money)


def _theirs(line: Compared) -> str:
    return "–" if line.theirs is None else money_shown(line.theirs)


COLUMNS = (
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Comparison")), lambda line: shown(line.verdict.label),
        width=136,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Why")), why_words, width=260, tip=why_words
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Paid here")), _ours, numeric=True, width=100,
        key=lambda line: None if line.ours is None else line.ours.money.minor,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Provider's order")), _theirs, numeric=True, width=132,
        key=lambda line: None if line.theirs is None else line.theirs.minor,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Order")), lambda line: line.number or "–", width=160,
        key=lambda line: line.number,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Type")),
        lambda line: "–" if line.kind is None else shown(line.kind.label),
        width=116,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Card or voucher")),
        lambda line: line.iccid or line.voucher or "–",
        width=186,
    ),
    ListColumn(
        text(QT_TRANSLATE_NOOP("trade", "Time")), lambda line: moment_shown(line.at), width=150,
        key=lambda line: line.at,
    ),
)  # fmt: skip
VERDICT_COLUMN, WHY_COLUMN, ORDER_COLUMN, ABOUT_COLUMN = 0, 1, 4, 6


def comparison_model(parent: QObject | None = None) -> RowsModel:
    """The lines of a comparison, newest first."""
    return RowsModel(COLUMNS, role_of, VERDICT_COLUMN, parent, identify=lambda line: line.key)

"""What an answer means for an item: one table from outcome to state (reliability.md 4.1, 4.2)."""

from typing import NamedTuple

from simdesk.models.capabilities import Capabilities
from simdesk.models.operations import ItemState
from simdesk.models.orders import Money
from simdesk.models.outcomes import (
    Accepted,
    Barred,
    Done,
    NotSent,
    Outcome,
    Refused,
    Throttled,
    Unknown,
)
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text

NOT_SENT_TRIES = 5
"""How often a card's act may fail to leave this machine before it counts as failed."""
_NOT_SENT_PAUSE = 2.0

CHANGED = text(
    QT_TRANSLATE_NOOP("trade", "The card has changed since the preview; nothing was sent.")
)
BUSY = text(
    QT_TRANSLATE_NOOP("trade", "Another operation on it is not settled yet; nothing was sent.")
)
TOO_OLD = text(
    QT_TRANSLATE_NOOP("trade", "The preview was too old when its turn came; nothing was sent.")
)
DEARER = text(
    QT_TRANSLATE_NOOP(
        "trade", "It costs more than was approved, or is no longer sold; nothing was sent."
    )
)
STOPPED = text(QT_TRANSLATE_NOOP("trade", "The operation was stopped before its turn."))
REVOKED = text(QT_TRANSLATE_NOOP("trade", "It was revoked before its time."))
PAUSED = text(QT_TRANSLATE_NOOP("trade", "Paused by the operator."))
ENDED = text(QT_TRANSLATE_NOOP("trade", "SimDesk ended before all was sent."))
OVERDUE = text(QT_TRANSLATE_NOOP("trade", "Its time came while SimDesk was closed."))
INTERRUPTED = text(
    QT_TRANSLATE_NOOP("trade", "SimDesk ended before the answer came; the card is being asked.")
)
DOUBTFUL_REFUSAL = text(
    QT_TRANSLATE_NOOP("trade", "Refused, but an earlier attempt may have taken effect.")
)
_UNKNOWN = QT_TRANSLATE_NOOP("trade", "It may or may not have taken effect: {why}")
_ACCEPTED = text(QT_TRANSLATE_NOOP("trade", "Accepted; the result is read from the card."))
_THROTTLED = text(QT_TRANSLATE_NOOP("trade", "Too many calls; it is sent again later."))
_NOT_SENT = QT_TRANSLATE_NOOP("trade", "Not sent: {why}")
_BARRED = QT_TRANSLATE_NOOP("trade", "The provider lets nothing of this account through: {why}")


class Meaning(NamedTuple):
    """The item's new state; `again_in` seconds where it is to be tried again.

    `pause` says why nothing more of the operation should be sent for now; `charged` is what the
    provider took.
    """

    state: ItemState
    outcome: str
    code: str | None = None
    reason: Text | str | None = None
    order_number: str | None = None
    again_in: float | None = None
    pause: Text | None = None
    charged: Money | None = None


def meaning(outcome: Outcome, capabilities: Capabilities, not_sent_before: int) -> Meaning:
    """What `outcome` means; `not_sent_before` counts this item's attempts that never left.

    Where a provider's answers are not final, "done" only means submitted: the card is read.
    """
    match outcome:
        case Done(order=order, charged=charged) if capabilities.answers_final:
            return Meaning(ItemState.DONE, "done", order_number=order, charged=charged)
        case Done(order=order):
            return Meaning(ItemState.ACCEPTED, "done", reason=_ACCEPTED, order_number=order)
        case Accepted(reference=reference):
            return Meaning(ItemState.ACCEPTED, "accepted", code=reference, reason=_ACCEPTED)
        case Refused(code=code, message=message):
            return Meaning(ItemState.FAILED, "refused", code, message)
        case Throttled(after=after):
            return Meaning(
                ItemState.PLANNED, "throttled", reason=_THROTTLED, again_in=max(0.0, after)
            )
        case NotSent(why=why):
            return _not_sent(why, not_sent_before)
        case Barred(code=code, message=message):
            bar = text(_BARRED, why=message)
            return Meaning(ItemState.PLANNED, "barred", code, bar, again_in=0.0, pause=bar)
        case Unknown(why=why):
            return Meaning(ItemState.UNKNOWN, "unknown", reason=text(_UNKNOWN, why=why))


def _not_sent(why: str, before: int) -> Meaning:
    reason = text(_NOT_SENT, why=why)
    if before + 1 >= NOT_SENT_TRIES:
        return Meaning(ItemState.FAILED, "not_sent", reason=reason)
    pause = _NOT_SENT_PAUSE * 2**before
    return Meaning(ItemState.PLANNED, "not_sent", reason=reason, again_in=pause)

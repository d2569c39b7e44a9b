"""What an answer means for an act on a voucher or an order: one table from outcome to state."""

from dataclasses import dataclass

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
from simdesk.models.texts import QT_TRANSLATE_NOOP, text

_PAUSE = 2.0


@dataclass(frozen=True, slots=True)
class Meaning:
    """The act's new state, and what the answer told beside it."""

    state: ItemState
    order: str | None = None
    code: str | None = None
    reason: str | None = None
    charged: Money | None = None


def meaning(outcome: Outcome, capabilities: Capabilities) -> Meaning:
    """What an answer leads to. Where answers are not final, "done" only means submitted."""
    match outcome:
        case Done(order=order, charged=charged) if capabilities.answers_final:
            return Meaning(ItemState.DONE, order, charged=charged)
        case Done(order=order):
            return Meaning(ItemState.ACCEPTED, order)
        case Accepted(reference=reference):
            return Meaning(ItemState.ACCEPTED, code=reference)
        case Refused(code=code, message=message) | Barred(code=code, message=message):
            return Meaning(ItemState.FAILED, code=code, reason=message)
        case Throttled():
            why = text(QT_TRANSLATE_NOOP("trade", "The provider asks for fewer calls."))
            return Meaning(ItemState.FAILED, reason=str(why))
        case NotSent(why=why_not):
            return Meaning(ItemState.FAILED, reason=why_not)
        case Unknown(why=why_not):
            return Meaning(ItemState.UNKNOWN, reason=why_not)


def again_in(outcome: Outcome) -> float | None:
    """Seconds after which what certainly had no effect may be sent again; None for the rest."""
    match outcome:
        case Throttled(after=after):
            return after
        case NotSent():
            return _PAUSE
    return None

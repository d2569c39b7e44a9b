"""How a status looks: its role and its shape, which must read in greyscale too."""

from enum import Enum

from simdesk.models.action import Action
from simdesk.models.card import CardRow
from simdesk.models.status import SimStatus
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text

_N = QT_TRANSLATE_NOOP


class Shape(Enum):
    """Filled circle, ring, bar, square, cross; a question for a status SimDesk does not know."""

    DISC = "disc"
    RING = "ring"
    BAR = "bar"
    SQUARE = "square"
    CROSS = "cross"
    QUESTION = "question"


_LOOKS = {
    SimStatus.TESTABLE: ("info", Shape.RING),
    SimStatus.INACTIVE: ("info", Shape.RING),
    SimStatus.IN_USE: ("ok", Shape.DISC),
    SimStatus.SUSPENDED: ("warn", Shape.BAR),
    SimStatus.STOPPED: ("bad", Shape.SQUARE),
    SimStatus.CANCELLED: ("final", Shape.CROSS),
}


def status_look(code: int) -> tuple[str, Shape]:
    """Role and shape of a SIM card status code."""
    known = SimStatus.of(code)
    return ("warn", Shape.QUESTION) if known is None else _LOOKS[known]


_GOING_ON = {
    Action.SUSPEND: _N("trade", "suspending"),
    Action.RESUME: _N("trade", "resuming"),
    Action.RESUME_USE: _N("trade", "resuming"),
    Action.FORCE_ACTIVATE: _N("trade", "activating"),
    Action.CANCEL: _N("trade", "cancelling"),
    Action.RENEW: _N("trade", "renewing"),
    Action.ADD_ON: _N("trade", "topping up"),
    Action.USAGE_LIMIT: _N("trade", "setting limit"),
    Action.AUTO_RENEW_ON: _N("trade", "auto-renew on"),
    Action.AUTO_RENEW_OFF: _N("trade", "auto-renew off"),
    Action.AUTO_REBIND: _N("trade", "setting rebind"),
}


def going_on(row: CardRow) -> Text | None:
    """What is being done to a card now, in a word; None when nothing is."""
    if row.pending is None:
        if row.facts.cancellation_due:
            return text(_N("trade", "cancelling"))
        return None
    known = {action.value: action for action in _GOING_ON}.get(row.pending)
    return text(_GOING_ON[known]) if known is not None else text(_N("trade", "changing"))

"""How a status looks: its role and its shape, which must read in greyscale too."""

from enum import Enum

from simdesk.models.action import Action
from simdesk.models.card import CardRow
from simdesk.models.status import SimStatus
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text


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
    Action.SUSPEND: QT_TRANSLATE_NOOP("trade", "suspending"),
    Action.RESUME: QT_TRANSLATE_NOOP("trade", "resuming"),
    Action.RESUME_USE: QT_TRANSLATE_NOOP("trade", "resuming"),
    Action.FORCE_ACTIVATE: QT_TRANSLATE_NOOP("trade", "activating"),
    Action.CANCEL: QT_TRANSLATE_NOOP("trade", "cancelling"),
    Action.RENEW: QT_TRANSLATE_NOOP("trade", "renewing"),
    Action.ADD_ON: QT_TRANSLATE_NOOP("trade", "topping up"),
    Action.USAGE_LIMIT: QT_TRANSLATE_NOOP("trade", "setting limit"),
    Action.AUTO_RENEW_ON: QT_TRANSLATE_NOOP("trade", "auto-renew on"),
    Action.AUTO_RENEW_OFF: QT_TRANSLATE_NOOP("trade", "auto-renew off"),
    Action.AUTO_REBIND: QT_TRANSLATE_NOOP("trade", "setting rebind"),
}


def going_on(row: CardRow) -> Text | None:
    """What is being done to a card now, in a word; None when nothing is."""
    if row.pending is None:
        if row.facts.cancellation_due:
            return text(QT_TRANSLATE_NOOP("trade", "cancelling"))
        return None
    known = {action.value: action for action in _GOING_ON}.get(row.pending)
    return (
        text(_GOING_ON[known])
        if known is not None
        else text(QT_TRANSLATE_NOOP("trade", "changing"))
    )

"""How a status looks: its role and its shape, which must read in greyscale too."""

from enum import Enum
from typing import TYPE_CHECKING

from simdesk.models.action import Action
from simdesk.models.status import SimStatus
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text

if TYPE_CHECKING:
    from simdesk.models.card import CardRow
from simdesk.ui.dialogs.words import running_word


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


_ACTIONS = {action.value: action for action in Action}


def going_on(row: "CardRow") -> Text | None:
    """What is being done to a card now, in a word; None when nothing is."""
    if row.pending is None:
        if row.facts.cancellation_due:
            return text(QT_TRANSLATE_NOOP("trade", "cancelling"))
        return None
    known = _ACTIONS.get(row.pending)
    return text(QT_TRANSLATE_NOOP("trade", "changing")) if known is None else running_word(known)

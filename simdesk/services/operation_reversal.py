"""Taking an operation back: the opposite act, for the cards it changed and nobody touched since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simdesk.models.action import Action
from simdesk.models.errors import KnownError
from simdesk.models.operations import (
    ActRequest,
    LimitRequest,
    RebindRequest,
    Request,
)
from simdesk.models.status import SpecificStatus
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.usage import KB_PER_MB
from simdesk.services.storage.journal_reversal import Footprint

_OPPOSITE: Mapping[Action, Action] = {
    Action.SUSPEND: Action.RESUME,
    Action.RESUME: Action.SUSPEND,
    Action.AUTO_RENEW_ON: Action.AUTO_RENEW_OFF,
    Action.AUTO_RENEW_OFF: Action.AUTO_RENEW_ON,
}
_SUSPENDED = (int(SpecificStatus.MANUAL),)
_RUNNING = (int(SpecificStatus.IN_USE), int(SpecificStatus.PARTIAL))
_NOT_CHANGED = text(QT_TRANSLATE_NOOP("trade", "That operation did not change the card."))
_TOUCHED = text(QT_TRANSLATE_NOOP("trade", "The card was acted on or changed again since."))
_ONE_WAY = QT_TRANSLATE_NOOP("trade", "“{action}” cannot be reversed.")


def reversible(request: ActRequest) -> bool:
    """Whether an opposite of the act exists; what pays and what is final has none."""
    if isinstance(request, Request):
        return request.action in _OPPOSITE
    return isinstance(request, LimitRequest | RebindRequest)


@dataclass(frozen=True, slots=True)
class WayBack:
    """The act that takes an operation back, the cards it is for, and those left out by reason.

    `places` gives each card its place in that operation.
    """

    request: ActRequest
    places: Mapping[int, int]
    left_out: Mapping[Text, tuple[int, ...]]


def reversal_of(request: ActRequest, cards: Sequence[Footprint]) -> WayBack:
    """How `request` is taken back on those of these cards that it changed.

    Raises KnownError for what cannot be taken back.
    """
    left_out: dict[Text, list[int]] = {}
    back: list[Footprint] = []
    for card in cards:
        if card.done and (card.touched or not _as_left(request, card)):
            left_out.setdefault(_TOUCHED, []).append(card.card_id)
        elif not card.done or _as_before(request, card):
            left_out.setdefault(_NOT_CHANGED, []).append(card.card_id)
        else:
            back.append(card)
    return WayBack(
        _opposite(request, back),
        {card.card_id: card.seq for card in back},
        {why: tuple(ids) for why, ids in left_out.items()},
    )


def _opposite(request: ActRequest, cards: Sequence[Footprint]) -> ActRequest:
    """The act that takes `request` back on these cards.

    Raises KnownError where there is none, and where the cards had different limits before: then
    no single act brings them back.
    """
    match request:
        case Request(action=action, msisdns=msisdns) if action in _OPPOSITE:
            return Request(_OPPOSITE[action], msisdns)
        case RebindRequest(on=on):
            return RebindRequest(not on)
        case LimitRequest():
            before = {(card.before.card_limit_kb, card.before.limit_auto_restore) for card in cards}
            if len(before) <= 1:
                limit, restore = before.pop() if before else (None, True)
                return LimitRequest((limit or 0) // KB_PER_MB, restore is not False)
            raise KnownError(
                text(
                    QT_TRANSLATE_NOOP("trade", "The cards had {count} different limits before."),
                    count=len(before),
                ),
                text(QT_TRANSLATE_NOOP("trade", "Set the limits anew, group by group.")),
            )
    raise KnownError(text(_ONE_WAY, action=request.action.label))


def _as_before(request: ActRequest, card: Footprint) -> bool:
    """It looked before as the act wanted it: the act changed nothing."""
    before = card.before
    match request:
        case LimitRequest(limit_mb=limit):
            return (before.card_limit_kb or 0) == limit * KB_PER_MB
        case RebindRequest(on=on):
            return before.auto_rebind is on
        case Request(action=Action.AUTO_RENEW_ON | Action.AUTO_RENEW_OFF as action):
            return before.auto_renew is (action is Action.AUTO_RENEW_ON)
    return card.specific == before.specific


def _as_left(request: ActRequest, card: Footprint) -> bool:
    """It still looks as the act left it."""
    match request:
        case LimitRequest(limit_mb=limit):
            return (card.limit_kb or 0) == limit * KB_PER_MB
        case RebindRequest(on=on):
            return card.auto_rebind is on
        case Request(action=Action.AUTO_RENEW_ON | Action.AUTO_RENEW_OFF as action):
            return card.auto_renew is (action is Action.AUTO_RENEW_ON)
    suspended = request.action is Action.SUSPEND
    return card.specific in (_SUSPENDED if suspended else _RUNNING)

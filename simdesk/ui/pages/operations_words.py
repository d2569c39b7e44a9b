"""How an operation says itself: what it is, how it stands, how far it is, when it will be done."""

from datetime import datetime

from simdesk.models.action import Action
from simdesk.models.operation_steps import failures, left, persons
from simdesk.models.operations import Hold, ItemState, OperationRow, OperationState
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.operation_outcomes import PAUSED
from simdesk.ui.kept import kept
from simdesk.ui.text import count_shown, duration_shown, moment_shown, shown
from simdesk.ui.zones import clock_mark, here

_STATES = {
    OperationState.RUNNING: QT_TRANSLATE_NOOP("trade", "Running"),
    OperationState.STOPPING: QT_TRANSLATE_NOOP("trade", "Stopping"),
    OperationState.STOPPED: QT_TRANSLATE_NOOP("trade", "Stopped early"),
    OperationState.FINISHED: QT_TRANSLATE_NOOP("trade", "Ended"),
}
_PAUSED = QT_TRANSLATE_NOOP("trade", "Paused")
_PAUSED_WHY = QT_TRANSLATE_NOOP("trade", "Paused: {why}")
_WAITS = QT_TRANSLATE_NOOP("trade", "Waits until {moment}")
_WAITS_UNSAID = QT_TRANSLATE_NOOP("trade", "Waits for its time")
_OF_ONE = QT_TRANSLATE_NOOP("trade", "{action} of 1 card")
_OF_MANY = QT_TRANSLATE_NOOP("trade", "{action} of {count} cards")


def state_words(row: OperationRow) -> Text:
    """`Running`, `Paused: why`, `Waits until 21 Nov 2026 14:00`."""
    if row.state is OperationState.RUNNING and row.hold is Hold.PAUSED:
        if row.hold_reason == str(PAUSED):
            return PAUSED
        return text(_PAUSED_WHY, why=kept(row.hold_reason)) if row.hold_reason else text(_PAUSED)
    if row.state is OperationState.RUNNING and row.hold is Hold.WAITING:
        at = row.not_before
        return text(_WAITS_UNSAID) if at is None else text(_WAITS, moment=at)
    return text(_STATES[row.state])


def operation_words(row: OperationRow) -> Text:
    """`Suspend of 5,000 cards`."""
    label = row.request.action.label
    if row.total == 1:
        return text(_OF_ONE, action=label)
    return text(_OF_MANY, action=label, count=count_shown(row.total))


def stop_words(row: OperationRow | None) -> Text:
    """The button that ends it: `Stop`, or `Revoke 12 cancellations` before it has begun."""
    if row is None or row.hold is not Hold.WAITING:
        return text(_STOP)
    return revoke_words(row.request.action, left(row))


def revoke_words(action: Action, cards: int) -> Text:
    """The button that calls off what waits for its time."""
    one, many = _REVOKE_CANCEL if action is Action.CANCEL else _REVOKE
    return _counted(one, many, cards)


def go_on_words(row: OperationRow) -> Text:
    """The button that continues it, with how much that is."""
    return _counted(_GO_ON_ONE, _GO_ON, left(row))


def progress_words(row: OperationRow) -> str:
    """`2,481 of 5,000 · 3 refused · 2 in doubt · 1 for a person`."""
    counts = row.counts
    withdrawn = counts.get(ItemState.WITHDRAWN, 0)
    dealt = count_shown(row.settled - withdrawn)
    parts = [shown(text(_DEALT, done=dealt, total=count_shown(row.total)))]
    for words, count in (
        (_REFUSED, failures(row)),
        (_DOUBTFUL, counts.get(ItemState.UNKNOWN, 0)),
        (_READ_BACK, counts.get(ItemState.ACCEPTED, 0)),
        (_FOR_A_PERSON, persons(row)),
        (_SKIPPED, counts.get(ItemState.SKIPPED, 0)),
        (_NOT_STARTED, withdrawn),
    ):
        if count:
            parts.append(shown(text(words, count=count_shown(count))))
    return " · ".join(parts)


def finish_words(row: OperationRow, now: datetime, finish: datetime | None) -> Text:
    """`1 min 15 s left, done about 14:35, read-back included`; what stands still says its state."""
    if row.state is not OperationState.RUNNING or row.hold is not None:
        return state_words(row)
    if row.seconds_left is None:
        return text(_STILL)
    time = duration_shown(row.seconds_left)
    if finish is None:
        return text(_LEFT, time=time)
    today = here(now).date() == here(finish).date()
    mark = clock_mark(here(finish))
    clock = f"{here(finish):%H:%M}{mark}" if today else moment_shown(finish)
    return text(_LEFT_UNTIL, time=time, clock=clock)


def _counted(one: str, many: str, count: int) -> Text:
    return text(one) if count == 1 else text(many, count=count_shown(count))


_STOP = QT_TRANSLATE_NOOP("trade", "Stop")
_REVOKE_CANCEL = (
    QT_TRANSLATE_NOOP("trade", "Revoke 1 cancellation"),
    QT_TRANSLATE_NOOP("trade", "Revoke {count} cancellations"),
)
_REVOKE = (
    QT_TRANSLATE_NOOP("trade", "Revoke for 1 card"),
    QT_TRANSLATE_NOOP("trade", "Revoke for {count} cards"),
)
_GO_ON_ONE = QT_TRANSLATE_NOOP("trade", "Continue with 1 card")
_GO_ON = QT_TRANSLATE_NOOP("trade", "Continue with {count} cards")
_DEALT = QT_TRANSLATE_NOOP("trade", "{done} of {total}")
_REFUSED = QT_TRANSLATE_NOOP("trade", "{count} refused")
_DOUBTFUL = QT_TRANSLATE_NOOP("trade", "{count} in doubt")
_READ_BACK = QT_TRANSLATE_NOOP("trade", "{count} to be read back")
_FOR_A_PERSON = QT_TRANSLATE_NOOP("trade", "{count} for a person")
_SKIPPED = QT_TRANSLATE_NOOP("trade", "{count} skipped")
_NOT_STARTED = QT_TRANSLATE_NOOP("trade", "{count} not started")
_STILL = QT_TRANSLATE_NOOP("trade", "Nothing moves at present; no time can be told.")
_LEFT = QT_TRANSLATE_NOOP("trade", "{time} left, read-back included")
_LEFT_UNTIL = QT_TRANSLATE_NOOP("trade", "{time} left, done about {clock}, read-back included")

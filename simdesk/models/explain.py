"""Why a card is in its state, who can change it, and the one sensible next step."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from simdesk.models.action import Action
from simdesk.models.actions import Blocked, verdict
from simdesk.models.capabilities import Capabilities
from simdesk.models.card import CardRow
from simdesk.models.explain_case import Case, Step, nothing_to_do
from simdesk.models.explain_cases import CASES
from simdesk.models.periods import local
from simdesk.models.status import SpecificStatus
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text


@dataclass(frozen=True, slots=True)
class Explanation:
    """Three sentences for the top of a card's details.

    `action` takes the next step and is allowed now; None where there is nothing to press.
    """

    why: Text
    who: Text
    next_step: Text
    action: Action | None


def explain(row: CardRow, capabilities: Capabilities, today: date) -> Explanation:
    """Explain a card as of the provider's business date `today`."""
    case = _case(row, today)
    if row.pending is not None:
        return Explanation(case.why, case.who, _wait_for(row.pending), None)
    for step in case.steps:
        if not isinstance(verdict(row.facts.key, step.action, capabilities, today), Blocked):
            return Explanation(case.why, case.who, step.words, step.action)
    if case.steps:
        reason = verdict(row.facts.key, case.steps[0].action, capabilities, today)
        if isinstance(reason, Blocked):
            return Explanation(case.why, case.who, _elsewhere(case.steps[0], reason), None)
    return Explanation(case.why, case.who, case.otherwise, None)


def blocked_actions(row: CardRow, capabilities: Capabilities, today: date) -> Mapping[Action, Text]:
    """Every action that is not allowed on a card now, with the reason `verdict` gives."""
    found = {action: verdict(row.facts.key, action, capabilities, today) for action in Action}
    return {
        action: answer.reason for action, answer in found.items() if isinstance(answer, Blocked)
    }


def _case(row: CardRow, today: date) -> Case:
    specific = SpecificStatus.of(row.facts.specific)
    if specific is SpecificStatus.CANCELLED:
        return CASES[specific](row, today)
    missing = row.stamps.not_listed_since
    if missing is not None:
        return _not_listed(local(missing).date())
    if specific is None:
        return _unknown(row.facts.specific)
    if row.facts.cancellation_due:
        return _cancellation_due(specific)
    return CASES[specific](row, today)


def _unknown(code: int) -> Case:
    return Case(
        text(
            QT_TRANSLATE_NOOP(
                "trade", "The provider reports status {code}, which SimDesk does not know."
            ),
            code=code,
        ),
        text(QT_TRANSLATE_NOOP("trade", "Only the provider can say what it means.")),
        otherwise=text(
            QT_TRANSLATE_NOOP("trade", "Look the card up at the provider before you act on it.")
        ),
    )


def _not_listed(since: date) -> Case:
    return Case(
        text(
            QT_TRANSLATE_NOOP(
                "trade", "The provider has not listed this card since {day}; what follows is old."
            ),
            day=since,
        ),
        text(QT_TRANSLATE_NOOP("trade", "Only the provider can say what became of it.")),
        otherwise=text(
            QT_TRANSLATE_NOOP("trade", "Refresh the card; if it stays missing, ask the provider.")
        ),
    )


def _cancellation_due(specific: SpecificStatus) -> Case:
    return Case(
        text(
            QT_TRANSLATE_NOOP(
                "trade",
                "Its cancellation is under way and finishes next month; until then it shows "
                "{status}.",
            ),
            status=specific.label,
        ),
        text(QT_TRANSLATE_NOOP("trade", "Nobody: a cancellation cannot be taken back.")),
        otherwise=nothing_to_do(),
    )


def _wait_for(pending: str) -> Text:
    known = {action.value: action.label for action in Action}
    return text(
        QT_TRANSLATE_NOOP("trade", "Wait: “{action}” is under way on this card."),
        action=known.get(pending, pending),
    )


def _elsewhere(step: Step, reason: Blocked) -> Text:
    return text(
        QT_TRANSLATE_NOOP("trade", "{step} It cannot be done from here: {reason}"),
        step=step.words,
        reason=reason.reason,
    )

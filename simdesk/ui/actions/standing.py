"""How a selection stands to an action: how many cards allow it, and why the others do not."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from simdesk.models.action import Action
from simdesk.models.actions import Allowed, verdict
from simdesk.models.capabilities import Capabilities
from simdesk.models.card import CardRow
from simdesk.models.texts import Text

if TYPE_CHECKING:
    from simdesk.services.cards import SelectionVerdict


@dataclass(frozen=True)
class Standing:
    """`blocked` holds reasons with the number of cards each stops, the most frequent first."""

    asked: int
    allowed: int
    cautions: tuple[Text, ...] = ()
    blocked: tuple[tuple[Text, int], ...] = ()

    @property
    def reason(self) -> Text | None:
        """Why most of the blocked cards are; None when nothing is blocked."""
        return self.blocked[0][0] if self.blocked else None


Standings = Mapping[Action, Standing]


def of_card(card: CardRow, capabilities: Capabilities, today: date) -> Standings:
    """One card's standing to every action, by the table of permitted actions."""
    found: dict[Action, Standing] = {}
    for action in Action:
        answer = verdict(card.facts.key, action, capabilities, today)
        if isinstance(answer, Allowed):
            cautions = () if answer.caution is None else (answer.caution,)
            found[action] = Standing(1, 1, cautions)
        else:
            found[action] = Standing(1, 0, (), ((answer.reason, 1),))
    return found


def of_selection(asked: int, verdicts: "Mapping[Action, SelectionVerdict]") -> Standings:
    """A selection's standing, as the card service judged it."""
    return {
        action: Standing(
            asked,
            one.allowed,
            one.cautions,
            tuple(sorted(one.blocked, key=lambda pair: -pair[1])),
        )
        for action, one in verdicts.items()
    }

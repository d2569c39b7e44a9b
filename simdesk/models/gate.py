"""How much an operator must do before an act is sent: scaled to its size and to its risk.

What is easy to take back needs no gate, only its preview (peers.md 4.7); what cannot be taken back
at all asks for the number, and above a hundred cards for the account too (domain.md 9, row 11;
reliability.md 4.10).
"""

from enum import StrEnum

from simdesk.models.action import Action, Risk

MANY_HARD = 10
"""From so many cards on, what pays or is hard to take back asks for their number."""
MANY_EASY = 1_000
"""From so many on, so does what is easily taken back."""
NAMED_ABOVE = 100
"""Above so many cancellations the account is named too; risky acts on so many give a reason."""


class GateKind(StrEnum):
    """What is asked for."""

    NONE = "NONE"
    TICK = "TICK"
    NUMBER = "NUMBER"
    NUMBER_AND_ACCOUNT = "NUMBER_AND_ACCOUNT"


class ReasonRule(StrEnum):
    """Whether the operator says why."""

    NOT_ASKED = "NOT_ASKED"
    WELCOME = "WELCOME"
    REQUIRED = "REQUIRED"


def gate_of(action: Action, count: int) -> GateKind:
    """The gate before `action` on `count` cards; none before nothing."""
    if action.local or count < 1:
        return GateKind.NONE
    if action.risk is Risk.FINAL:
        if count == 1:
            return GateKind.TICK
        return GateKind.NUMBER_AND_ACCOUNT if count > NAMED_ABOVE else GateKind.NUMBER
    many = MANY_HARD if action.risk >= Risk.HARD else MANY_EASY
    return GateKind.NUMBER if count >= many else GateKind.NONE


def reason_rule(action: Action, count: int) -> ReasonRule:
    """Whether a reason is asked for: always for what is final, and for risky acts on many."""
    if action.local or count < 1:
        return ReasonRule.NOT_ASKED
    risky = action.risk >= Risk.HARD
    if action.risk is Risk.FINAL or (risky and count > NAMED_ABOVE):
        return ReasonRule.REQUIRED
    asked = risky or gate_of(action, count) is not GateKind.NONE
    return ReasonRule.WELCOME if asked else ReasonRule.NOT_ASKED


def enter_confirms(action: Action, count: int) -> bool:
    """Enter may confirm only what is easily taken back and has no gate."""
    return action.risk <= Risk.EASY and gate_of(action, count) is GateKind.NONE


def is_number(typed: str, count: int) -> bool:
    """Whether `typed` says `count`; a comma or a space may part thousands."""
    digits = typed.strip().replace(",", "").replace(" ", "")
    return digits.isascii() and digits.isdigit() and digits == str(count)

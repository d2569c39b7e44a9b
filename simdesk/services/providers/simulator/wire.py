"""Commands and answers as text, for the agenda and for serials that come twice."""

import json
from dataclasses import asdict
from typing import Final, get_args

from simdesk.models.account_commands import AccountCommand
from simdesk.models.commands import CardRef, Command
from simdesk.models.orders import Money
from simdesk.models.outcomes import Outcome, Unknown
from simdesk.models.texts import QT_TRANSLATE_NOOP

UNHEARD: Final = Unknown(QT_TRANSLATE_NOOP("trade", "No answer came within the time limit."))
"""What the caller says itself, not the carrier, so that it can be said in any language."""
_COMMANDS: Final[dict[str, type[Command | AccountCommand]]] = {
    kind.__name__: kind for kind in (*get_args(Command), *get_args(AccountCommand))
}
_OUTCOMES: Final[dict[str, type[Outcome]]] = {kind.__name__: kind for kind in get_args(Outcome)}


def packed(command: Command | AccountCommand) -> str:
    """A command as one line of JSON."""
    return json.dumps({"kind": type(command).__name__, **asdict(command)})


def unpacked(words: str) -> Command | AccountCommand:
    """The command that `packed` wrote."""
    parts = json.loads(words)
    kind = _COMMANDS[parts.pop("kind")]
    if "card" in parts:
        parts["card"] = CardRef(**parts["card"])
    if "price" in parts:
        parts["price"] = Money(**parts["price"])
    if "msisdns" in parts:
        parts["msisdns"] = tuple(parts["msisdns"])
    return kind(**parts)


def outcome_text(outcome: Outcome) -> str:
    return json.dumps({"kind": type(outcome).__name__, **asdict(outcome)})


def outcome_from(words: str) -> Outcome:
    """The outcome that `outcome_text` wrote, in this version or an earlier one."""
    parts = json.loads(words)
    if parts.get("charged") is not None:
        parts["charged"] = Money(**parts["charged"])
    return _OUTCOMES[parts.pop("kind")](**parts)

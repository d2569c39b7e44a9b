"""How the tests of providers ask for each action."""

from collections.abc import Callable, Mapping
from functools import partial

from simdesk.models.action import Action
from simdesk.models.commands import AddOn, CardRef, Command, Renew, SetAutoRebind, SetUsageLimit
from simdesk.models.operations import PLAIN, Request, command_for
from simdesk.models.usage import KB_PER_MB
from tests.services.providers.worlds import PLENTY


def _plain(action: Action, card: CardRef) -> Command:
    return command_for(Request(action), card, None)


COMMANDS: Mapping[Action, Callable[[CardRef], Command]] = {
    **{action: partial(_plain, action) for action in PLAIN},
    Action.RENEW: lambda card: Renew(card, 1, PLENTY),
    Action.ADD_ON: lambda card: AddOn(card, 100 * KB_PER_MB, 1, PLENTY),
    Action.USAGE_LIMIT: lambda card: SetUsageLimit(card, 5_000_000),
    Action.AUTO_REBIND: lambda card: SetAutoRebind(card, True),
}
"""Acts without parameters are asked for as operations do; the others have a row here."""

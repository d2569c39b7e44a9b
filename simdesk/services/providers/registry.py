"""The providers SimDesk knows: one line each."""

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Final, Protocol

from simdesk.models.clock import Clock
from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.providers.base import Provider
from simdesk.services.providers.simulator import FleetPlan, open_simulator
from simdesk.services.providers.spreadsheet import open_spreadsheet


class Opener(Protocol):
    """Opens a provider for one fleet; an `async def` of these four is one.

    `folder` is the fleet's own and exists; what the provider keeps lies there. `plan` and
    `progress` (cards done, cards in all) are for those that build a fleet, `clock` for those that
    wait. Raises KnownError, which names the place and the remedy, when it cannot be opened.
    """

    def __call__(
        self,
        folder: Path,
        plan: FleetPlan,
        clock: Clock,
        progress: Callable[[int, int], None] | None,
        /,
    ) -> Awaitable[Provider]: ...


REGISTRY: Final[Mapping[str, Opener]] = {
    "simulator": open_simulator,
    "spreadsheet": open_spreadsheet,
}
"""How each provider is opened, by its name: what its `identity` begins with, up to the colon."""


def opener_of(name: str, openers: Mapping[str, Opener] = REGISTRY) -> Opener:
    """How the provider of this name is opened. Raises KnownError for a name not among them."""
    if name in openers:
        return openers[name]
    raise KnownError(
        text(QT_TRANSLATE_NOOP("trade", "SimDesk knows no provider “{name}”."), name=name),
        text(QT_TRANSLATE_NOOP("trade", "Known are: {names}."), names=", ".join(sorted(openers))),
    )

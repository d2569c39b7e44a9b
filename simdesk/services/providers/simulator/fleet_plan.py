"""What kind of world to build: how many cards, by which seed, behaving as which provider."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from simdesk.models.action import Action
from simdesk.models.capabilities import Capabilities
from simdesk.models.orders import OrderType


class Profile(StrEnum):
    """Whose manners the simulated provider shows."""

    DEMO = "demo"
    LINKCARD = "linkcard"

    @property
    def capabilities(self) -> Capabilities:
        return _CAPABILITIES[self]

    @property
    def honours_serials(self) -> bool:
        """A serial that came before is answered as before, without a second effect."""
        return self is Profile.DEMO


_SENDABLE = frozenset(action for action in Action if not action.local)
_DEMO = Capabilities(
    actions=_SENDABLE,
    simulated=True,
    page_size=1_000,
    calls_per_second=200.0,
    bulk_reads=500,
    query_by_serial=True,
    proven_serial=True,
    answers_final=True,
    max_tags=10,
    history_months=13,
    purchases=frozenset({OrderType.ADD_CARD, OrderType.ADD_FLOW, OrderType.FUNCTION}),
    order_acts=True,
    voucher_limits=True,
)
_CAPABILITIES = {
    Profile.DEMO: _DEMO,
    Profile.LINKCARD: replace(
        _DEMO,
        actions=_SENDABLE - {Action.AUTO_REBIND},
        page_size=40,
        calls_per_second=20.0,
        bulk_reads=1,
        query_by_serial=False,
        proven_serial=False,
        answers_final=False,
        max_tags=4,
        history_months=6,
        # Its console sells them, but no call does.
        purchases=frozenset(),
        order_acts=False,
        voucher_limits=False,
    ),
}


LONG_PAST: Final = 13
"""Months of usage that a fleet has behind it, and that a provider keeps at most."""
_SHORT_PAST: Final = 3
_LARGE: Final = 100_000
"""Beyond so many cards a long past takes more disk than a trial is worth."""


@dataclass(frozen=True, slots=True)
class FleetPlan:
    """What a new fleet shall be. It is the same, card by card, whenever the same plan builds it.

    `restless` multiplies how often the carriers interfere: for short lives of small fleets.
    `provider` is the registered name of who answers for the cards; all else is for the simulator.
    `months` (1-13) is how long the cards have been counted, this month included, and how many
    months of daily usage can be asked for; None: thirteen, three for more than 100,000 cards.
    """

    cards: int = 10_000
    seed: int = 1
    profile: Profile = Profile.DEMO
    restless: int = 1
    provider: str = "simulator"
    months: int | None = None

    @property
    def past_months(self) -> int:
        """`months`, decided."""
        if self.months is not None:
            return self.months
        return _SHORT_PAST if self.cards > _LARGE else LONG_PAST


def able(profile: Profile, months: int) -> Capabilities:
    """What a world of this profile can do that keeps usage for so many months."""
    capabilities = profile.capabilities
    return replace(capabilities, history_months=min(months, capabilities.history_months))

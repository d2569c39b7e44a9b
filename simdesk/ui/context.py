"""What every page, dock and dialog is handed: the desk and the ways to act, report and listen."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simdesk.services.preferences import PreferenceService
from simdesk.ui.bridge import Bridge
from simdesk.ui.messages import Messages
from simdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from simdesk.compose import Desk
    from simdesk.services.settings import Settings


@dataclass(frozen=True)
class Context:
    """Handed to constructors as `(context, parent)`."""

    desk: "Desk"
    tasks: Tasks
    messages: Messages
    bridge: Bridge
    preferences: PreferenceService = field(default_factory=PreferenceService)

    @property
    def reviewing(self) -> bool:
        """The desk is that of a spreadsheet: to be looked at, and no more."""
        return self.desk.cards.capabilities.review

    @property
    def told(self) -> frozenset[str] | None:
        """The fields that a spreadsheet tells; None for a fleet, whose desk tells all."""
        review = self.desk.review if self.reviewing else None
        return None if review is None else review.told

    @property
    def settings(self) -> "Settings":
        return self.desk.settings

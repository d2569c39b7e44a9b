"""Which commands were run from the palette lately, the last one first."""

import logging

from simdesk.models.errors import KnownError
from simdesk.services.settings import Settings

MOST = 8
_SECTION, _KEY = "palette", "lately"
_LOG = logging.getLogger(__name__)


class RecentCommands:
    """Kept in the memory of the fleet; without one it forgets."""

    def __init__(self, settings: Settings | None = None) -> None:
        self._settings = settings
        found = [] if settings is None else settings.get(_SECTION).get(_KEY)
        words = [one for one in found if isinstance(one, str)] if isinstance(found, list) else []
        self.ids: tuple[str, ...] = tuple(dict.fromkeys(words))[:MOST]
        """Ids of commands; some may be unknown to this window."""

    def used(self, command: str) -> None:
        """It was run now. That it cannot be written down is no reason to disturb anybody."""
        self.ids = (command, *(one for one in self.ids if one != command))[:MOST]
        if self._settings is None:
            return
        try:
            self._settings.put(_SECTION, {_KEY: list(self.ids)})
        except KnownError as error:
            _LOG.warning("commands used lately were not written down: %s", error)

"""Whether anything may be sent at all, and if not, why (reliability.md 4.4, 4.13)."""

import logging
from enum import Enum

from simdesk.models.changes import SendingChanged
from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.announcer import Announcer

_LOG = logging.getLogger(__name__)


class Ban(Enum):
    """Why sending is off; the first of those in force is the one that is told."""

    SAFE_MODE = "safe mode"
    RESTORED = "restored"
    VERIFYING = "verifying"
    FAILED = "failed"
    """An unexpected error was met; the operator's word lifts it (F36)."""


class Sending:
    """Counts the bans in force. Reads, exports and edits on the desk go on under all of them."""

    def __init__(self, announcer: Announcer) -> None:
        self._announcer = announcer
        self._bans: dict[Ban, Text] = {}

    @property
    def reason(self) -> Text | None:
        """Why nothing is sent; None when it may be."""
        return next((self._bans[ban] for ban in Ban if ban in self._bans), None)

    def forbid(self, ban: Ban, why: Text) -> None:
        """Send nothing from now on."""
        if self._bans.get(ban) != why:
            self._bans[ban] = why
            _LOG.warning("sending is off: %s: %s", ban.value, why)
            self._announcer.announce(SendingChanged())

    def forbids(self, ban: Ban) -> bool:
        """Whether this ban is in force."""
        return ban in self._bans

    def reason_of(self, ban: Ban) -> Text | None:
        """Why this ban is in force; None where it is not."""
        return self._bans.get(ban)

    def allow(self, ban: Ban) -> None:
        """This ban is over; others may still be in force."""
        if self._bans.pop(ban, None) is not None:
            _LOG.warning("sending is no longer off: %s", ban.value)
            self._announcer.announce(SendingChanged())

    def check(self) -> None:
        """Raises KnownError, saying why, while nothing may be sent."""
        reason = self.reason
        if reason is not None:
            raise KnownError(
                text(QT_TRANSLATE_NOOP("trade", "Nothing is sent at present.")), reason
            )

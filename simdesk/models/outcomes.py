"""What a provider may answer: values, never exceptions, for what providers do every day.

(reliability.md 4.2)
"""

from dataclasses import dataclass
from datetime import timedelta

from simdesk.models.orders import Money

ACCEPTED_PATIENCE = timedelta(days=7)
"""How long an accepted act may take; carriers quote one or two working days (domain.md 8)."""


@dataclass(frozen=True, slots=True)
class Done:
    """It took effect. `order` is the order number of a paid act.

    `charged` is what was taken for it, at most what was approved; None where the provider does
    not tell, or nothing was paid.
    """

    order: str | None = None
    charged: Money | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """It was taken and will take effect later; `reference` asks after it."""

    reference: str


@dataclass(frozen=True, slots=True)
class Refused:
    """It definitely did not take effect in this attempt; `code` is the provider's (domain.md 8)."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Throttled:
    """Too many calls; definitely no effect. `after` is in seconds."""

    after: float


@dataclass(frozen=True, slots=True)
class NotSent:
    """No byte left this machine."""

    why: str


@dataclass(frozen=True, slots=True)
class Barred:
    """The account may not call at all: no effect, and none of the next calls will have one.

    Credentials that are revoked or expired, a clock too far off to be believed (F17, F20).
    """

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """It may or may not have taken effect; only reading the card can tell."""

    why: str


Outcome = Done | Accepted | Refused | Throttled | NotSent | Barred | Unknown

"""Days that cost money when they pass unseen: the 20th, auto-cancellation, silence, expiry.

All days are the carriers' (Asia/Shanghai); `today` is the provider's business date.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from simdesk.models.periods import (
    CANCELLATION_DEADLINE_DAY,
    Month,
    auto_cancel_day,
    cancellation_is_late,
    local,
    midnight,
    silent_end,
)
from simdesk.models.status import SpecificStatus

if TYPE_CHECKING:
    from simdesk.models.card import CardRow

LOOK_AHEAD_DAYS = 31
"""How far ahead auto-cancellations and forced activations are told."""


@dataclass(frozen=True, slots=True)
class CancellationWindow:
    """What asking for a cancellation today means (domain.md 9, row 10).

    `deadline` is the next 20th, before whose 00:00 it must be asked to finish in its month, and
    `days_left` the days until then: 1 on the 19th. When `late`, this month's 20th has come: a
    cancellation finishes on `finishes`, and that month is charged.
    """

    late: bool
    deadline: date
    days_left: int
    finishes: date


def cancellation_window(today: date) -> CancellationWindow:
    """The window that `today` lies in: the 19th leaves one day, the 20th is late."""
    month = Month.of(today)
    late = cancellation_is_late(today)
    deadline = (month.plus(1) if late else month).first.replace(day=CANCELLATION_DEADLINE_DAY)
    finishes = month.plus(1).first if late else today
    return CancellationWindow(late, deadline, (deadline - today).days, finishes)


def auto_cancels(row: "CardRow") -> datetime | None:
    """00:00 of the day that cancels a stopped card (domain.md 9, row 9); None for others."""
    expires = row.facts.expires_at
    if row.facts.specific != SpecificStatus.STOPPED or expires is None:
        return None
    return midnight(auto_cancel_day(local(expires).date()))


def silence_ends(row: "CardRow") -> datetime | None:
    """When the system activates a silent card (domain.md 9, row 6); None for others.

    Six months count from the account's opening, or from the end of its test period where the
    desk saw that (domain.md 2.3).
    """
    begun = row.tested_until or row.facts.opened
    if row.facts.specific != SpecificStatus.SILENT_PERIOD or begun is None:
        return None
    return silent_end(local(begun).date())

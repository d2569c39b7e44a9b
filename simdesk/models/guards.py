"""Bounds that no operation may pass: what a day may cost, how much of a pool may be closed.

(reliability.md 4.10)
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from simdesk.models.action import Action
from simdesk.models.errors import KnownError
from simdesk.models.operations import Preview
from simdesk.models.orders import Money
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text

CLOSING = (Action.SUSPEND, Action.CANCEL)
"""Acts that take cards of a pool out of use."""
MOST_CAP = 10**12
"""Minor units; more is a slip of the hand."""


@dataclass(frozen=True, slots=True)
class Guards:
    """The bounds an operator set; None for no bound.

    `cap` is the most that all acts of a business day may cost, money that is reserved or in flight
    counted. `closing_percent` is the most of a voucher's active cards that may be suspended or
    cancelled in a business day; one card always may.
    """

    cap: Money | None = None
    closing_percent: int | None = None

    def checked(self) -> Self:
        """The same. Raises KnownError for bounds that make no sense."""
        if self.cap is not None and not 0 <= self.cap.minor <= MOST_CAP:
            raise KnownError(
                text(QT_TRANSLATE_NOOP("trade", "{money} is no spending cap."), money=self.cap)
            )
        percent = self.closing_percent
        if percent is not None and not 0 <= percent <= 100:
            raise KnownError(
                text(QT_TRANSLATE_NOOP("trade", "{percent} % is no share of a pool."),
                     percent=percent)
            )  # fmt: skip
        return self


@dataclass(frozen=True, slots=True)
class GuardedAct:
    """What guards look at: what an act costs, and which cards of which voucher it closes."""

    cost: Money | None = None
    closing: Mapping[str, Sequence[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, preview: Preview) -> Self:
        """The eligible cards of a preview; those that are blocked are not acted on."""
        closing: dict[str, list[int]] = {}
        if preview.request.action in CLOSING:
            for group in preview.eligible:
                closing.setdefault(group.voucher, []).extend(group.card_ids)
        return cls(preview.total, closing)


def most_to_close(active: int, percent: int) -> int:
    """How many of a voucher's `active` cards may be closed in a day; one always may."""
    return max(1, active * percent // 100)


def cap_obstacle(cost: Money, committed: Money, cap: Money) -> Text | None:
    """Why an act of this cost passes the cap of the day; None when it does not.

    `committed` is what was spent today, is reserved and is in flight. An act that costs nothing
    never passes it.
    """
    if not cost.minor or (cost + committed).minor <= cap.minor:
        return None
    left = Money(max(0, cap.minor - committed.minor), cap.currency)
    return text(
        QT_TRANSLATE_NOOP(
            "trade",
            "It costs {cost}, but of today's spending limit of {cap} only {left} is left:"
            " {committed} is spent, reserved or in flight.",
        ),
        cost=cost,
        cap=cap,
        left=left,
        committed=committed,
    )


def closing_obstacle(
    voucher: str, wanted: int, before: int, active: int, percent: int
) -> Text | None:
    """Why closing `wanted` more cards of a voucher passes the floor; None when it does not.

    `before` cards of it were closed today or are about to be; `active` are its active cards, those
    included.
    """
    most = most_to_close(active, percent)
    if before + wanted <= most:
        return None
    words = (
        QT_TRANSLATE_NOOP(
            "trade",
            "{voucher}: no more than {percent} % of its {active} active cards may be suspended or"
            " cancelled in a day, that is {most}; it would be {wanted}.",
        )
        if not before
        else QT_TRANSLATE_NOOP(
            "trade",
            "{voucher}: no more than {percent} % of its {active} active cards may be suspended or"
            " cancelled in a day, that is {most}; {before} are already, it would be {wanted} more.",
        )
    )
    return text(
        words,
        voucher=voucher,
        percent=percent,
        active=f"{active:,}",
        most=f"{most:,}",
        wanted=f"{wanted:,}",
        before=f"{before:,}",
    )


def passed(obstacles: Sequence[Text]) -> KnownError:
    """The refusal of an act that would pass these bounds, at least one."""
    words = obstacles[0]
    for more in obstacles[1:]:
        words = text(QT_TRANSLATE_NOOP("trade", "{first} {second}"), first=words, second=more)
    remedy = text(QT_TRANSLATE_NOOP("trade", "The limits are set under Edit, Limits."))
    return KnownError(words, remedy)

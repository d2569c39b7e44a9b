"""Faults on purpose: named, seeded, and decided by serial and attempt alone (F01-F20)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Final

from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.providers.simulator import chance


class Fate(Enum):
    """What becomes of one call."""

    FINE = "fine"
    LOST_BEFORE = "lost before the effect"
    ANSWER_LOST = "answer lost after the effect"
    LATE_EFFECT = "effect minutes later, no answer"
    THROTTLED = "throttled"
    SERVER_ERROR = "server error before the effect"
    SERVER_ERROR_AFTER = "server error after the effect"
    REFUSED = "refused for no reason of the card"
    ACCEPTED = "accepted now, done later"


@dataclass(frozen=True, slots=True)
class FaultProfile:
    """How often, in per mille of all calls, each fate strikes; the rest goes well.

    `reads` is the per mille of reads that fail, half of them throttled. Delays are in seconds of
    the world's time.
    """

    name: str
    sends: tuple[tuple[Fate, int], ...] = ()
    reads: int = 0
    shortest_delay: int = 30
    longest_delay: int = 600

    def fate_of_send(self, seed: int, serial: str, attempt: int) -> Fate:
        """What becomes of this attempt to send; the same whenever it is asked."""
        drawn = chance.one(seed, "fault", self.name, serial, attempt) * 1000
        for fate, weight in self.sends:
            if drawn < weight:
                return fate
            drawn -= weight
        return Fate.FINE

    def fate_of_read(self, seed: int, call: int) -> Fate:
        """What becomes of the reading call with this number."""
        drawn = chance.one(seed, "read fault", self.name, call) * 1000
        if drawn >= self.reads:
            return Fate.FINE
        return Fate.THROTTLED if drawn * 2 < self.reads else Fate.SERVER_ERROR

    def delay(self, seed: int, serial: str, attempt: int) -> int:
        """Seconds until a late or accepted act lands."""
        share = chance.one(seed, "delay", self.name, serial, attempt)
        return chance.between(self.shortest_delay, self.longest_delay, share)


NONE: Final = FaultProfile("none")
_ALL: Final = (
    NONE,
    FaultProfile("lost before", ((Fate.LOST_BEFORE, 300),)),
    FaultProfile("answer lost", ((Fate.ANSWER_LOST, 300),)),
    FaultProfile("late effect", ((Fate.LATE_EFFECT, 300),)),
    FaultProfile("throttling", ((Fate.THROTTLED, 300),), reads=150),
    FaultProfile(
        "server errors", ((Fate.SERVER_ERROR, 150), (Fate.SERVER_ERROR_AFTER, 150)), reads=150
    ),
    FaultProfile("refusals", ((Fate.REFUSED, 300),)),
    FaultProfile("accepted", ((Fate.ACCEPTED, 1000),)),
    FaultProfile(
        "rough",
        (
            (Fate.LOST_BEFORE, 30),
            (Fate.ANSWER_LOST, 30),
            (Fate.LATE_EFFECT, 30),
            (Fate.THROTTLED, 50),
            (Fate.SERVER_ERROR, 20),
            (Fate.SERVER_ERROR_AFTER, 20),
            (Fate.REFUSED, 20),
            (Fate.ACCEPTED, 60),
        ),
        reads=30,
    ),
)
FAULTS: Final[Mapping[str, FaultProfile]] = MappingProxyType(
    {profile.name: profile for profile in _ALL}
)

LABELS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "none": text(QT_TRANSLATE_NOOP("trade", "None: every call goes well")),
        "lost before": text(QT_TRANSLATE_NOOP("trade", "Sends are lost on their way")),
        "answer lost": text(QT_TRANSLATE_NOOP("trade", "Answers are lost, effects are not")),
        "late effect": text(QT_TRANSLATE_NOOP("trade", "No answer, and the effect comes late")),
        "throttling": text(QT_TRANSLATE_NOOP("trade", "The provider asks for fewer calls")),
        "server errors": text(QT_TRANSLATE_NOOP("trade", "The provider's servers fail")),
        "refusals": text(QT_TRANSLATE_NOOP("trade", "The carrier turns requests down")),
        "accepted": text(QT_TRANSLATE_NOOP("trade", "Accepted now, done later")),
        "rough": text(QT_TRANSLATE_NOOP("trade", "A rough day: some of everything")),
    }
)
"""What the profiles are called on the screen, by their names."""

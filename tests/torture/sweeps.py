"""Schedules in their order: every kill point of a life, every pair of them."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tests.torture.behaviours import BEHAVIOURS, CARRIERS
from tests.torture.kinds import BUYS, KINDS
from tests.torture.plan import Report, Schedule
from tests.torture.schedule import room
from tests.torture.tier import asked

UNHEARD = frozenset({"silent", "silent_lost"})
"""Fates that never answer; only operations stop waiting by themselves."""
THOROUGH = ("renew", "suspend", "cancel")
"""One paid, one reversible, one irreversible kind: with every carrier, and by pairs."""
FIRST_CARRIER = "ignores"


@dataclass
class Tally:
    """What a sweep came to, and the first life that broke a rule."""

    lives: int = 0
    kills: int = 0
    people: int = 0
    broken: Report | None = None

    def count(self, report: Report) -> bool:
        """Add a life; False when it broke a rule, and the sweep is to stop."""
        self.lives += 1
        self.kills += report.kills
        self.people += report.people
        if report.violations:
            self.broken = report
        return self.broken is None


def behaviours_for(kind: str) -> dict[str, tuple[str, ...]]:
    """The scripts that this kind is tortured with, by name."""
    return {
        name: script
        for name, script in BEHAVIOURS.items()
        if kind in KINDS or UNHEARD.isdisjoint(script)
    }


def singles(base: Schedule) -> Iterator[Report]:
    """The life without a kill, then with one at each of its points."""
    yield room().live(base)
    for kill in itertools.count(1):
        report = room().live(replace(base, kills=(kill,)))
        yield report
        if not report.reached:
            return


def pairs(base: Schedule) -> Iterator[Report]:
    """Lives with a kill at each point, and another at each point of the life after."""
    for first in itertools.count(1):
        for second in itertools.count(1):
            report = room().live(replace(base, kills=(first, second)))
            yield report
            if not report.reached:
                break
        if second == 1 and not room().live(replace(base, kills=(first,))).reached:
            return


def tally(reports: Iterator[Report]) -> Tally:
    """Live until all is done or a rule is broken."""
    found = Tally()
    for report in reports:
        if not found.count(report):
            break
    return found


def of_kind(kind: str, carrier: str) -> Iterator[Schedule]:
    """A kind with every behaviour of a provider."""
    for script in behaviours_for(kind).values():
        yield Schedule(kind, carrier, script)


def rooms() -> Iterator[tuple[str, str]]:
    """Kinds and carriers that are tortured together: all kinds, and some with all carriers.

    At night those are all purchases, too.
    """
    for kind in (*KINDS, *BUYS):
        yield kind, FIRST_CARRIER
    for kind in (*THOROUGH, *(BUYS if asked().night else ())):
        for carrier in CARRIERS:
            if carrier != FIRST_CARRIER:
                yield kind, carrier

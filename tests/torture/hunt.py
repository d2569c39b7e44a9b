"""Looks for the first life that breaks a rule: python -m tests.torture.hunt [a planted bug]"""

import sys
from collections.abc import Iterator

from tests.torture.planting import plant

TELLING_STORMS = (2855, 3575, 34, 18)
"""Lives of rare meetings, which fewer storms than these would not find."""


def lives() -> Iterator[object]:
    """Reports of the fast subset, the telling ones first: bulks, quiet lives, kills, storms."""
    from tests.torture.behaviours import ENDLESS
    from tests.torture.kinds import BUYS, KINDS
    from tests.torture.plan import Schedule
    from tests.torture.schedule import room
    from tests.torture.special import SCRIPTS
    from tests.torture.storms import Storm, live
    from tests.torture.sweeps import behaviours_for, singles

    one = room().live
    for seed in range(1, 5):
        yield one(Schedule("rush", seed=seed))
    for kind, script in SCRIPTS.items():
        yield one(Schedule(kind, "ignores, mute", script, cards=4))
    for carrier in ("ignores, mute", "ignores"):
        for kind in ("renew", "enlarge_pool", "suspend", "pay_order"):
            for script in behaviours_for(kind).values():
                yield one(Schedule(kind, carrier, script))
    yield one(Schedule("renew", script=ENDLESS["accepted lost"]))
    for kind in ("renew", "enlarge_pool", "pay_order"):
        for script in (("done", "done"), ("late", "done")):
            yield from singles(Schedule(kind, "ignores, mute", script))
    for kind in (*KINDS, *BUYS):
        yield one(Schedule(kind, script=("answer_lost", "lost"), kills=(6,)))
    for seed in (*TELLING_STORMS, *range(1, 400)):
        yield live(Storm(seed))


def main() -> int:
    """0 when nothing was found; else 1 and what, with the words that replay it."""
    if len(sys.argv) > 1:
        plant(sys.argv[1])
    from tests.torture.plan import Report

    for count, report in enumerate(lives(), start=1):
        assert isinstance(report, Report)
        if report.violations:
            print(f"life {count}: {report.violations[0]}")
            print(report.schedule.replay())
            return 1
    print(f"nothing in {count} lives")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

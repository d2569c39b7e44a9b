"""Lives one schedule again, in the words a failure printed: python -m tests.torture.replay '{…}'"""

import sys

from tests.torture.plan import Report, Schedule
from tests.torture.schedule import room
from tests.torture.storms import Storm, live


def replay(words: str) -> Report:
    """Live it once more, exactly as before."""
    schedule = Schedule.read(words)
    if schedule.kind == "storm":
        return live(Storm(schedule.seed, *schedule.kills))
    return room().live(schedule)


def main() -> int:
    report = replay(sys.argv[1])
    print(f"{report.kills} kills, {report.people} people asked, states {report.states}")
    print("\n".join(report.violations) or "nothing is wrong")
    return bool(report.violations)


if __name__ == "__main__":
    raise SystemExit(main())

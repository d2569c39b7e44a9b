"""What the torture came to: counts and seeds, printed when it is over; and in what order."""

from collections import Counter
from collections.abc import Callable

import pytest

from tests.torture.sweeps import Tally

COUNTED = ("lives", "kills", "people")
Count = Callable[[Tally], None]
WAITING = (
    "test_real_kills",
    "test_machine",
    "test_killed_upgrades",
    "test_power_cuts",
    "test_damaged",
    "test_mutants",
)
"""Modules whose tests wait for other processes and for the disk: the longest first."""


@pytest.fixture
def count(record_property: Callable[[str, object], None]) -> Count:
    """Adds what a test has lived through to the sum, then fails where a rule was broken."""

    def counted(tally: Tally) -> None:
        for name in COUNTED:
            record_property(f"torture {name}", getattr(tally, name))
        broken = tally.broken
        if broken is not None:
            pytest.fail(
                "\n".join(
                    [*broken.violations, f"states {broken.states}", broken.schedule.replay()]
                ),
                pytrace=False,
            )

    return counted


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One process begins with all that waits, the others live lives meanwhile.

    Of processes that share tests evenly, and help each other at the end, the first gets those in
    `WAITING`, and behind them short ones, which are soon helped with.
    """
    places = {name: place for place, name in enumerate(WAITING)}
    items.sort(key=lambda item: places.get(item.path.stem, len(WAITING)))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The sums over all tests, whichever process lived them."""
    total: Counter[str] = Counter()
    seconds = 0.0
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            told = [pair for pair in report.user_properties if pair[0].startswith("torture ")]
            if told and report.when == "call":
                total.update({name: int(str(value)) for name, value in told})
                seconds += report.duration
    if total:
        words = ", ".join(f"{total[f'torture {name}']:,} {name}" for name in COUNTED)
        terminalreporter.write_line(f"torture: {words} asked, {seconds:,.0f} s in all")

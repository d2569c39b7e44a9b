"""The check behind `make cover` complains of what is low, and only of that."""

from pathlib import PurePosixPath

import pytest

from tests.coverage_goals import GOALS, Counted, complaints, share


def a_file(name: str, lines: int, run: int) -> Counted:
    return Counted(PurePosixPath(name), lines, run)


WHOLE = [a_file(f"{package}/one.py", 1_000, 1_000) for package in GOALS]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ([], []),
        ([a_file("simdesk/ui/two.py", 200, 100)], []),
        ([a_file("simdesk/app.py", 400, 0)], []),
        ([a_file("simdesk/models/empty.py", 0, 0)], []),
        ([a_file("simdesk/services/two.py", 100, 90)], []),
        (
            [a_file("simdesk/services/two.py", 100, 89)],
            ["simdesk/services/two.py: 89.0 % of lines, must be 90 % or more"],
        ),
        (
            [a_file("simdesk/ui/two.py", 1_000, 700)],
            ["simdesk/ui: 85.00 % of lines, must be above 85 %"],
        ),
        (
            [a_file("simdesk/models/cards/two.py", 250, 100)],
            [
                "simdesk/models: 88.00 % of lines, must be above 95 %",
                "simdesk/models/cards/two.py: 40.0 % of lines, must be 90 % or more",
            ],
        ),
    ],
)
def test_what_is_low_is_named(more: list[Counted], said: list[str]) -> None:
    assert complaints([*WHOLE, *more]) == said


def test_a_package_counts_by_lines_not_by_files() -> None:
    assert share([a_file("a.py", 900, 900), a_file("b.py", 100, 0)]) == 90.0

"""Holds what a run of the tests has covered against the goals: `make cover`.

Reads `.coverage` in the project's folder. Ends with status 1 and says what is low when a package
is not above its goal, or a file of the rooms without a window is below the least share.
"""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from coverage import Coverage

ROOT = Path(__file__).resolve().parents[1]
GOALS: Mapping[str, float] = {"simdesk/models": 95, "simdesk/services": 95, "simdesk/ui": 85}
"""Percent of lines that a package must be above."""
LEAST = 90.0
"""Percent of lines below which no file of `STRICT` may be."""
STRICT = ("simdesk/models", "simdesk/services")


@dataclass(frozen=True)
class Counted:
    """A file's lines that hold a statement, and how many of them ran."""

    path: PurePosixPath
    lines: int
    run: int

    def within(self, package: str) -> bool:
        return self.path.is_relative_to(package)


def share(files: Iterable[Counted]) -> float:
    """Percent of lines that ran; where there is no line, all of them."""
    files = tuple(files)
    lines = sum(one.lines for one in files)
    return 100.0 * sum(one.run for one in files) / lines if lines else 100.0


def complaints(files: Iterable[Counted]) -> list[str]:
    """What falls short of the goals, in words."""
    files = tuple(files)
    found = []
    for package, goal in GOALS.items():
        reached = share(one for one in files if one.within(package))
        if reached <= goal:
            found.append(f"{package}: {reached:.2f} % of lines, must be above {goal:g} %")
    strict = [one for one in files if any(map(one.within, STRICT))]
    return found + [
        f"{one.path}: {share([one]):.1f} % of lines, must be {LEAST:g} % or more"
        for one in strict
        if share([one]) < LEAST
    ]


def counted() -> list[Counted]:
    """Every file of the program, those that no test has imported among them."""
    data = Coverage(data_file=ROOT / ".coverage", config_file=ROOT / "pyproject.toml")
    data.load()
    found = []
    for path in sorted((ROOT / "simdesk").rglob("*.py")):
        _, lines, _, missed, _ = data.analysis2(str(path))
        name = PurePosixPath(path.relative_to(ROOT).as_posix())
        found.append(Counted(name, len(lines), len(lines) - len(missed)))
    return found


def main() -> int:
    files = counted()
    for package, goal in GOALS.items():
        mine = [one for one in files if one.within(package)]
        lines = sum(one.lines for one in mine)
        print(f"{package:18} {share(mine):6.2f} % of {lines:6,} lines, goal above {goal:g} %")
    low = complaints(files)
    print("\n".join(low), end="\n" if low else "")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())

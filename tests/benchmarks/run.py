"""All goals at once: builds the fleet, runs each part by itself, one table, JSON beside it.

    make bench CARDS=1000000 RUNS=5

Exit status 0 when every line holds. `--only bench_find` runs one part.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.fleet import Fleet, kept
from tests.benchmarks.frame import Line, table

ROOT = Path(__file__).parents[2]
HOME = ROOT / ".run" / "bench"
PARTS = (
    "bench_find",
    "bench_table",
    "bench_busy",
    "bench_export",
    "bench_start",
    "bench_operations",
    "bench_growth",
    "bench_disk",
    "bench_review",
    "bench_beside",
)
"""Modules of this folder that call `frame.main`, in the order of the goals."""


def part(name: str, fleet: Fleet, runs: int) -> Sequence[Line]:
    """The lines of one part, a process of its own."""
    file = HOME / f"{name}.json"
    file.unlink(missing_ok=True)
    command = [sys.executable, "-m", f"tests.benchmarks.{name}", "--fleet", str(fleet.folder)]
    subprocess.run(
        [*command, "--runs", str(runs), "--json", str(file)], cwd=ROOT, check=True, timeout=7200
    )
    return [Line(**line) for line in json.loads(file.read_text())]


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--cards", type=int, default=100_000)
    asked.add_argument("--runs", type=int, default=5)
    asked.add_argument("--only", choices=PARTS, action="append")
    given = asked.parse_args()
    HOME.mkdir(parents=True, exist_ok=True)
    fleet = kept(HOME, given.cards)
    lines: list[Line] = []
    broken: list[str] = []
    for name in given.only or PARTS:
        print(f"\n== {name}", flush=True)
        try:
            lines += part(name, fleet, given.runs)
        except (subprocess.SubprocessError, OSError) as error:
            broken.append(f"{name} did not end well: {error}")
    lines.sort(key=lambda line: line.goal)
    print(f"\n{given.cards:,} cards, medians of {given.runs} interleaved runs\n")
    print(table(lines))
    print(*broken, sep="\n")
    (HOME / "bench.json").write_text(json.dumps([vars(line) for line in lines], indent=1))
    return 1 if broken or any(line.holds is False for line in lines) else 0


if __name__ == "__main__":
    raise SystemExit(main())

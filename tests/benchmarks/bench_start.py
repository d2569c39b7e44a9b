"""Goal 7: how soon the window stands, and how soon it shows cards, beside an empty window of Qt.

Every start is a process of its own, on one copy of the fleet, timed from before it is made until
it says so. `window` is the main window with navigation, Cards page and table, drawn for the first
time; `rows` its first cards, drawn; `whole` is when all of the desk is open and answers.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.benchmarks.fleet import Fleet
from tests.benchmarks.frame import Line, main

HERE = Path(__file__).parent
WINDOW_GOAL, ROWS_GOAL = 2.0, 4.5
PATIENCE = 600
"""Seconds that one start may take."""

Moments = Mapping[str, float]


def moments(command: Sequence[str], environment: Mapping[str, str]) -> tuple[Moments, list[str]]:
    """Seconds from before the process until it said each word, and what was loaded by then."""
    found: dict[str, float] = {}
    loaded: list[str] = []
    begun = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            what, *names = line.split()
            found.setdefault(what, time.perf_counter() - begun)
            loaded += names
        errors = process.communicate(timeout=PATIENCE)[1]
    found["end"] = time.perf_counter() - begun
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=errors)
    return found, loaded


def environment(folder: Path) -> dict[str, str]:
    """As an installed program finds it: compiled once, whatever this shell says."""
    found = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    root = str(HERE.parents[1])
    return found | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": root,
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
    }


def measure(fleet: Fleet, runs: int) -> Sequence[Line]:
    """Lines of goal 7; the starts take turns, after one of each that does not count."""
    with fleet.copied() as copy, tempfile.TemporaryDirectory() as name:
        data = Path(name)
        (data / "fleets").mkdir()
        (data / "fleets" / "fleet").symlink_to(copy.folder, target_is_directory=True)
        around = environment(data)
        empty = [sys.executable, str(HERE / "empty_window.py")]
        ours = [sys.executable, str(HERE / "started.py"), str(data), "fleet"]
        starts, peers, loaded = [], [], set[str]()
        for run in range(runs + 1):
            peer, _ = moments(empty, around)
            start, names = moments(ours, around)
            if run:
                peers.append(peer)
                starts.append(start)
            loaded.update(names)
    return lines(starts, peers, loaded)


def lines(starts: Sequence[Moments], peers: Sequence[Moments], loaded: set[str]) -> list[Line]:
    """What the medians say."""
    empty = statistics.median(peer["window"] for peer in peers)
    found = []
    for moment, what, goal in (
        ("window", "main window drawn", WINDOW_GOAL),
        ("rows", "first cards drawn", ROWS_GOAL),
        ("whole", "desk open, all cards in the table", None),
    ):
        seconds = statistics.median(start[moment] for start in starts)
        times = seconds / empty
        found.append(
            Line(
                7,
                what,
                seconds,
                "s",
                "reported" if goal is None else f"at most {goal:g}x",
                None if goal is None else times <= goal,
                "empty QMainWindow",
                empty,
                times,
            )
        )
    closing = statistics.median(start["end"] - start["whole"] for start in starts)
    found.append(Line(7, "from the close button to the end", closing, "s", "reported", None))
    names = ", ".join(sorted(loaded)) or "none"
    found.append(
        Line(7, f"heavy libraries loaded by then: {names}", len(loaded), "", "0", not loaded)
    )
    return found


if __name__ == "__main__":
    main(measure)

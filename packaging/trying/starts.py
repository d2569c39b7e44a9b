"""How long the built program takes to start, beside the same program run from its sources."""

import os
import shutil
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from trying.bare import Bare, TryError

RUNS = 5
_PATIENCE = 60.0
_LOOK_EVERY = 0.003
_TITLE = "SimDesk"
_ASK = ("find", "--filter", "status:in_use")


class Starts:
    """Times both on copies of one small fleet, one after the other, so that noise meets both.

    `kept` is where the copy for the sources lies; `data` where the package has its own, in `bare`.
    """

    def __init__(self, bare: Bare, sources: Path, kept: Path, data: str, display: str) -> None:
        self._display = display
        xcb = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self._fleets = (bare.root / data.lstrip("/"), kept)
        self._first = kept.with_name("data-first")
        shutil.rmtree(self._first, ignore_errors=True)
        shutil.copytree(self._fleets[0], self._first)
        own = [sys.executable, "-m", "simdesk", "--data", str(kept)]
        self._around = {**os.environ, "PYTHONPATH": str(sources), **xcb}
        self._around.pop("PYTHONDONTWRITEBYTECODE", None)
        self._windows = (bare.command("simdesk", **xcb), own)
        self._questions = (bare.command("simdesk", *_ASK), [*own, *_ASK])

    def compared(self) -> Iterator[tuple[str, float]]:
        """What was timed, and how many times as long the package took; printed as well."""
        plain = {**self._around, "QT_QPA_PLATFORM": "offscreen"}
        for what, commands, timed, around in (
            ("window on the screen", self._windows, self._shown, self._around),
            ("a question on the command line", self._questions, _ended, plain),
        ):
            package, sources = self._in_turns(commands, timed, around)
            ratio = package / sources
            print(f"{what:32}{package:6.2f} s {sources:6.2f} s  {ratio:4.2f} times", flush=True)
            yield what, ratio

    def _in_turns(
        self,
        commands: tuple[Sequence[str], Sequence[str]],
        timed: Callable[[Sequence[str], Mapping[str, str]], float],
        around: Mapping[str, str],
    ) -> tuple[float, float]:
        """The medians of the package and of the sources, in seconds; the first turn is not told."""
        taken: tuple[list[float], list[float]] = ([], [])
        for _ in range(RUNS + 1):
            for command, fleet, times in zip(commands, self._fleets, taken, strict=True):
                self._renew(fleet)
                times.append(timed(command, around))
        package, sources = (statistics.median(times[1:]) for times in taken)
        return package, sources

    def _renew(self, fleet: Path) -> None:
        """What the run before it left is not this one's."""
        owner = fleet.parent.stat()
        shutil.rmtree(fleet, ignore_errors=True)
        shutil.copytree(self._first, fleet)
        for path in (fleet, *fleet.rglob("*")):
            os.chown(path, owner.st_uid, owner.st_gid)

    def _shown(self, command: Sequence[str], around: Mapping[str, str]) -> float:
        return until_shown(command, self._display, _TITLE, around)


def until_shown(
    command: Sequence[str], display: str, title: str, around: Mapping[str, str] | None = None
) -> float:
    """Seconds until a window with `title` in its own stands on the screen; then it is killed.

    Raises TryError when none comes.
    """
    search = ["xdotool", "search", "--onlyvisible", "--name", title]
    looking = {**os.environ, "DISPLAY": display}
    begun = time.perf_counter()
    with subprocess.Popen(
        command, env=around, stderr=subprocess.DEVNULL, start_new_session=True
    ) as program:
        try:
            while time.perf_counter() - begun < _PATIENCE and program.poll() is None:
                seen = subprocess.run(search, check=False, capture_output=True, env=looking)
                if seen.stdout.strip():
                    return time.perf_counter() - begun
                time.sleep(_LOOK_EVERY)
            raise TryError(f"no window came of {' '.join(command)}")
        finally:
            with suppress(ProcessLookupError):
                os.killpg(program.pid, signal.SIGKILL)


def _ended(command: Sequence[str], around: Mapping[str, str]) -> float:
    """Seconds until a command has ended well. Raises CalledProcessError."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=around)
    return time.perf_counter() - begun

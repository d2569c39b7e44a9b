"""The tour in every variant: two languages, two themes, two scales, and a sheet for each page.

Language and scale are settled when a process begins, so there is one for each pair of them; the
theme is changed while everything stands, so each process takes its pictures in both.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from simdesk.services.own_process import command, environment

LANGUAGES = ("en", "zh_CN")
THEMES = ("light", "dark")
SCALES = (100, 200)
"""Percent."""
_SIDE_BY_SIDE = 2
"""Processes at a time: most of a tour is waiting for a provider that is far away."""


@dataclass(frozen=True)
class Walk:
    """One process: pictures of every page in one language and scale, in all themes."""

    language: str
    scale: int

    @property
    def name(self) -> str:
        """Of its folder."""
        return f"{self.language}-{self.scale}"

    def command(self, out: Path) -> Sequence[str]:
        """How it is started."""
        return (
            *command("tour"), "--out", str(out / self.name), "--theme", "both",
            "--language", self.language, "--scale", str(self.scale),
        )  # fmt: skip


WALKS = tuple(Walk(language, scale) for scale, language in product(SCALES, LANGUAGES))
VARIANTS = tuple(
    (walk, theme) for scale in SCALES for theme in THEMES for walk in WALKS if walk.scale == scale
)
"""Each picture of a sheet, by rows: all at 100 %, then the same at 200 %."""


def main(out: Path, run: Callable[[Sequence[str]], int] | None = None) -> int:
    """Take all of them into folders of `out`, sheets into `out/sheets`. Returns an exit status.

    `run` runs a command and returns its exit status. Sheets are made also of what came out of a
    walk that failed.
    """
    from simdesk.tour.sheets import assemble

    out.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(_SIDE_BY_SIDE) as threads:
        ended = list(threads.map(run or _run, [walk.command(out) for walk in WALKS]))
    folders = {_caption(walk, theme): out / walk.name / theme for walk, theme in VARIANTS}
    made, lacking = assemble(folders, len(VARIANTS) // len(SCALES), out / "sheets")
    sys.stderr.write(f"{made} sheets in {out / 'sheets'}\n")
    for one in lacking:
        sys.stderr.write(f"no picture: {one}\n")
    return 1 if lacking or any(ended) else 0


def _caption(walk: Walk, theme: str) -> str:
    return f"{walk.language} · {theme} · {walk.scale} %"


def _run(command: Sequence[str]) -> int:
    return subprocess.run(command, check=False, env=environment() | _OFFSCREEN).returncode


_OFFSCREEN = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}

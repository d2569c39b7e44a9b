"""The walk over the window: every step of the tour and the stops that the tour leaves out."""

import asyncio
import gc
from collections.abc import Awaitable, Callable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from qasync import QEventLoop

from simdesk.app_reviews import review_windows
from simdesk.compose import Desk, SystemClock, open_desk
from simdesk.models.filters import CardFilter, Sort
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.tour.stage import Stage
from simdesk.ui.main_window import MainWindow
from simdesk.ui.open_window import show_desk
from tests.ui.ears.pseudo import words_in

CARDS = 1_000
KEPT_AS_WRITTEN = ("Its order is paid.",)
"""What the journal wrote of an act stands there as it was told then, in whatever language."""
Step = tuple[str, Callable[[Stage], Awaitable[None]]]
Examine = Callable[[QWidget, AbstractSet[str]], Iterable[tuple[str, str]]]
"""From a window and the words of the fleet's data to pairs of a check's name and a complaint."""


@dataclass
class Walk:
    """What was seen on the way, and what there was to complain of."""

    complaints: dict[str, dict[str, str]] = field(default_factory=dict)
    """By check: each complaint once, with the stop where it was first met."""
    kinds: set[str] = field(default_factory=set)
    """The classes of windows, dialogs and pages that were looked at."""

    pages: set[str] = field(default_factory=set)
    """The names of the pages that were looked at."""
    data: set[str] = field(default_factory=set)
    """Words that operator and provider wrote: remarks, tags, names."""

    def look(self, stop: str, examine: Examine) -> None:
        """Look at every window that stands open."""
        for window in QApplication.topLevelWidgets():
            if not window.isVisible() or not _ours(window):
                continue
            seen = [window, *(one for one in window.findChildren(QWidget) if one.isVisible())]
            self.kinds |= {type(one).__name__ for one in seen}
            if isinstance(window, MainWindow):
                self.pages |= {name for name, page in window._pages.items() if page.isVisible()}
            for check, complaint in examine(window, self.data):
                self.complaints.setdefault(check, {}).setdefault(complaint, stop)

    def told(self, check: str) -> list[str]:
        """What a check complains of, with the stop where it was met."""
        return [f"{stop}: {words}" for words, stop in self.complaints.get(check, {}).items()]


def walk(out: Path, steps: Iterable[Step], examine: Examine, size: tuple[int, int]) -> Walk:
    """Go every step on a small fleet in `out` and examine all that stands open at each."""
    gc.disable()  # elsewhere than on this thread it would destroy widgets
    loop = QEventLoop(QApplication.instance())
    asyncio.set_event_loop(loop)
    try:
        return loop.run_until_complete(_walked(out, steps, examine, size))
    finally:
        loop.close()
        asyncio.set_event_loop(None)
        QApplication.clipboard().clear()
        gc.collect()
        gc.enable()


async def _walked(
    out: Path, steps: Iterable[Step], examine: Examine, size: tuple[int, int]
) -> Walk:
    found = Walk()
    clock = SystemClock()
    desk = await open_desk(out / "fleet", FleetPlan(cards=CARDS), clock, "operator")
    opened = show_desk(desk)
    desk.file_language.speak(str)  # what is exported on the way is read again, by titles it knows
    opened.window.resize(*size)
    reviews = review_windows("operator", out / "fleet", desk.settings, opened.context)
    reviews.cards_wanted.connect(opened.window.come_for_cards)
    stage = Stage(desk, opened, out, clock, [], reviews)
    try:
        for name, step in steps:
            await step(stage)
            found.data |= await _written(desk)
            await _back_to(size)
            found.look(name, examine)
            _close_all_above(stage)
            await stage.quiet()
    finally:
        await reviews.aclose()
        await opened.aclose()
        await desk.aclose()
    return found


async def _written(desk: Desk) -> set[str]:
    """The words of remarks, tags, and what the provider calls things."""
    rows = await desk.cards.rows(await desk.cards.ids(CardFilter(), Sort()))
    said = {desk.name, desk.provider.account, "operator", *KEPT_AS_WRITTEN}
    for row in rows:
        facts = row.facts
        said |= {row.remark, row.account, *row.tags, facts.apn, facts.sim_type, facts.certify_type}
        said.add(facts.directional_group)
    return set().union(*map(words_in, said))


def _ours(window: QWidget) -> bool:
    # Not the lists that Qt lets fall down from a field, nor tool tips.
    return isinstance(window, QDialog | QMenu) or type(window).__module__.startswith("simdesk")


async def _back_to(size: tuple[int, int]) -> None:
    """Make every main window as large as it is meant to be looked at."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow) and window.isVisible() and window.size() != QSize(*size):
            window.resize(*size)
            for _ in range(3):  # docks and scroll bars settle in a second round
                await asyncio.sleep(0)


def _close_all_above(stage: Stage) -> None:
    for window in QApplication.topLevelWidgets():
        if window.isVisible() and isinstance(window, QDialog | QMenu):
            window.close()

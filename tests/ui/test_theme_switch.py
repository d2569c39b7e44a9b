"""The theme is switched while everything stands: nothing keeps a colour of the one before.

The pictures of a window that was switched are those of a window that was made in the theme.
"""

import asyncio
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from simdesk.compose import Desk, SystemClock, open_desk
from simdesk.models.filter_text import parse_filter
from simdesk.models.status import SimStatus
from simdesk.models.tags import TagColor
from simdesk.services.providers.simulator.fleet_plan import FleetPlan
from simdesk.ui import theme
from simdesk.ui.cards.look import Shape, status_look
from simdesk.ui.cards.painting import SHAPE, draw_shape
from simdesk.ui.details.dock import Tab
from simdesk.ui.open_window import OpenWindow, show_desk
from simdesk.ui.text import shown
from tests.ui.test_contrast import luminance

pytestmark = [
    pytest.mark.long_async(120),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]
NEXT = 12
"""So far apart in each of red, green and blue two colours are the same to the eye."""
PAGES = (
    "overview", "vouchers", "tags", "rules", "notifications", "orders", "exports", "operations",
    "money", "audit",
)  # fmt: skip


async def until(holds: Callable[[], object]) -> None:
    for _ in range(3_000):
        if holds():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came true")


@pytest.fixture(autouse=True)
def dressed_again(qapp: QApplication) -> Iterator[None]:
    theme.follow(qapp, "light", theme.NoDesktop())
    yield
    theme.follow(qapp, "light", theme.NoDesktop())


async def open_on(folder: Path) -> tuple[Desk, OpenWindow]:
    desk = await open_desk(folder, FleetPlan(cards=200), SystemClock(), "tester")
    await desk.sync.run()
    for tag, color in zip(await desk.tags.list(), TagColor, strict=False):
        await desk.tags.recolour(tag.id, color)
    return desk, await window_on(desk)


async def window_on(desk: Desk) -> OpenWindow:
    opened = show_desk(desk)
    opened.window.resize(1440, 900)
    await until(lambda: opened.window.cards.presenter.facts.total)
    return opened


async def quiet(opened: OpenWindow) -> None:
    for _ in range(5):
        await until(lambda: not opened.context.tasks.names())
        await asyncio.sleep(0.02)


async def looked_at(opened: OpenWindow) -> dict[str, QImage]:
    """Each page of the window, and each tab of a card's details, as it is drawn now."""
    window, found = opened.window, {}
    cards = window.cards
    window.show_page("cards")
    cards.show_cards(parse_filter("carrier:VNO"))
    cards.finding.find_advanced()
    await quiet(opened)
    await until(lambda: cards.presenter.facts.complete)
    cards.table.go_to(1)
    cards.show_details()
    for tab in Tab:
        cards.details.open_tab(tab)
        await quiet(opened)
        found[f"cards {tab.name}"] = picture(window.cards)
    for page in PAGES:
        window.show_page(page)
        await quiet(opened)
        found[page] = picture(window.page(page))
    found["navigation"] = picture(window.navigation)
    found["menus"] = picture(window.menuBar())
    return found


def picture(widget: QWidget) -> QImage:
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


async def test_a_switched_window_looks_as_one_made_in_the_theme(
    qloop: object, tmp_path: Path
) -> None:
    desk, opened = await open_on(tmp_path)
    light = await looked_at(opened)
    theme.choose("dark")
    switched = await looked_at(opened)
    await opened.aclose()
    opened = await window_on(desk)
    made = await looked_at(opened)
    assert switched.keys() == made.keys()
    assert {name: found for name in made if (found := strange(switched[name], made[name]))} == {}
    assert [name for name, one in made.items() if brightest(one) > 0.5] == []
    assert all(brightest(one) > 0.5 for name, one in light.items())
    theme.choose("light")
    again = await looked_at(opened)
    assert {name: found for name in light if (found := strange(again[name], light[name]))} == {}
    await opened.aclose()
    await desk.aclose()


def strange(one: QImage, other: QImage) -> int:
    """How many pixels have a colour that the other has nowhere, nor one next to it.

    Places are not compared: what is counted late, or a box that has become narrower, is no matter;
    the edges of letters that stand half a pixel elsewhere have shades of their own.
    """
    ours, theirs = (np.array(image.constBits()).view(np.uint32) for image in (one, other))
    found, counts = np.unique(ours[~np.isin(ours, theirs)], return_counts=True)
    known = channels(np.unique(theirs))
    near = [bool((np.abs(known - colour).max(axis=1) <= NEXT).any()) for colour in channels(found)]
    return int(counts[~np.array(near, dtype=bool)].sum())


def channels(colours: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Red, green and blue of each."""
    return np.stack([(colours >> shift & 0xFF).astype(np.int64) for shift in (16, 8, 0)], axis=1)


def brightest(image: QImage) -> float:
    """The luminance of the lightest place of some size, from 0 to 1; a primary button has 0.42."""
    small = image.scaled(
        max(1, image.width() // 30), max(1, image.height() // 30),
        Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation,
    )  # fmt: skip
    return max(
        luminance(QColor(small.pixel(x, y)))
        for x in range(small.width())
        for y in range(small.height())
    )


# In greyscale


def grey(shape: Shape, role: str, scale: int = 1) -> QImage:
    """A status shape as somebody sees it who sees no colours."""
    image = QImage(SHAPE * scale, SHAPE * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(theme.role("surface"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_shape(painter, shape, QPointF(0, 0), theme.role(role))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def ink(image: QImage) -> list[bool]:
    """Where it is drawn, whatever the shade."""
    ground = QColor(theme.role("surface")).lightnessF()
    places = ((x, y) for y in range(image.height()) for x in range(image.width()))
    return [abs(QColor(image.pixel(x, y)).lightnessF() - ground) > 0.15 for x, y in places]


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("scale", [1, 2])
def test_every_two_shapes_differ_without_their_colours(name: str, scale: int) -> None:
    theme.choose(name)
    drawn = {shape: ink(grey(shape, "text", scale)) for shape in Shape}
    for one, other in combinations(Shape, 2):
        apart = sum(a != b for a, b in zip(drawn[one], drawn[other], strict=True))
        assert apart >= 8 * scale * scale, (one, other, apart)


def test_statuses_of_different_roles_have_different_shapes() -> None:
    looks = {status_look(status) for status in SimStatus} | {status_look(0)}
    assert len({shape for _, shape in looks}) == len(looks)
    words = [shown(status.label) for status in SimStatus]
    assert len(set(words)) == len(words)

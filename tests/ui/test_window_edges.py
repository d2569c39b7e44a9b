"""The window at its edges: news that leave by themselves, settings that cannot be kept, keys."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QColor, QEnterEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from simdesk.models.status import SimStatus
from simdesk.ui.cards.look import Shape, status_look
from simdesk.ui.cards.painting import draw_shape
from simdesk.ui.message_bar import OFFERED_MS, SHOWN_MS, MessageBar, MessageNote
from simdesk.ui.messages import Messages, Offer
from tests.ui.fakes import FakeDesk, a_fleet, a_window, until

pytestmark = [
    pytest.mark.usefixtures("dressed"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@pytest.fixture
def desk(tmp_path: Path) -> FakeDesk:
    return FakeDesk(tmp_path, a_fleet(60))


def _over(qtbot: Any, width: int, height: int) -> tuple[Messages, QWidget]:
    """What messages lie over."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    return Messages(), window


@pytest.mark.parametrize(
    ("say", "leaves"),
    [
        (lambda news: news.tell("Copied."), True),
        (lambda news: news.done("Saved."), True),
        (lambda news: news.done("Exported.", Offer("Open", lambda: None)), True),
        (lambda news: news.warn("The clock is late."), False),
        (lambda news: news.bug(ZeroDivisionError(), "counting"), False),
    ],
)
def test_only_good_news_leave_by_themselves(qtbot: Any, say: Any, leaves: bool) -> None:
    messages, window = _over(qtbot, 600, 300)
    bars = (MessageBar(messages, window), MessageNote(messages, window))
    assert SHOWN_MS < OFFERED_MS
    for bar in bars:
        bar.shown_ms = bar.offered_ms = 1
    say(messages)
    (shown,) = [bar for bar in bars if bar.isVisible()]  # one of them, by its weight
    qtbot.wait(40)
    assert shown.isVisible() is not leaves


def test_a_note_stays_while_the_pointer_rests_on_it(qtbot: Any) -> None:
    messages, window = _over(qtbot, 600, 300)
    note = MessageNote(messages, window)
    note.offered_ms = 200
    messages.done("Exported.", Offer("Open", lambda: None))
    middle = QPointF(note.rect().center())
    QApplication.sendEvent(note, QEnterEvent(middle, middle, middle))
    qtbot.wait(300)
    assert note.isVisible()
    QApplication.sendEvent(note, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not note.isVisible())


def test_a_note_stays_in_the_corner_of_what_it_lies_over(qtbot: Any) -> None:
    messages, window = _over(qtbot, 900, 300)
    note = MessageNote(messages, window)
    messages.tell("Copied ICCID")
    one_line = note.height()
    assert (note.geometry().right(), note.geometry().bottom()) == (900 - 16 - 1, 300 - 40 - 1)
    window.resize(400, 200)
    assert (note.geometry().left(), note.geometry().right()) == (16, 400 - 16 - 1)
    messages.tell("A long sentence that does not fit on one line of a note. " * 3)
    assert note.height() > one_line
    assert note.geometry().bottom() == 200 - 40 - 1


async def test_an_arrangement_that_cannot_be_kept_is_told_and_lost(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        (desk.folder / "settings.json").mkdir()
        window.remember()
        message = window._context.messages.history[-1]
        assert str(desk.folder / "settings.json") in message.words


async def test_the_keys_go_between_the_pages_and_the_navigation(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        window.activateWindow()
        await until(window.isActiveWindow)
        window.show_page("operations")
        page = window._pages["operations"]
        stops: list[str] = []
        for _ in range(4):
            window.registry.run("view.next_pane")
            focused = QApplication.focusWidget()
            inside = {"navigation": window.navigation, "page": page}
            stops += [name for name, one in inside.items() if one.isAncestorOf(focused)]
        assert stops in (["navigation", "page"] * 2, ["page", "navigation"] * 2)


async def test_the_window_closes_from_its_menu_as_from_its_corner(
    qloop: object, desk: FakeDesk
) -> None:
    async with a_window(desk) as window:
        wishes: list[str] = []
        window.close_wanted.connect(lambda: wishes.append("close"))
        window.registry.run("file.quit")
        assert wishes == ["close"]


def drawn(shape: Shape) -> bytes:
    picture = QImage(16, 16, QImage.Format.Format_Grayscale8)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_shape(painter, shape, QPointF(2, 2), QColor("black"))
    painter.end()
    return bytes(picture.constBits())


def test_the_table_s_shapes_read_without_colours(qapp: QApplication) -> None:
    pictures = {shape: drawn(shape) for shape in Shape}
    assert len(set(pictures.values())) == len(Shape)
    assert {status: status_look(status)[1].value for status in SimStatus} == {
        SimStatus.TESTABLE: "ring",
        SimStatus.INACTIVE: "ring",
        SimStatus.IN_USE: "disc",
        SimStatus.SUSPENDED: "bar",
        SimStatus.STOPPED: "square",
        SimStatus.CANCELLED: "cross",
    }

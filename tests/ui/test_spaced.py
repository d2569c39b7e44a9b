"""Wanted often, done now and then."""

from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject

from simdesk.ui.spaced import Spaced


class Noted:
    """Notes when it was done, in milliseconds."""

    def __init__(self) -> None:
        self.clock = QElapsedTimer()
        self.clock.start()
        self.moments: list[int] = []

    def do(self) -> None:
        self.moments.append(self.clock.elapsed())


def test_many_wishes_are_one_job(qtbot: Any) -> None:
    noted, owner = Noted(), QObject()
    spaced = Spaced(noted.do, 1, 1, owner)
    for _ in range(50):
        spaced.want()
    assert spaced.waiting
    assert not noted.moments
    qtbot.waitUntil(lambda: not spaced.waiting)
    assert len(noted.moments) == 1


def test_it_is_done_soon_but_not_soon_again(qtbot: Any) -> None:
    noted, owner = Noted(), QObject()
    spaced = Spaced(noted.do, 5, 80, owner)
    for count in (1, 2, 3):
        spaced.want()
        qtbot.waitUntil(lambda count=count: len(noted.moments) == count)
    first, second, third = noted.moments
    almost = 70  # Qt lets such timers come a twentieth early
    assert second - first >= almost
    assert third - second >= almost


def test_what_is_dropped_is_not_done(qtbot: Any) -> None:
    noted, owner = Noted(), QObject()
    spaced = Spaced(noted.do, 1, 1, owner)
    spaced.want()
    spaced.drop()
    qtbot.wait(20)
    assert not noted.moments
    spaced.want()
    qtbot.waitUntil(lambda: len(noted.moments) == 1)

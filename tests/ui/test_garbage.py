"""Garbage goes in the end, and what was looked at once is not looked at again and again."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from simdesk.ui import garbage
from simdesk.ui.garbage import SETTLED, Collector

ACTIVE = Qt.ApplicationState.ApplicationActive
HIDDEN = Qt.ApplicationState.ApplicationHidden


class Circle:
    """Holds itself, so that only a collection can free it."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def collector(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Collector]:
    monkeypatch.setattr(garbage, "_AWAY", 300)
    monkeypatch.setattr(garbage, "_ANYWAY", 700)
    collector = Collector(qapp)
    with collector:
        collector._timer.stop()
        yield collector
    assert gc.get_freeze_count() == 0
    assert gc.isenabled()


def in_front(collector: Collector, state: Qt.ApplicationState) -> None:
    collector._app = type("App", (), {"applicationState": lambda self: state})()  # type: ignore[assignment]


def rounds(collector: Collector, count: int) -> None:
    for _ in range(count):
        collector._on_time()


def test_what_has_settled_is_set_aside(collector: Collector) -> None:
    before = gc.get_freeze_count()
    settled = [[number] for number in range(1_000)]
    rounds(collector, SETTLED)
    assert gc.get_freeze_count() >= before + len(settled)


def test_young_garbage_goes_at_once(collector: Collector) -> None:
    circle = weakref.ref(Circle())
    assert circle() is not None
    rounds(collector, 1)
    assert circle() is None


def test_what_outlives_a_look_at_all_is_set_aside(collector: Collector) -> None:
    in_front(collector, ACTIVE)
    rounds(collector, SETTLED + 1)
    before = gc.get_freeze_count()
    later = [[number] for number in range(1_000)]
    rounds(collector, 120)
    assert gc.get_freeze_count() >= before + len(later)


@pytest.mark.parametrize(("state", "left"), [(HIDDEN, 310), (ACTIVE, 710)])
def test_what_was_set_aside_goes_when_nobody_is_there_or_late(
    collector: Collector, state: Qt.ApplicationState, left: int
) -> None:
    in_front(collector, state)
    rounds(collector, 10)
    circle = Circle()
    gone = weakref.ref(circle)
    rounds(collector, 200)  # set aside by now
    del circle
    rounds(collector, left - 210 - 20)
    assert gone() is not None
    rounds(collector, 20)
    assert gone() is None

"""What happens away from the focus is announced: messages, bars, the end of operations."""

from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from simdesk.models.errors import KnownError
from simdesk.models.texts import text
from simdesk.ui.asking_bar import AskingBar
from simdesk.ui.messages import Messages
from simdesk.ui.voice import Voice

URGENT = QAccessible.AnnouncementPoliteness.Assertive


class Reader:
    """A screen reader: what it was told, and whether it had to stop for it."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, bool]] = []
        self.of: list[QObject] = []

    def told(self, event: QAccessibleAnnouncementEvent) -> None:
        self.of.append(event.object())
        self.heard.append((event.message(), event.politeness() is URGENT))


class Part(QObject):
    spoke = Signal(str)


@pytest.fixture
def window(qtbot: Any) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_trouble_interrupts_and_good_news_wait(window: QWidget) -> None:
    reader, messages = Reader(), Messages(window)
    Voice(window, reader.told).hear(messages)
    messages.done("Exported 214 cards")
    messages.warn("The disk is nearly full")
    messages.fail(KnownError(text("No answer."), text("Try again.")))
    assert reader.heard == [
        ("Exported 214 cards", False),
        ("The disk is nearly full", True),
        ("No answer. Try again.", True),
    ]
    assert reader.of == [window] * 3


def test_the_same_message_is_told_each_time_the_same_state_once(window: QWidget) -> None:
    reader, messages, part = Reader(), Messages(window), Part(window)
    Voice(window, reader.told).hear(messages, quiet=(part.spoke,))
    messages.tell("Copied")
    messages.tell("Copied")
    part.spoke.emit("Suspend of 5 cards: Finished")
    part.spoke.emit("Suspend of 5 cards: Finished")
    assert [words for words, _ in reader.heard] == [
        "Copied",
        "Copied",
        "Suspend of 5 cards: Finished",
    ]


def test_a_bar_that_appears_is_told_once_and_again_when_it_comes_back(window: QWidget) -> None:
    reader, bar = Reader(), AskingBar("bad", "What can be done…", window)
    Voice(window, reader.told).hear(Messages(window), urgent=(bar.said,))
    for words in ("Nothing is sent.", "Nothing is sent.", "", "Nothing is sent."):
        bar.say(words)
    assert reader.heard == [("Nothing is sent.", True), ("Nothing is sent.", True)]


def test_the_system_is_told_where_nobody_listens(window: QWidget) -> None:
    Voice(window).say("Synced")  # whatever bridge there is, nothing breaks

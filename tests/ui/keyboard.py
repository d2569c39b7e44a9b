"""Hands on the keyboard: key events of the system to the window in front, each one counted."""

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QWindow
from PySide6.QtTest import QTest


class Keyboard:
    """Knows no widget: whoever has the keys gets them, popups and dialogs included.

    `pressed` are the keystrokes so far; a chord such as Ctrl+F is one. The text that is searched
    for is `searched` and counts as none.
    """

    def __init__(self) -> None:
        self.pressed: list[str] = []
        self.searched: list[str] = []

    @property
    def count(self) -> int:
        return len(self.pressed)

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each written as `Ctrl+F`."""
        for key in keys:
            self.pressed.append(key)
            chord = QKeySequence(key)[0]
            await _click(chord.key(), chord.keyboardModifiers())

    async def write(self, words: str) -> None:
        """Type words, each letter a keystroke."""
        self.pressed.extend(words)
        for letter in words:
            await _click(letter)

    async def search(self, words: str) -> None:
        """Type the text that is searched for."""
        self.searched.append(words)
        for letter in words:
            await _click(letter)


async def _click(
    key: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    # A key that is sent to a window lets Qt's loop turn: no task may be in the middle of a step.
    loop = asyncio.get_running_loop()
    done: asyncio.Future[None] = loop.create_future()

    def click() -> None:
        try:
            QTest.keyClick(_front(), key, held)
        except AssertionError as error:
            done.set_exception(error)
        else:
            done.set_result(None)

    loop.call_soon(click)
    await done


def _front() -> QWindow:
    """The window that has the keys, as the system sees it."""
    window = QGuiApplication.focusWindow()
    assert window is not None, "no window has the keys"
    return window

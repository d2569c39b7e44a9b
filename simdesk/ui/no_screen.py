"""When no window can be shown here: a sentence instead of Qt's abort."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from simdesk.models.texts import QT_TRANSLATE_NOOP, text

REFUSED = 2
"""The exit status of what was refused with a reason; see `simdesk.cli`."""
_NAMING = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""Where a Linux desktop, or a person, says what to draw on."""


@contextmanager
def told_in_words() -> Iterator[None]:
    """Make the QApplication inside of this.

    Without a screen that it knows how to draw on Qt aborts the process, and nothing can be raised
    from there. So what it says is kept back; then, as the last thing this process does, the reason
    and the remedy are said on standard error and it ends as refused. Where Qt finds its screen,
    what it said is said as ever.
    """
    said: list[str] = []

    def heard(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        del context
        if kind is QtMsgType.QtFatalMsg:
            sys.stderr.write(sentence(said))
            sys.stderr.flush()
            os._exit(REFUSED)
        said.append(words)

    before = qInstallMessageHandler(heard)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        for words in said:
            sys.stderr.write(f"{words}\n")


def sentence(said: list[str]) -> str:
    """What went wrong, Qt's own words for it, and what to do; lines for a terminal."""
    happened = text(QT_TRANSLATE_NOOP("trade", "No window can be shown here."))
    remedy = text(
        QT_TRANSLATE_NOOP(
            "trade",
            "Start SimDesk on a desktop, or use it without a window: simdesk --help lists how.",
        )
    )
    if sys.platform == "linux" and not any(map(os.environ.get, _NAMING)):
        said = ["Neither DISPLAY nor WAYLAND_DISPLAY is set."]
    lines = [f"simdesk: {happened}", *(f"         {words}" for words in said)]
    return "\n".join([*lines, f"         {remedy}"]) + "\n"

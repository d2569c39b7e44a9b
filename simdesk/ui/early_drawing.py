"""Letting Qt draw before there is a loop: the one place where its events are pumped by hand.

With a loop that would lose tasks; here there are none yet.
"""

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer, SignalInstance
from PySide6.QtWidgets import QWidget


def draw() -> None:
    """Do what lies ready: draw what changed, answer the system."""
    QCoreApplication.processEvents()


def draw_first(window: QWidget, painted: SignalInstance, patience_ms: int) -> None:
    """Show a window and return when it has `painted`, or nobody can see it for so long."""
    waiting = QTimer(window, singleShot=True, interval=patience_ms)
    seen: list[None] = []
    painted.connect(lambda: seen.append(None))
    waiting.start()
    window.show()
    while not seen and waiting.isActive():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    waiting.stop()

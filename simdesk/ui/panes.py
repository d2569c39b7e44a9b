"""Going from pane to pane by key: the next one that has something to take keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def to_next(panes: Sequence[QWidget]) -> None:
    """Give the keys to the pane behind the one that has them, or to the first."""
    focused = QApplication.focusWidget()
    at = next((n for n, pane in enumerate(panes) if _holds(pane, focused)), -1)
    for step in range(1, len(panes) + 1):
        target = _first_stop(panes[(at + step) % len(panes)])
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (focused is pane or pane.isAncestorOf(focused))


def _first_stop(pane: QWidget) -> QWidget | None:
    """The first widget of a pane that takes keys."""
    for widget in (pane, *pane.findChildren(QWidget)):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isVisible() and widget.isEnabled():
            return widget
    return None

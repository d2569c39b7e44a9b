"""What a screen reader says of a control: a name, one of its own, and the rest."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QTabBar, QToolButton, QWidget

from tests.ui.ears.seen import called, controls, spoken_name, words_of


def has_a_name(control: QWidget) -> Iterator[str]:
    """Every control is called something."""
    if not isinstance(control, QTabBar) and not spoken_name(control).strip():
        yield f"{called(control)} has no name"


def tells_what_its_picture_means(control: QWidget) -> Iterator[str]:
    """A button without words says in its tool tip what it does."""
    bare = isinstance(control, QAbstractButton) and not words_of(control).strip()
    if bare and not control.toolTip().strip():
        yield f"{called(control)} has a picture and no tool tip"


def siblings_differ(window: QWidget) -> Iterator[str]:
    """Two controls of one kind side by side are not called the same."""
    found: Counter[tuple[int, str, str]] = Counter()
    for control in controls(window):
        above = control.parentWidget()
        if isinstance(control, QAbstractButton | QToolButton) or spoken_name(control):
            found[id(above), type(control).__name__, spoken_name(control)] += 1
    for (_, kind, name), count in found.items():
        if count > 1 and name:
            yield f"{count} times {kind} “{name}” side by side"

"""The way of the Tab key: to every control once, in the order one reads, and on again."""

import itertools
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDateTimeEdit, QRadioButton, QWidget

from tests.ui.ears.seen import called, tabbed, widgets


def tab_stops(window: QWidget) -> list[QWidget]:
    """What the Tab key should come to: all that wants it, can be seen and used."""
    found = [one for one in widgets(window) if tabbed(one) and one.isEnabled()]
    return [one for one in found if one.focusProxy() is None and not _off(one)]


def _off(widget: QWidget) -> bool:
    # Of radio buttons that go together Tab comes to the chosen one, arrows to the others.
    return isinstance(widget, QRadioButton) and not widget.isChecked()


def way_of_tab(window: QWidget, most: int) -> list[QWidget]:
    """Where Tab goes from where the focus is, until it comes to where it was."""
    way: list[QWidget] = []
    here = QApplication.focusWidget()
    while here is not None and here not in way and len(way) <= most:
        way.append(here)
        if isinstance(here, QDateTimeEdit):
            here.setCurrentSectionIndex(here.sectionCount() - 1)  # Tab goes on from the last part
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "\t")
        QCoreApplication.sendEvent(here, key)
        here = QApplication.focusWidget()
    return way


def tab_comes_everywhere(window: QWidget) -> Iterator[str]:
    """From the first control Tab goes to every other and back: nothing is left out, nothing holds.

    The window must be the active one. The focus is where it was afterwards.
    """
    stops = tab_stops(window)
    before = QApplication.focusWidget()
    if not stops or before is None or window is not QApplication.activeWindow():
        return
    way = way_of_tab(window, 2 * len(stops))
    missed = [stop for stop in stops if stop not in way and not _among(stop, way)]
    if missed and way and QApplication.focusWidget() is way[-1]:
        yield f"{called(way[-1])} holds the Tab key"
    for stop in missed:
        yield f"Tab does not come to {called(stop)}"
    before.setFocus(Qt.FocusReason.OtherFocusReason)


def _among(stop: QWidget, way: Sequence[QWidget]) -> bool:
    return isinstance(stop, QAbstractButton) and any(one in way for one in _together(stop))


def _together(button: QAbstractButton) -> Sequence[QAbstractButton]:
    """Buttons of which one is chosen: Tab comes to that one, arrows go to the others."""
    group = button.group()
    if group is not None:
        return group.buttons() if group.exclusive() else ()
    above = button.parentWidget()
    return above.findChildren(type(button)) if button.autoExclusive() and above else ()


def in_reading_order(window: QWidget) -> Iterator[str]:
    """Controls side by side are come to from left to right, then from top to bottom."""
    stops = set(tab_stops(window))
    chain, here = [], window.nextInFocusChain()
    while here is not window:
        if here in stops:
            chain.append(here)
        here = here.nextInFocusChain()
    for first, then in itertools.pairwise(chain):
        if first.parentWidget() is then.parentWidget() and _backwards(first, then):
            yield f"Tab goes back from {called(first)} to {called(then)}"


def _backwards(first: QWidget, then: QWidget) -> bool:
    a, b = _place(first), _place(then)
    same_line = (
        min(a.bottom(), b.bottom()) - max(a.top(), b.top()) > min(a.height(), b.height()) / 2
    )
    if same_line:
        return b.right() < a.left()
    return b.bottom() < a.top() and b.left() <= a.left()


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def can_be_pressed_by_keys(control: QWidget) -> Iterator[str]:
    """Every button is come to by Tab, or does what an action with a key or in a menu does."""
    if not isinstance(control, QAbstractButton) or tabbed(control) or not control.isEnabled():
        return
    if (
        control.focusProxy() is not None
        or not control.shortcut().isEmpty()
        or any(tabbed(one) for one in _together(control))
    ):
        return
    yield f"{called(control)} cannot be pressed by keys"

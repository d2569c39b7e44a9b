"""Where the keys go can be seen: a control that has the focus looks different."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.ears.seen import called
from tests.ui.ears.tabbing import tab_stops


def looks(widget: QWidget) -> tuple[str, ...]:
    """What decides how a widget shows its focus: one of each is enough to look at."""
    names = ("kind", "primary", "flat", "figure", "checked")
    told = (f"{widget.property(name)}" for name in names)
    above = widget.parentWidget()
    return (type(widget).__name__, *told, "" if above is None else above.objectName())


def focus_is_seen(window: QWidget, known: set[tuple[str, ...]] | None = None) -> Iterator[str]:
    """Each kind of control is drawn otherwise with the focus than without.

    `known` kinds were looked at before. The window must be the active one.
    """
    known = set() if known is None else known
    before = QApplication.focusWidget()
    if window is not QApplication.activeWindow():
        return
    stops = tab_stops(window)
    for stop in stops:
        other = next((one for one in stops if one is not stop), None)
        if looks(stop) in known:
            continue
        known.add(looks(stop))
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        if QApplication.focusWidget() is not stop:
            continue  # it gives the keys on, to an editor or a part of itself
        with_it = stop.grab().toImage()
        if other is None:
            stop.clearFocus()
        else:
            other.setFocus(Qt.FocusReason.TabFocusReason)
        if stop.grab().toImage() == with_it:
            yield f"{called(stop)} looks the same with and without the focus"
    if before is not None:
        before.setFocus(Qt.FocusReason.OtherFocusReason)

"""Every command by name: type a few letters; what cannot be done says why."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from simdesk.ui.actions.registry import ActionRegistry
from simdesk.ui.actions.spec import ActionSpec
from simdesk.ui.key_words import keys_shown
from simdesk.ui.recent_commands import RecentCommands
from simdesk.ui.theme import SMALL

WIDTH = 520
_MOST_SHOWN = 15
_ID = Qt.ItemDataRole.UserRole
_FIND = "find"
"""In place of an id: the line that finds cards."""
FEWEST_DIGITS = 6
"""With so many digits it is a number that is looked for, not a command."""
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def fits(words: str, query: str) -> bool:
    """Every typed part begins a word or lies in one."""
    folded = words.casefold()
    return all(part in folded for part in query.casefold().split())


def digits_of(query: str) -> str:
    """The digits of a query that is a number, grouped by blanks or not; empty for any other."""
    digits = "".join(query.split())
    number = digits.isascii() and digits.isdecimal() and len(digits) >= FEWEST_DIGITS
    return digits if number else ""


class CommandPalette(QDialog):
    """Enter runs, Esc leaves; the arrows move while the letters stay in the line.

    What was run from here lately comes first.
    """

    def __init__(
        self,
        registry: ActionRegistry,
        parent: QWidget | None = None,
        recent: RecentCommands | None = None,
        find: Callable[[str], None] | None = None,
    ) -> None:
        """`find` looks for the cards with some digits in their numbers."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("sheet")
        self.setAccessibleName(self.tr("All commands"))
        self._registry = registry
        self._recent = RecentCommands() if recent is None else recent
        self._find = find
        self._line = QLineEdit(self)
        self._line.setPlaceholderText(self.tr("Type a command"))
        self._line.setAccessibleName(self.tr("Command"))
        self._line.installEventFilter(self)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._reason = QLabel(self)
        self._reason.setObjectName("muted")
        self._reason.setWordWrap(True)
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        box.setSpacing(SMALL)
        for part in (self._line, self._list, self._reason):
            box.addWidget(part)
        box.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # as large as what it shows
        self._line.setFixedWidth(WIDTH - 2 * SMALL)
        # A popup is no active window everywhere: without this its keys would go nowhere.
        self._line.setFocus()
        self._line.textChanged.connect(self._fill)
        self._list.currentItemChanged.connect(self._on_current_changed)
        self._list.itemClicked.connect(self._on_item_clicked)
        self._line.returnPressed.connect(self._run)
        self._fill("")

    def _fill(self, query: str) -> None:
        self._list.clear()
        digits = digits_of(query)
        if digits and self._find is not None:
            words = self.tr("Find cards with {digits}").format(digits=digits)
            self._add(_FIND, words, possible=True)
        for spec, lately in self._found(query):
            key = keys_shown(self._registry.keys_of(spec.id))
            possible = self._registry.reason(spec.id) is None
            self._add(spec.id, spec.shown, key, possible=possible, lately=lately)
        self._list.setCurrentRow(0)
        self._fit()

    def _found(self, query: str) -> Iterator[tuple[ActionSpec, bool]]:
        """What fits, and whether it was used lately: those first."""
        specs = self._registry.specs
        lately = [one for one in self._recent.ids if one in specs]
        for command in (*lately, *(one for one in specs if one not in lately)):
            spec = specs[command]
            # Handbooks and colleagues say some names in English, whatever the window speaks.
            if command != "help.palette" and (fits(spec.shown, query) or fits(spec.text, query)):
                yield spec, command in lately

    def _fit(self) -> None:
        """As high as what was found, up to a number of commands."""
        rows = min(self._list.count(), _MOST_SHOWN)
        height = sum(self._list.sizeHintForRow(row) for row in range(rows))
        self._list.setFixedHeight(height + 2 * self._list.frameWidth())
        self._box.activate()  # at once, not when the loop comes to it

    def _add(
        self, found: str, words: str, key: str = "", *, possible: bool, lately: bool = False
    ) -> None:
        item = QListWidgetItem(self._list)
        item.setData(_ID, found)
        mark = self.tr("used lately") if lately else ""
        spoken = ", ".join(part for part in (words, mark, key) if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        line = QWidget(self._list)
        row = QHBoxLayout(line)
        row.setContentsMargins(SMALL, 0, SMALL, 0)
        row.setSpacing(SMALL)
        name = QLabel(words, line)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("muted", not possible)
        row.addWidget(name, 1)
        for told in (mark, key):
            label = QLabel(told, line)
            label.setObjectName("muted")
            row.addWidget(label)
        item.setSizeHint(line.sizeHint() + QSize(0, SMALL))
        self._list.setItemWidget(item, line)

    def _current(self) -> str | None:
        row = self._list.currentRow()
        return None if row < 0 else str(self._list.item(row).data(_ID))

    def _on_current_changed(self) -> None:
        found = self._current()
        reason = None if found is None else self._registry.reason(found)
        self._reason.setText(reason or "")
        self._reason.setVisible(reason is not None)
        self._reason.setAccessibleName(reason or "")

    def _on_item_clicked(self) -> None:
        self._run()

    def _run(self) -> None:
        found = self._current()
        if found == _FIND and self._find is not None:
            self.accept()
            self._find(digits_of(self._line.text()))
        elif found is not None and self._registry.reason(found) is None:
            self.accept()
            self._recent.used(found)
            self._registry.run(found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        typed = watched is self._line and event.type() == QEvent.Type.KeyPress
        if typed and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            self._list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

"""What tables, lists and dialogs do by themselves: these keys are nobody's to give away."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from simdesk.models.texts import QT_TRANSLATE_NOOP

_CONTEXT = "keys"


@dataclass(frozen=True, slots=True)
class FixedKeys:
    """A place of the window, and its lines of keys and what they do; marked, in English."""

    place: str
    lines: tuple[tuple[str, str], ...]

    @property
    def shown(self) -> str:
        """The place in the window's language."""
        return QCoreApplication.translate(_CONTEXT, self.place)

    @property
    def shown_lines(self) -> tuple[tuple[str, str], ...]:
        """The lines in the window's language."""
        say = QCoreApplication.translate
        return tuple((say(_CONTEXT, keys), say(_CONTEXT, words)) for keys, words in self.lines)


_TABLE = FixedKeys(
    QT_TRANSLATE_NOOP("keys", "In the table"),
    (
        (
            QT_TRANSLATE_NOOP("keys", "Arrows, Page Up, Page Down"),
            QT_TRANSLATE_NOOP("keys", "Move"),
        ),
        (
            QT_TRANSLATE_NOOP("keys", "Ctrl + arrows"),
            QT_TRANSLATE_NOOP("keys", "To the edge of the table"),
        ),
        (
            QT_TRANSLATE_NOOP("keys", "Shift + any of these"),
            QT_TRANSLATE_NOOP("keys", "Extend the selection"),
        ),
        (
            QT_TRANSLATE_NOOP("keys", "Space"),
            QT_TRANSLATE_NOOP("keys", "Select or leave out the current card"),
        ),
        (
            QT_TRANSLATE_NOOP("keys", "Enter"),
            QT_TRANSLATE_NOOP("keys", "Look into the current card"),
        ),
        (
            QT_TRANSLATE_NOOP("keys", "Letters and digits"),
            QT_TRANSLATE_NOOP("keys", "Next card whose column begins so"),
        ),
        (
            QT_TRANSLATE_NOOP("keys", "Menu, Shift + F10"),
            QT_TRANSLATE_NOOP("keys", "Menu of the card"),
        ),
        (
            QT_TRANSLATE_NOOP("keys", "Alt + Down"),
            QT_TRANSLATE_NOOP("keys", "Menu of the column"),
        ),
    ),
)
_SEARCH = FixedKeys(
    QT_TRANSLATE_NOOP("keys", "In the quick search"),
    (
        (
            QT_TRANSLATE_NOOP("keys", "Enter"),
            QT_TRANSLATE_NOOP("keys", "Search; once more: go to the cards"),
        ),
        (
            QT_TRANSLATE_NOOP("keys", "Down, Ctrl + Space"),
            QT_TRANSLATE_NOOP("keys", "What can be written here"),
        ),
        (
            QT_TRANSLATE_NOOP("keys", "Esc"),
            QT_TRANSLATE_NOOP("keys", "Clear; once more: back to the table"),
        ),
    ),
)
_DETAILS = FixedKeys(
    QT_TRANSLATE_NOOP("keys", "In the card details"),
    (
        (
            QT_TRANSLATE_NOOP("keys", "Ctrl + Tab, Ctrl + Shift + Tab"),
            QT_TRANSLATE_NOOP("keys", "Next tab, previous tab"),
        ),
    ),
)
_LISTS = FixedKeys(
    QT_TRANSLATE_NOOP("keys", "In the lists of other pages"),
    (
        (
            QT_TRANSLATE_NOOP("keys", "Ctrl + F"),
            QT_TRANSLATE_NOOP("keys", "Find in this list"),
        ),
        (
            QT_TRANSLATE_NOOP("keys", "Ctrl + C"),
            QT_TRANSLATE_NOOP("keys", "Copy the chosen rows"),
        ),
        (
            QT_TRANSLATE_NOOP("keys", "F2, F5, Ctrl + letters"),
            QT_TRANSLATE_NOOP("keys", "What the menu of the list shows"),
        ),
    ),
)
_DIALOGS = FixedKeys(
    QT_TRANSLATE_NOOP("keys", "In dialogs and menus"),
    (
        (
            QT_TRANSLATE_NOOP("keys", "Tab, Shift + Tab"),
            QT_TRANSLATE_NOOP("keys", "Next field, previous field"),
        ),
        (
            QT_TRANSLATE_NOOP("keys", "Enter"),
            QT_TRANSLATE_NOOP("keys", "Do it, where it is easily taken back"),
        ),
        (
            QT_TRANSLATE_NOOP("keys", "Esc"),
            QT_TRANSLATE_NOOP("keys", "Close without doing anything"),
        ),
        (
            QT_TRANSLATE_NOOP("keys", "Alt + letter"),
            QT_TRANSLATE_NOOP("keys", "Open a menu"),
        ),
    ),
)
FIXED: tuple[FixedKeys, ...] = (_TABLE, _SEARCH, _DETAILS, _LISTS, _DIALOGS)

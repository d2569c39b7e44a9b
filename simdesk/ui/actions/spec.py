"""The form of everything that can be pressed; menus, bars, keys and the palette are made of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from simdesk.models.action import Action
from simdesk.models.card import CardRow

CONTEXT = "actions"
"""The translation context of the texts of actions: mark them QT_TRANSLATE_NOOP("actions", ...)."""


@dataclass(frozen=True)
class ActionTarget:
    """What an action is pressed on: the selected cards, in the table's order, and the current one.

    `card_ids` may be a compact array of any length. `current` is None while its row is not loaded.
    """

    card_ids: Sequence[int] = ()
    current: CardRow | None = None


class Needs(Enum):
    """What must be there for the action to make sense."""

    NOTHING = "nothing"
    CURRENT = "current"
    CARDS = "cards"


class Menu(Enum):
    """The menus of the menu bar, in their order."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    CARD = "card"
    OPERATION = "operation"
    HELP = "help"


@dataclass(frozen=True)
class ActionSpec:
    """One thing to press.

    `text` is marked in the context "actions"; `wording` replaces it where the words depend on the
    moment ("Undo tag of 20 cards"). `action` binds it to the table of permitted actions, which
    then greys it out with a reason; `why_not` gives the reason of any other, and `why_not_in_menu`
    one that is costly to find: it is asked for once, when its menu opens. `group` parts a menu by
    lines, `submenu` puts it one level down. `bar` puts it on the selection bar, under that short
    name; `context` into the menu of a card, in that group. What is not for `everywhere` is for the
    Cards page alone: behind another page nothing may happen to cards that nobody sees.
    """

    id: str
    text: str
    run: Callable[[ActionTarget], None]
    menu: Menu
    icon: str | None = None
    shortcuts: tuple[str, ...] = ()
    group: int = 0
    needs: Needs = Needs.NOTHING
    action: Action | None = None
    bar: str | None = None
    context: int | None = None
    danger: bool = False
    checked: Callable[[], bool] | None = None
    wording: Callable[[], str] | None = None
    why_not: Callable[[], str | None] | None = None
    why_not_in_menu: Callable[[], str | None] | None = None
    submenu: str | None = None
    everywhere: bool = False

    @property
    def shown(self) -> str:
        """The words in the window's language."""
        if self.wording is not None:
            return self.wording()
        return QCoreApplication.translate(CONTEXT, self.text)

    @property
    def shown_submenu(self) -> str:
        """The name of the submenu it lies in; empty for none."""
        return QCoreApplication.translate(CONTEXT, self.submenu) if self.submenu else ""

    @property
    def shown_bar(self) -> str:
        """Its short name on the selection bar; empty for none."""
        return QCoreApplication.translate(CONTEXT, self.bar) if self.bar else ""

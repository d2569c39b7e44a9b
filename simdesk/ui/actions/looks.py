"""How the program looks: which theme it wears."""

from typing import TYPE_CHECKING, Protocol

from simdesk.models.texts import QT_TRANSLATE_NOOP
from simdesk.ui import theme
from simdesk.ui.actions.spec import ActionSpec, Menu

if TYPE_CHECKING:
    from simdesk.ui.preferred import Preferred

LOOKS = 25
"""Between how the Cards page is arranged and the pages."""


class LooksRoom(Protocol):
    """What the actions on looks need of the window."""

    preferred: "Preferred"


def looks_actions(room: LooksRoom) -> tuple[ActionSpec, ...]:
    """View > Theme: all windows change at once, and the choice is remembered."""

    def one(choice: str, words: str) -> ActionSpec:
        return ActionSpec(
            f"view.theme_{choice}",
            words,
            lambda target: room.preferred.choose({"theme": choice}),
            Menu.VIEW,
            group=LOOKS,
            checked=lambda: theme.chosen() == choice,
            submenu=QT_TRANSLATE_NOOP("actions", "Theme"),
            everywhere=True,
        )

    return (
        one(theme.SYSTEM, QT_TRANSLATE_NOOP("actions", "Follow the system")),
        one("light", QT_TRANSLATE_NOOP("actions", "Light theme")),
        one("dark", QT_TRANSLATE_NOOP("actions", "Dark theme")),
    )

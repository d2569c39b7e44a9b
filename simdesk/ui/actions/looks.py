"""How the program looks: which theme it wears."""

from typing import Protocol

from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP
from simdesk.ui import theme
from simdesk.ui.actions.spec import ActionSpec, Menu
from simdesk.ui.context import Context

LOOKS = 25
"""Between how the Cards page is arranged and the pages."""


class LooksRoom(Protocol):
    """What the actions on looks need of the window."""

    def refresh_actions(self) -> None:
        """Tick and enable anew, after everything that happens now."""


def looks_actions(context: Context, room: LooksRoom) -> tuple[ActionSpec, ...]:
    """View > Theme: all windows change at once, and the choice is remembered."""

    def one(choice: str, words: str) -> ActionSpec:
        return ActionSpec(
            f"view.theme_{choice}",
            words,
            lambda target: _choose(context, room, choice),
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


def _choose(context: Context, room: LooksRoom, choice: str) -> None:
    theme.choose(choice)
    room.refresh_actions()
    try:
        context.settings.put(theme.LOOK, {"theme": choice})
    except KnownError as error:
        context.messages.fail(error)

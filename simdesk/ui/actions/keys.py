"""Keys of commands are set in a dialog of their own."""

from typing import Protocol

from simdesk.models.texts import QT_TRANSLATE_NOOP
from simdesk.ui.actions.spec import ActionSpec, Menu

SETTING_KEYS = 45
"""Behind the limits, at the end of the Edit menu."""


class KeysRoom(Protocol):
    """What this needs of the window."""

    def show_keys(self) -> None:
        """Open the keys of commands."""


def keys_actions(room: KeysRoom) -> tuple[ActionSpec, ...]:
    """Edit > Keys…; the settings offer it as well."""
    return (
        ActionSpec(
            "edit.keys",
            QT_TRANSLATE_NOOP("actions", "Keys…"),
            lambda target: room.show_keys(),
            Menu.EDIT,
            "keyboard",
            group=SETTING_KEYS,
            everywhere=True,
        ),
    )

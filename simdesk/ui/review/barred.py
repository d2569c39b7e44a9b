"""What cannot be pressed in the window of a review, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from simdesk.models.actions import REVIEWED
from simdesk.models.texts import QT_TRANSLATE_NOOP
from simdesk.ui.actions.spec import ActionSpec, Menu, Needs
from simdesk.ui.text import shown

_BARRED = frozenset(
    {
        "edit.limits",
        "edit.redo",
        "edit.undo",
        "file.back_up",
        "file.backups",
        "file.change_fleet",
        "file.safe_mode",
        "file.sync",
        "file.sync_selected",
    }
)


def barred(specs: Iterable[ActionSpec]) -> Iterator[ActionSpec]:
    """The same actions, those that change or ask for something closed with one reason.

    The reason stands before a card is selected, so that nobody selects one in vain.
    """
    for spec in specs:
        if spec.action is not None or spec.id in _BARRED or spec.menu is Menu.OPERATION:
            yield replace(spec, needs=Needs.NOTHING, action=None, why_not=_reason, everywhere=True)
        elif spec.id == "file.quit":
            yield replace(spec, text=QT_TRANSLATE_NOOP("actions", "Close spreadsheet"))
        else:
            yield spec


def _reason() -> str:
    return shown(REVIEWED)

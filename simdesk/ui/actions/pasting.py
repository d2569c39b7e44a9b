"""Ctrl+V on the cards: finds those whose numbers were copied."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from simdesk.models.texts import QT_TRANSLATE_NOOP
from simdesk.ui.actions.spec import ActionSpec, Menu
from simdesk.ui.cards.page import CardsPage
from simdesk.ui.context import Context
from simdesk.ui.dropping import holds_numbers


def pasting_actions(context: Context, page: CardsPage, group: int) -> tuple[ActionSpec, ...]:
    """The line of the Edit menu, in that group of it.

    What was copied belongs to another program, which may be slow to give it: it is looked at when
    the menu opens or the key is pressed, and at no other time.
    """

    def find() -> None:
        reason = nothing_copied()
        if reason is None:
            page.finding.paste(QGuiApplication.clipboard().text(), at_once=True)
        else:
            context.messages.tell(reason)

    return (
        ActionSpec(
            "edit.find_pasted",
            QT_TRANSLATE_NOOP("actions", "Find copied numbers"),
            lambda target: find(),
            Menu.EDIT,
            "paste",
            ("Ctrl+V",),
            group,
            why_not_in_menu=nothing_copied,
        ),
    )


def nothing_copied() -> str | None:
    """Why nothing can be found from the clipboard; None when card numbers stand in it."""
    if holds_numbers(QGuiApplication.clipboard().text()):
        return None
    return QCoreApplication.translate(
        "actions", "Copy ICCIDs, MSISDNs or IMSIs first: no card number is in the clipboard."
    )

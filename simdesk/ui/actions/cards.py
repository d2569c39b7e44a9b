"""Everything that can be done to cards; the one place that knows which dialog each one opens."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from simdesk.models.action import Action
from simdesk.models.filters import CardFilter
from simdesk.models.texts import QT_TRANSLATE_NOOP
from simdesk.ui.actions.spec import ActionSpec, ActionTarget, Menu, Needs
from simdesk.ui.context import Context

_N = QT_TRANSLATE_NOOP
TOP_UP, NETWORK, PLAN, DESK, FINAL = 10, 20, 30, 40, 90
"""Groups of the card menu, in their order."""


class CardsRoom(Protocol):
    """What the card actions need of the page."""

    def edit_remark(self) -> bool:
        """Edit the current card's remark in place; False where it cannot be seen."""

    def show_cards(self, question: CardFilter) -> None:
        """Ask for these cards."""

    def show_operation(self, operation_id: str) -> None:
        """Show how an operation goes."""

    def show_details(self) -> None:
        """Look into the current card."""


def card_actions(context: Context, parent: QWidget, room: CardsRoom) -> tuple[ActionSpec, ...]:
    """Acts on cards, in the order of the menus (peers.md 4.4)."""

    def act(action: Action) -> Callable[[ActionTarget], None]:
        return lambda target: _open(context, action, target, parent, room)

    def remark(target: ActionTarget) -> None:
        if len(target.card_ids) != 1 or not room.edit_remark():
            _open(context, Action.REMARK, target, parent, room)

    def one(
        name: str,
        text: str,
        icon: str,
        action: Action,
        group: int,
        *,
        bar: str | None = None,
        danger: bool = False,
        run: Callable[[ActionTarget], None] | None = None,
        shortcuts: tuple[str, ...] = (),
    ) -> ActionSpec:
        return ActionSpec(
            f"card.{name}",
            text,
            run or act(action),
            Menu.CARD,
            icon,
            shortcuts,
            group,
            Needs.CARDS,
            action,
            bar=bar,
            context=True,
            danger=danger,
        )

    return (
        ActionSpec(
            "card.details",
            _N("actions", "View details"),
            lambda target: room.show_details(),
            Menu.CARD,
            "details",
            ("Alt+Return", "F7"),
            0,
            Needs.CURRENT,
            context=True,
        ),
        one(
            "renew",
            _N("actions", "Renew plan…"),
            "top_up",
            Action.RENEW,
            TOP_UP,
            bar=_N("actions", "Renew"),
        ),
        one(
            "add_on",
            _N("actions", "Purchase add-on…"),
            "add",
            Action.ADD_ON,
            TOP_UP,
            bar=_N("actions", "Add-on"),
        ),
        one(
            "suspend",
            _N("actions", "Suspend…"),
            "suspend",
            Action.SUSPEND,
            NETWORK,
            bar=_N("actions", "Suspend"),
        ),
        one(
            "resume",
            _N("actions", "Resume…"),
            "resume",
            Action.RESUME,
            NETWORK,
            bar=_N("actions", "Resume"),
        ),
        one(
            "resume_use",
            _N("actions", "Resume Use…"),
            "resume_use",
            Action.RESUME_USE,
            NETWORK,
            bar=_N("actions", "Resume Use"),
        ),
        one(
            "force_activate",
            _N("actions", "Force Activate…"),
            "activate",
            Action.FORCE_ACTIVATE,
            NETWORK,
            bar=_N("actions", "Activate"),
        ),
        one("limit", _N("actions", "Usage limit…"), "limit", Action.USAGE_LIMIT, PLAN),
        one(
            "auto_renew_on",
            _N("actions", "Turn auto-renew on…"),
            "auto_renew",
            Action.AUTO_RENEW_ON,
            PLAN,
        ),
        one(
            "auto_renew_off",
            _N("actions", "Turn auto-renew off…"),
            "auto_renew",
            Action.AUTO_RENEW_OFF,
            PLAN,
        ),
        one("auto_rebind", _N("actions", "Automatic rebind…"), "card", Action.AUTO_REBIND, PLAN),
        one(
            "tags",
            _N("actions", "Tags…"),
            "tag",
            Action.TAG,
            DESK,
            bar=_N("actions", "Tags"),
            shortcuts=("Ctrl+T",),
        ),
        one(
            "remark",
            _N("actions", "Edit remark"),
            "remark",
            Action.REMARK,
            DESK,
            run=remark,
            shortcuts=("F2",),
        ),
        one(
            "cancel",
            _N("actions", "Request account cancellation…"),
            "cancel_account",
            Action.CANCEL,
            FINAL,
            bar=_N("actions", "Cancel account"),
            danger=True,
        ),
    )


def _open(
    context: Context, action: Action, target: ActionTarget, parent: QWidget, room: CardsRoom
) -> None:
    # The dialogs come with pages of their own; they are read when first needed.
    from simdesk.ui.dialogs.acting import open_action

    current = target.current
    if current is not None and tuple(target.card_ids) != (current.id,):
        current = None

    def show_cards(question: object) -> None:
        if isinstance(question, CardFilter):
            room.show_cards(question)

    open_action(
        context,
        action,
        target.card_ids,
        current,
        parent,
        sent=room.show_operation,
        cards_wanted=show_cards,
    )

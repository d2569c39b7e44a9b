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
A = Action
TOP_UP, NETWORK, PLAN, DESK, FINAL = 10, 20, 30, 40, 90
"""Groups of the card menu, in their order."""
_CONTEXT_GROUPS = {TOP_UP: 20, NETWORK: 20, PLAN: 30, DESK: 40, FINAL: 90}


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
        action: Action,
        text: str,
        icon: str,
        group: int,
        *,
        bar: str | None = None,
        danger: bool = False,
        run: Callable[[ActionTarget], None] | None = None,
        shortcuts: tuple[str, ...] = (),
    ) -> ActionSpec:
        return ActionSpec(
            action_id(action),
            text,
            run or act(action),
            Menu.CARD,
            icon,
            shortcuts,
            group,
            Needs.CARDS,
            action,
            bar=bar,
            context=_CONTEXT_GROUPS[group],
            danger=danger,
        )

    return (
        ActionSpec(
            "card.details",
            _N("actions", "View details"),
            lambda target: room.show_details(),
            Menu.CARD,
            "details",
            ("Alt+Return", "Ctrl+Return"),
            0,
            Needs.CURRENT,
            context=10,
        ),
        one(A.RENEW, _N("actions", "Renew plan…"), "top_up", TOP_UP, bar=_N("actions", "Renew")),
        one(
            A.ADD_ON, _N("actions", "Purchase add-on…"), "add", TOP_UP, bar=_N("actions", "Add-on")
        ),
        one(A.SUSPEND, _N("actions", "Suspend…"), "suspend", NETWORK, bar=_N("actions", "Suspend")),
        one(A.RESUME, _N("actions", "Resume…"), "resume", NETWORK, bar=_N("actions", "Resume")),
        one(
            A.RESUME_USE,
            _N("actions", "Resume Use…"),
            "resume_use",
            NETWORK,
            bar=_N("actions", "Resume Use"),
        ),
        one(
            A.FORCE_ACTIVATE,
            _N("actions", "Force Activate…"),
            "activate",
            NETWORK,
            bar=_N("actions", "Activate"),
        ),
        one(A.USAGE_LIMIT, _N("actions", "Usage limit…"), "limit", PLAN),
        one(A.AUTO_RENEW_ON, _N("actions", "Turn auto-renew on…"), "auto_renew", PLAN),
        one(A.AUTO_RENEW_OFF, _N("actions", "Turn auto-renew off…"), "auto_renew", PLAN),
        one(A.AUTO_REBIND, _N("actions", "Automatic rebind…"), "card", PLAN),
        one(
            A.TAG,
            _N("actions", "Tags…"),
            "tag",
            DESK,
            bar=_N("actions", "Tags"),
            shortcuts=("Ctrl+T",),
        ),
        one(A.REMARK, _N("actions", "Edit remark"), "remark", DESK, run=remark, shortcuts=("F2",)),
        one(
            A.CANCEL,
            _N("actions", "Request account cancellation…"),
            "cancel_account",
            FINAL,
            bar=_N("actions", "Cancel account"),
            danger=True,
        ),
    )


def action_id(action: Action) -> str:
    """The id of the thing to press that stands for an act on cards."""
    return f"card.{action.value}"


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

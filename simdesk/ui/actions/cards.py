"""Everything that can be done to cards; the one place that knows which dialog each one opens."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from simdesk.models.action import Action
from simdesk.models.filters import CardFilter
from simdesk.models.texts import QT_TRANSLATE_NOOP
from simdesk.ui.actions.spec import ActionSpec, ActionTarget, Menu, Needs
from simdesk.ui.context import Context

A = Action
LOOKING, TOP_UP, NETWORK, PLAN, DESK, FINAL = 0, 10, 20, 30, 40, 90
"""Groups of the card menu, in their order."""
_CONTEXT_GROUPS = {TOP_UP: 20, NETWORK: 20, PLAN: 30, DESK: 40, FINAL: 90}


class CardsRoom(Protocol):
    """What the card actions need of the page."""

    def edit_remark(self) -> bool:
        """Edit the current card's remark in place; False where it cannot be seen."""

    def show_cards(self, question: CardFilter) -> None:
        """Ask for these cards."""

    def buy_for(self, card_ids: Sequence[int]) -> None:
        """Buy for the pool of these cards."""

    def show_operation(self, operation_id: str) -> None:
        """Show how an operation goes."""

    def show_details(self) -> None:
        """Look into the current card."""

    def show_sub_cards(self) -> None:
        """Look into the current card's sub-cards."""

    def sub_cards_reason(self) -> str | None:
        """Why the current card has no sub-cards to look into; None when it has."""


@dataclass(frozen=True)
class _Line:
    """One act on cards, as the menus have it; `bar` is its short name on the selection bar."""

    action: Action
    text: str
    icon: str
    group: int
    bar: str | None = None
    shortcuts: tuple[str, ...] = ()


_LINES = (
    _Line(
        A.RENEW,
        QT_TRANSLATE_NOOP("actions", "Renew plan…"),
        "top_up",
        TOP_UP,
        QT_TRANSLATE_NOOP("actions", "Renew"),
    ),
    _Line(
        A.ADD_ON,
        QT_TRANSLATE_NOOP("actions", "Purchase add-on…"),
        "add",
        TOP_UP,
        QT_TRANSLATE_NOOP("actions", "Add-on"),
    ),
    _Line(
        A.SUSPEND,
        QT_TRANSLATE_NOOP("actions", "Suspend…"),
        "suspend",
        NETWORK,
        QT_TRANSLATE_NOOP("actions", "Suspend"),
    ),
    _Line(
        A.RESUME,
        QT_TRANSLATE_NOOP("actions", "Resume…"),
        "resume",
        NETWORK,
        QT_TRANSLATE_NOOP("actions", "Resume"),
    ),
    _Line(
        A.RESUME_USE,
        QT_TRANSLATE_NOOP("actions", "Resume Use…"),
        "resume_use",
        NETWORK,
        QT_TRANSLATE_NOOP("actions", "Resume Use"),
    ),
    _Line(
        A.FORCE_ACTIVATE,
        QT_TRANSLATE_NOOP("actions", "Force Activate…"),
        "activate",
        NETWORK,
        QT_TRANSLATE_NOOP("actions", "Activate"),
    ),
    _Line(A.USAGE_LIMIT, QT_TRANSLATE_NOOP("actions", "Usage limit…"), "limit", PLAN),
    _Line(A.AUTO_RENEW_ON, QT_TRANSLATE_NOOP("actions", "Turn auto-renew on…"), "auto_renew", PLAN),
    _Line(
        A.AUTO_RENEW_OFF, QT_TRANSLATE_NOOP("actions", "Turn auto-renew off…"), "auto_renew", PLAN
    ),
    _Line(A.AUTO_REBIND, QT_TRANSLATE_NOOP("actions", "Automatic rebind…"), "card", PLAN),
    _Line(
        A.TAG,
        QT_TRANSLATE_NOOP("actions", "Tags…"),
        "tag",
        DESK,
        QT_TRANSLATE_NOOP("actions", "Tags"),
        ("Ctrl+T",),
    ),
    _Line(A.REMARK, QT_TRANSLATE_NOOP("actions", "Edit remark"), "remark", DESK, None, ("F2",)),
    _Line(
        A.CANCEL,
        QT_TRANSLATE_NOOP("actions", "Request account cancellation…"),
        "cancel_account",
        FINAL,
        QT_TRANSLATE_NOOP("actions", "Cancel account"),
    ),
)
"""Adding an act on cards is one line here, in the order of the menus (peers.md 4.4)."""


def card_actions(context: Context, parent: QWidget, room: CardsRoom) -> tuple[ActionSpec, ...]:
    """The Card menu."""
    return (*_looking(room), *(_spec(line, context, parent, room) for line in _LINES))


def _looking(room: CardsRoom) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "card.details",
            QT_TRANSLATE_NOOP("actions", "View details"),
            lambda target: room.show_details(),
            Menu.CARD,
            "details",
            ("Alt+Return", "Ctrl+Return"),
            LOOKING,
            Needs.CURRENT,
            context=10,
        ),
        ActionSpec(
            "card.sub_cards",
            QT_TRANSLATE_NOOP("actions", "Sub-cards"),
            lambda target: room.show_sub_cards(),
            Menu.CARD,
            group=LOOKING,
            needs=Needs.CURRENT,
            why_not=room.sub_cards_reason,
            context=10,
        ),
    )


def _spec(line: _Line, context: Context, parent: QWidget, room: CardsRoom) -> ActionSpec:
    def run(target: ActionTarget) -> None:
        in_place = line.action is Action.REMARK and len(target.card_ids) == 1
        if not (in_place and room.edit_remark()):
            _open(context, line.action, target, parent, room)

    return ActionSpec(
        action_id(line.action),
        line.text,
        run,
        Menu.CARD,
        line.icon,
        line.shortcuts,
        line.group,
        Needs.CARDS,
        line.action,
        bar=line.bar,
        context=_CONTEXT_GROUPS[line.group],
        danger=line.action.irreversible,
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
    alone = len(target.card_ids) == 1 and current is not None and target.card_ids[0] == current.id
    if not alone:
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
        pool_wanted=room.buy_for,
    )

"""Everything that can be done to cards; the one place that knows which dialog each one opens."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from simdesk.models.action import Action
from simdesk.models.filters import CardFilter
from simdesk.models.texts import QT_TRANSLATE_NOOP
from simdesk.ui.actions.spec import ActionSpec, ActionTarget, Menu, Needs
from simdesk.ui.context import Context

_N = QT_TRANSLATE_NOOP
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
    _Line(A.RENEW, _N("actions", "Renew plan…"), "top_up", TOP_UP, _N("actions", "Renew")),
    _Line(A.ADD_ON, _N("actions", "Purchase add-on…"), "add", TOP_UP, _N("actions", "Add-on")),
    _Line(A.SUSPEND, _N("actions", "Suspend…"), "suspend", NETWORK, _N("actions", "Suspend")),
    _Line(A.RESUME, _N("actions", "Resume…"), "resume", NETWORK, _N("actions", "Resume")),
    _Line(
        A.RESUME_USE,
        _N("actions", "Resume Use…"),
        "resume_use",
        NETWORK,
        _N("actions", "Resume Use"),
    ),
    _Line(
        A.FORCE_ACTIVATE,
        _N("actions", "Force Activate…"),
        "activate",
        NETWORK,
        _N("actions", "Activate"),
    ),
    _Line(A.USAGE_LIMIT, _N("actions", "Usage limit…"), "limit", PLAN),
    _Line(A.AUTO_RENEW_ON, _N("actions", "Turn auto-renew on…"), "auto_renew", PLAN),
    _Line(A.AUTO_RENEW_OFF, _N("actions", "Turn auto-renew off…"), "auto_renew", PLAN),
    _Line(A.AUTO_REBIND, _N("actions", "Automatic rebind…"), "card", PLAN),
    _Line(A.TAG, _N("actions", "Tags…"), "tag", DESK, _N("actions", "Tags"), ("Ctrl+T",)),
    _Line(A.REMARK, _N("actions", "Edit remark"), "remark", DESK, None, ("F2",)),
    _Line(
        A.CANCEL,
        _N("actions", "Request account cancellation…"),
        "cancel_account",
        FINAL,
        _N("actions", "Cancel account"),
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
            _N("actions", "View details"),
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
            _N("actions", "Sub-cards"),
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

"""What can be done to the operation that is chosen on its page, for keys and the palette."""

from typing import Protocol

from simdesk.models.operation_steps import Step
from simdesk.models.texts import QT_TRANSLATE_NOOP
from simdesk.ui.actions.spec import ActionSpec, Menu

MOVING, AFTERWARDS = 0, 10


class OperationsRoom(Protocol):
    """What these actions need of the window."""

    def do(self, step: Step) -> None:
        """Take a step with the chosen operation."""

    def why_not(self, step: Step) -> str | None:
        """Why it cannot be taken; None when it can."""


def operation_actions(room: OperationsRoom) -> tuple[ActionSpec, ...]:
    """The Operation menu."""

    def one(step: Step, text: str, icon: str, key: str | None, group: int) -> ActionSpec:
        return ActionSpec(
            f"operation.{step.value}",
            text,
            lambda target: room.do(step),
            Menu.OPERATION,
            icon,
            () if key is None else (key,),
            group,
            why_not=lambda: room.why_not(step),
            everywhere=True,
        )

    return (
        one(Step.PAUSE, QT_TRANSLATE_NOOP("actions", "Pause"), "pause", "F8", MOVING),
        one(Step.CARRY_ON, QT_TRANSLATE_NOOP("actions", "Continue"), "resume", "Shift+F8", MOVING),
        one(Step.STOP, QT_TRANSLATE_NOOP("actions", "Stop or revoke"), "stop", "Ctrl+F8", MOVING),
        one(Step.RETRY, QT_TRANSLATE_NOOP("actions", "Retry failures…"), "redo", None, AFTERWARDS),
        one(Step.REVERSE, QT_TRANSLATE_NOOP("actions", "Reverse…"), "undo", None, AFTERWARDS),
        one(Step.LOOK, QT_TRANSLATE_NOOP("actions", "Look now"), "sync", None, AFTERWARDS),
    )

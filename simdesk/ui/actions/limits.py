"""The operator's bounds: what a day may cost, how much of a pool it may close."""

from PySide6.QtWidgets import QWidget

from simdesk.models.texts import QT_TRANSLATE_NOOP
from simdesk.ui.actions.spec import ActionSpec, Menu
from simdesk.ui.context import Context

LIMITING = 40


def limits_actions(context: Context, window: QWidget) -> tuple[ActionSpec, ...]:
    """At the end of the Edit menu."""

    def ask() -> None:
        from simdesk.ui.dialogs.limits import LimitsDialog

        LimitsDialog(context, window).open()

    return (
        ActionSpec(
            "edit.limits",
            QT_TRANSLATE_NOOP("actions", "Limits…"),
            lambda target: ask(),
            Menu.EDIT,
            "limit",
            group=LIMITING,
            everywhere=True,
        ),
    )

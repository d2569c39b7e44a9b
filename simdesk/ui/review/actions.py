"""What can be done with a review, for keys and the palette; the banner offers the same."""

from collections.abc import Callable

from simdesk.models.texts import QT_TRANSLATE_NOOP
from simdesk.ui.actions.spec import ActionSpec, Menu

REVIEWING = 2
OF_REVIEWS = "review."
"""What the ids of these actions begin with; no other window has them."""
Offered = tuple[Callable[[], None], str | None]
"""What is run, and why it cannot be; None where it can."""


def review_actions(
    *, refused: Offered, find: Offered, compare: Offered, bring_back: Offered
) -> tuple[ActionSpec, ...]:
    """Further lines of the File menu of a review."""

    def one(name: str, text: str, offered: Offered) -> ActionSpec:
        run, why_not = offered
        return ActionSpec(
            f"{OF_REVIEWS}{name}",
            text,
            lambda target: run(),
            Menu.FILE,
            group=REVIEWING,
            why_not=lambda: why_not,
            everywhere=True,
        )

    return (
        one("refused", QT_TRANSLATE_NOOP("actions", "What was refused…"), refused),
        one("find", QT_TRANSLATE_NOOP("actions", "Find on the desk…"), find),
        one("compare", QT_TRANSLATE_NOOP("actions", "Compare…"), compare),
        one("bring_back", QT_TRANSLATE_NOOP("actions", "Bring changes back…"), bring_back),
    )

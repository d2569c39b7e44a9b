"""What the window needs of a simulated world, and the one way to let its days pass."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol

from simdesk.models.orders import Money
from simdesk.models.texts import Text
from simdesk.ui.context import Context

TASK = "world"
"""The name of the task in which days pass."""
SPEEDS = (1, 60, 3600)


class World(Protocol):
    """A simulated provider's world: practice is a feature."""

    paused: bool
    speed: float

    @property
    def now(self) -> datetime: ...

    @property
    def wallet(self) -> Money: ...

    @property
    def fault_name(self) -> str:
        """The fault profile in force."""
        ...

    @property
    def fault_choices(self) -> tuple[tuple[str, Text], ...]:
        """The name of every fault profile, and what it is called on the screen."""
        ...

    def break_by(self, name: str) -> None:
        """Let calls fail by this fault profile from now on."""

    async def set_wallet(self, money: Money) -> None:
        """Put money in, or take it out, until the wallet holds this much."""

    async def advance_to(
        self, target: date | datetime, progress: Callable[[int, int], None] | None = None
    ) -> None:
        """Let time pass to `target`; `progress` hears days done and days in all.

        Raises KnownError for a moment that has passed.
        """


def advance(
    context: Context,
    world: World,
    day: date,
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Let days pass, then bring the desk up to date; does nothing while days pass already."""

    async def go() -> None:
        try:
            await world.advance_to(day, progress)
        finally:
            context.tasks.start("sync", context.desk.following.sync(), replace=False)

    context.tasks.start(TASK, go(), replace=False)

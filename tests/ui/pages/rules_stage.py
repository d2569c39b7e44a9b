"""A real desk with rules under the window's pieces."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from simdesk.models.card import CardRow
from simdesk.ui.context import Context
from tests.services.test_automation import Stage, staged
from tests.ui.fakes import a_context


@asynccontextmanager
async def rules_desk(
    folder: Path, rows: Sequence[CardRow] = ()
) -> AsyncIterator[tuple[Stage, Context]]:
    """The stage of the service's tests and a context over it; tasks are ended afterwards."""
    async with staged(folder, rows) as stage:
        desk: Any = SimpleNamespace(
            automation=stage.rules, cards=stage.cards, announcer=stage.announcer
        )
        context = a_context(desk)
        try:
            yield stage, context
        finally:
            await context.tasks.aclose()
            context.bridge.close()

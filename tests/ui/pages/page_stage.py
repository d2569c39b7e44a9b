"""A page over a whole desk and its small world, shown and at rest."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QApplication, QDialog

from simdesk.compose import Desk
from simdesk.ui.context import Context
from simdesk.ui.listing.page import ListPage
from tests.services.small_desk import SmallDesk, small_desk
from tests.ui.fakes import a_context, until

D = TypeVar("D", bound=QDialog)
P = TypeVar("P", bound=ListPage)
S = TypeVar("S", bound="PageStage[Any]")


@dataclass
class PageStage(Generic[P]):
    small: SmallDesk
    context: Context
    page: P

    @property
    def desk(self) -> Desk:
        return self.small.desk

    def cells(self, row: int) -> list[str]:
        model = self.page.model
        return [str(model.index(row, at).data()) for at in range(model.columnCount())]

    def waiting(self) -> bool:
        """The page is about to ask for something by itself."""
        return False

    async def quiet(self) -> None:
        """Wait until nothing is asked, sent or written any more."""
        await until(lambda: not self.context.tasks.names() and not self.waiting())

    async def dialog(self, kind: type[D]) -> D:
        """The dialog of this kind that is open, once it has read what it shows."""
        await self.quiet()
        for found in QApplication.topLevelWidgets():
            if isinstance(found, kind) and found.isVisible():
                return found
        raise AssertionError(f"no {kind.__name__} is open")

    def messages(self) -> list[str]:
        return [one.words for one in self.context.messages.history]


@asynccontextmanager
async def page_stage(
    folder: Path,
    qtbot: Any,
    stage_of: Callable[[SmallDesk, Context, P], S],
    page_of: Callable[[Context], P],
    sync: Callable[[Desk], Awaitable[object]] | None = None,
) -> AsyncIterator[S]:
    """The page of a desk that was read by `sync` before it."""
    async with small_desk(folder) as small:
        if sync is not None:
            await sync(small.desk)
        context = a_context(small.desk)
        page = page_of(context)
        qtbot.addWidget(page)
        page.resize(1218, 700)
        page.show()
        stage = stage_of(small, context, page)
        await stage.quiet()
        try:
            yield stage
        finally:
            await context.tasks.aclose()
            context.bridge.close()

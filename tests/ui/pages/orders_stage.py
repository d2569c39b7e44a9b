"""The Orders page over a whole desk and its small world, synced."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtWidgets import QApplication, QDialog

from simdesk.compose import Desk
from simdesk.ui.context import Context
from simdesk.ui.pages.orders import OrdersPage
from simdesk.ui.pages.orders_columns import COLUMNS
from tests.services.small_desk import SmallDesk, small_desk
from tests.ui.fakes import a_context, until

D = TypeVar("D", bound=QDialog)


@dataclass
class OrdersStage:
    small: SmallDesk
    context: Context
    page: OrdersPage

    @property
    def desk(self) -> Desk:
        return self.small.desk

    def cells(self, row: int) -> list[str]:
        return [str(self.page.model.index(row, at).data()) for at in range(len(COLUMNS))]

    async def quiet(self) -> None:
        """Wait until nothing is asked or sent any more."""
        await until(lambda: not self.context.tasks.names() and not self.page._typing.isActive())

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
async def orders_stage(
    folder: Path, qtbot: Any, *, synced: bool = True
) -> AsyncIterator[OrdersStage]:
    async with small_desk(folder) as small:
        if synced:
            await small.desk.following.sync()
        context = a_context(small.desk)
        page = OrdersPage(context)
        qtbot.addWidget(page)
        page.resize(1218, 700)
        page.show()
        stage = OrdersStage(small, context, page)
        await stage.quiet()
        try:
            yield stage
        finally:
            await context.tasks.aclose()
            context.bridge.close()

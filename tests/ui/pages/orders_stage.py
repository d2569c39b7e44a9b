"""The Orders page over a whole desk and its small world, synced."""

from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

from simdesk.ui.pages.orders import OrdersPage
from tests.ui.pages.page_stage import PageStage, page_stage


class OrdersStage(PageStage[OrdersPage]):
    def waiting(self) -> bool:
        return self.page._typing.isActive()


def orders_stage(
    folder: Path, qtbot: Any, *, synced: bool = True
) -> AbstractAsyncContextManager[OrdersStage]:
    sync = (lambda desk: desk.following.sync()) if synced else None
    return page_stage(folder, qtbot, OrdersStage, OrdersPage, sync)

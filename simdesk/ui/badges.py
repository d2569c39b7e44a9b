"""The numbers and dots beside the names of pages: what waits for people there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from simdesk.ui.navigation import NavigationPane
from simdesk.ui.operations_watch import OperationsWatch
from simdesk.ui.text import count_shown

if TYPE_CHECKING:
    from simdesk.ui.context import Context


class Badges(QObject):
    """Listens to what changes, counts anew, and tells the navigation pane."""

    def __init__(
        self, context: "Context", navigation: NavigationPane, operations: OperationsWatch
    ) -> None:
        super().__init__(navigation)
        self._context = context
        self._navigation = navigation
        operations.badge_changed.connect(self._on_operations_badge)
        context.bridge.orders_changed.connect(self._on_orders_changed)
        context.bridge.notifications_changed.connect(self._on_notifications_changed)

    def load(self) -> None:
        """Count what there is; what operations have is told by those who watch them."""
        self._on_orders_changed()
        self._context.tasks.start("unread notifications", self._count_unread(), replace=True)

    def _on_operations_badge(self, words: str, count: int) -> None:
        self._navigation.show_badge("operations", words, count)

    def _on_orders_changed(self) -> None:
        self._context.tasks.start("doubts", self._count_doubts(), replace=True)

    async def _count_doubts(self) -> None:
        count = len(await self._context.desk.purchases.doubts())
        words = self.tr("{count} in doubt").format(count=count_shown(count)) if count else ""
        self._navigation.show_badge("orders", words)

    def _on_notifications_changed(self, unread: int) -> None:
        words = self.tr("{count} not read").format(count=count_shown(unread)) if unread else ""
        self._navigation.show_badge("notifications", words)

    async def _count_unread(self) -> None:
        self._on_notifications_changed(await self._context.desk.automation.unread())

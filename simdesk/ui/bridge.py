"""Facts that services announce, as Qt signals."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simdesk.models.changes import (
    CardsChanged,
    Change,
    ExportsChanged,
    NotificationsChanged,
    OperationsChanged,
    OrdersChanged,
    RulesChanged,
    SearchesChanged,
    SyncMoved,
    TagsChanged,
    UndoChanged,
    VouchersChanged,
)

if TYPE_CHECKING:
    from simdesk.services.announcer import Announcer


class Bridge(QObject):
    """Every page listens here; none knows who changed what."""

    cards_changed = Signal(object)
    """A CardsChanged."""
    operations_changed = Signal(str)
    exports_changed = Signal(int)
    tags_changed = Signal()
    vouchers_changed = Signal(object)
    """A VouchersChanged."""
    orders_changed = Signal()
    rules_changed = Signal()
    notifications_changed = Signal(int)
    """How many are unread."""
    searches_changed = Signal()
    undo_changed = Signal()
    sync_moved = Signal(object)
    """A SyncMoved."""

    def __init__(self, announcer: "Announcer", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unsubscribe = announcer.subscribe(self._on_announced)

    def close(self) -> None:
        """Hear nothing more."""
        self._unsubscribe()

    def _on_announced(self, change: Change) -> None:
        match change:
            case CardsChanged():
                self.cards_changed.emit(change)
            case OperationsChanged(operation_id=operation):
                self.operations_changed.emit(operation)
            case ExportsChanged(export_id=export):
                self.exports_changed.emit(export)
            case TagsChanged():
                self.tags_changed.emit()
            case VouchersChanged():
                self.vouchers_changed.emit(change)
            case OrdersChanged():
                self.orders_changed.emit()
            case RulesChanged():
                self.rules_changed.emit()
            case NotificationsChanged(unread=unread):
                self.notifications_changed.emit(unread)
            case SearchesChanged():
                self.searches_changed.emit()
            case UndoChanged():
                self.undo_changed.emit()
            case SyncMoved():
                self.sync_moved.emit(change)

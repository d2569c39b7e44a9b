"""Facts that services announce, as Qt signals."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from simdesk.models.changes import (
    AuditChanged,
    BackupsChanged,
    CardsChanged,
    Change,
    ExportsChanged,
    NotificationsChanged,
    OperationsChanged,
    OrdersChanged,
    PreferencesChanged,
    RulesChanged,
    SearchesChanged,
    SendingChanged,
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
    sending_changed = Signal()
    audit_changed = Signal()
    backups_changed = Signal()
    preferences_changed = Signal()

    def __init__(self, announcer: "Announcer", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: Mapping[type[Change], Callable[[Any], object]] = {
            CardsChanged: self.cards_changed.emit,
            OperationsChanged: lambda change: self.operations_changed.emit(change.operation_id),
            ExportsChanged: lambda change: self.exports_changed.emit(change.export_id),
            TagsChanged: lambda _: self.tags_changed.emit(),
            VouchersChanged: self.vouchers_changed.emit,
            OrdersChanged: lambda _: self.orders_changed.emit(),
            RulesChanged: lambda _: self.rules_changed.emit(),
            NotificationsChanged: lambda change: self.notifications_changed.emit(change.unread),
            SearchesChanged: lambda _: self.searches_changed.emit(),
            UndoChanged: lambda _: self.undo_changed.emit(),
            SyncMoved: self.sync_moved.emit,
            SendingChanged: lambda _: self.sending_changed.emit(),
            AuditChanged: lambda _: self.audit_changed.emit(),
            BackupsChanged: lambda _: self.backups_changed.emit(),
            PreferencesChanged: lambda _: self.preferences_changed.emit(),
        }
        self._unsubscribe = announcer.subscribe(self._on_announced)

    def close(self) -> None:
        """Hear nothing more."""
        self._unsubscribe()

    def _on_announced(self, change: Change) -> None:
        self._told[type(change)](change)

"""Facts that services announce: what changed, never what to redraw."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardsChanged:
    """`card_ids` None means many: ask again. `fields` are filter field names that may differ."""

    card_ids: frozenset[int] | None
    fields: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class OperationsChanged:
    operation_id: str


@dataclass(frozen=True, slots=True)
class ExportsChanged:
    export_id: int


@dataclass(frozen=True, slots=True)
class TagsChanged:
    """Names of tags came or went."""


@dataclass(frozen=True, slots=True)
class VouchersChanged:
    """Pool figures or limits of these vouchers are different; None means many."""

    vouchers: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class OrdersChanged:
    """Orders or purchases came in or moved on."""


@dataclass(frozen=True, slots=True)
class RulesChanged:
    """Automation rules came, went or were edited."""


@dataclass(frozen=True, slots=True)
class NotificationsChanged:
    """A check notified, or notifications were read. `unread` counts those not looked at."""

    unread: int


@dataclass(frozen=True, slots=True)
class SearchesChanged:
    """Saved searches came or went."""


@dataclass(frozen=True, slots=True)
class UndoChanged:
    """What undo and redo would do is different now."""


@dataclass(frozen=True, slots=True)
class SyncMoved:
    """A sync's progress: `done` of `total` cards (total None while unknown); state in words."""

    running: bool
    phase: str
    done: int
    total: int | None
    seconds_left: float | None = None


@dataclass(frozen=True, slots=True)
class SendingChanged:
    """Sending was switched off, or on again."""


@dataclass(frozen=True, slots=True)
class AuditChanged:
    """Records were added to the audit."""


@dataclass(frozen=True, slots=True)
class BackupsChanged:
    """A backup was made, or others were dropped."""


@dataclass(frozen=True, slots=True)
class PreferencesChanged:
    """Other settings of the operator's are in force."""


Change = (
    CardsChanged
    | OperationsChanged
    | ExportsChanged
    | TagsChanged
    | VouchersChanged
    | OrdersChanged
    | RulesChanged
    | NotificationsChanged
    | SearchesChanged
    | UndoChanged
    | SyncMoved
    | SendingChanged
    | AuditChanged
    | BackupsChanged
    | PreferencesChanged
)

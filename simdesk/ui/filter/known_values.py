"""Values the desk holds, kept at hand for completion."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from simdesk.models.changes import CardsChanged
from simdesk.ui.context import Context


class KnownValues(QObject):
    """Answers at once with what is at hand and reads the rest beside the work."""

    learned = Signal(str)
    """Name of the field whose values have come."""

    def __init__(self, context: Context, purpose: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._purpose = purpose
        self._values: dict[str, tuple[str, ...]] = {}
        self._old: set[str] = set()
        context.bridge.tags_changed.connect(self._on_tags_changed)
        context.bridge.cards_changed.connect(self._on_cards_changed)

    def of(self, field: str) -> Sequence[str]:
        """Distinct values of `field` known by now; asks for them when they are new or old."""
        if field not in self._values or field in self._old:
            name = f"{self._purpose}: values of {field}"
            self._context.tasks.start(name, self._learn(field), replace=False)
        return self._values.get(field, ())

    async def _learn(self, field: str) -> None:
        self._old.discard(field)
        values = await self._context.desk.cards.known(field)
        if values != self._values.get(field):
            self._values[field] = values
            self.learned.emit(field)

    def _on_tags_changed(self) -> None:
        self._old.add("tag")

    def _on_cards_changed(self, change: CardsChanged) -> None:
        self._old.update(self._values if change.fields is None else change.fields)

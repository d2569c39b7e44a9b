"""What every control of the advanced search has in common."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simdesk.models.filters import Term
from simdesk.ui.filter.criteria import Criterion


class Editor(QWidget):
    """Edits one criterion's values; negation and emptiness belong to the row around it.

    `changed` tells that `term` may answer differently, `submitted` that Enter was pressed.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(self, criterion: Criterion, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.criterion = criterion
        self.name = name
        """The criterion's label in the window's language."""

    def show_term(self, term: Term | None) -> None:
        """Show the values of `term`, or none; announces nothing."""
        raise RuntimeError(type(self).__name__)

    def term(self) -> Term | None:
        """What is asked, None for nothing. Raises KnownError where a value cannot be read."""
        raise RuntimeError(type(self).__name__)

    def offer(self, values: tuple[str, ...]) -> None:
        """Take `values` the desk holds, for completion."""
        del values

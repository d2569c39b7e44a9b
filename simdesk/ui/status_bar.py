"""The line of facts under the table: matching of total, selected, usage, as of when."""

from datetime import date, datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from simdesk.ui.cards.presenter import Facts
from simdesk.ui.measures import line_room
from simdesk.ui.short_label import ShortLabel
from simdesk.ui.text import age_shown, count_shown, size_shown
from simdesk.ui.theme import LARGE

HEIGHT = 28


class FactsBar(QFrame):
    """Facts of the page, the right one first; the as-of turns `warn` when it is old."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facts")
        self.setFixedHeight(line_room(HEIGHT))
        self._facts = QLabel(self)
        self._as_of = ShortLabel(self)
        self._column = ShortLabel(self)
        self._tip = ShortLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, 0, LARGE, 0)
        row.setSpacing(0)
        row.addWidget(self._facts)
        row.addWidget(self._as_of)
        row.addWidget(self._column)
        row.addStretch(1)
        row.addWidget(self._tip)
        self._facts.setAccessibleName(self.tr("Facts"))
        self._column.setAccessibleName(self.tr("Values of the column"))

    def show_facts(self, facts: Facts, today: date) -> None:
        """Tell these facts; `today` is the provider's business date."""
        parts = [self._matching(facts)]
        if facts.selected:
            parts.append(self.tr("{count} selected").format(count=count_shown(facts.selected)))
        if facts.usage_kb is not None:
            parts.append(size_shown(facts.usage_kb))
        self._facts.setText(" · ".join(parts))
        self._show_as_of(facts.usage_as_of, today)

    def _matching(self, facts: Facts) -> str:
        if facts.total is None:
            return count_shown(facts.matching) if facts.complete else self.tr("Reading cards")
        return self.tr("{matching} of {total}").format(
            matching=count_shown(facts.matching), total=count_shown(facts.total)
        )

    def _show_as_of(self, as_of: datetime | None, today: date) -> None:
        words, late = age_shown(as_of, today)
        self._as_of.setText(f" · {words}" if words else "")
        role = "warn" if late else None
        if self._as_of.property("role") != role:
            self._as_of.setProperty("role", role)
            self._as_of.style().unpolish(self._as_of)
            self._as_of.style().polish(self._as_of)

    def show_column(self, words: str) -> None:
        """How many values the current column has; empty for nothing to tell."""
        self._column.setText(f" · {words}" if words else "")

    def show_tip(self, words: str) -> None:
        """What the menu entry under the mouse or keys would do, or why it cannot."""
        self._tip.setText(words)

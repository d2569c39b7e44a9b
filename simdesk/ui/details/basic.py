"""Basic information: every field of a card that the desk holds, in groups, with its as-of."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from simdesk.models.card import CardRow
from simdesk.ui.context import Context
from simdesk.ui.details import freshness
from simdesk.ui.details.fact_line import FactLine
from simdesk.ui.details.fields import FACT_GROUPS, Fact, FactGroup, Source
from simdesk.ui.details.panel import Panel
from simdesk.ui.details.words import Words, keep_width
from simdesk.ui.review.told import fact_told
from simdesk.ui.text import shown


class BasicTab(Panel):
    """The fields as lines; what only details tell says so until they have been read."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(QMargins(0, 8, 0, 16), parent)
        self._context = context
        self._lines: list[tuple[Fact, FactLine]] = []
        self._stamps: list[tuple[FactGroup, Words]] = []
        self.setAccessibleName(self.tr("Basic information"))
        self.content.setSpacing(0)
        for group in FACT_GROUPS:
            facts = _listed(group, context.told)
            if not facts:
                continue
            self.content.addLayout(self._header(group, self.ground))
            for fact in facts:
                self.content.addWidget(self._line(fact, self.ground))
            self.content.addSpacing(12)
        self.content.addStretch(1)

    def _header(self, group: FactGroup, parent: QWidget) -> QHBoxLayout:
        of_sheet = self._context.reviewing and group.source is Source.DESK
        words = self.tr("In the spreadsheet") if of_sheet else shown(group.label)
        title = Words(parent, words, strong=True)
        keep_width(title, title.fontMetrics().horizontalAdvance(title.text()) * 5 // 4 + 4)
        stamp = Words(parent, muted=True)
        stamp.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._stamps.append((group, stamp))
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(title)
        row.addWidget(stamp, 1)
        return row

    def _line(self, fact: Fact, parent: QWidget) -> FactLine:
        line = FactLine(shown(fact.label), identifier=fact.identifier, parent=parent)
        line.copy_wanted.connect(self._on_copy_wanted)
        self._lines.append((fact, line))
        return line

    def lines(self) -> dict[str, str]:
        """What is listed now: name of the field to the value that would be copied."""
        return {line.name: line.value for _, line in self._lines if not line.isHidden()}

    def line(self, name: str) -> FactLine:
        """The line of one field. Raises StopIteration for a field that is not listed."""
        return next(line for _, line in self._lines if line.name == name)

    def stamps(self) -> dict[str, str]:
        """The as-of of each group, by the group's name."""
        return {shown(group.label): stamp.text() for group, stamp in self._stamps}

    def show_card(self, row: CardRow, now: datetime) -> None:
        """List the fields of `row`; `now` is the provider's business time."""
        unread = "—" if self._context.reviewing else self.tr("not read yet")
        for fact, line in self._lines:
            line.setVisible(fact.applies is None or fact.applies(row))
            missing = unread if fact.source is Source.DETAILS and row.details is None else "—"
            copied = None if fact.copied is None else fact.copied(row)
            line.show_value(fact.read(row), copied, missing=missing)
        for group, stamp in self._stamps:
            as_of = _as_of(group.source, row, now)
            stamp.say(str(as_of or ""), "warn" if as_of is not None and as_of.stale else None)

    def _on_copy_wanted(self, name: str, value: str) -> None:
        QGuiApplication.clipboard().setText(value)
        self._context.messages.tell(self.tr("Copied {name}").format(name=name))


def _listed(group: FactGroup, told: frozenset[str] | None) -> Sequence[Fact]:
    """The lines of a group; of a spreadsheet only those that it tells."""
    if told is None:
        return group.facts
    return [fact for fact in group.facts if fact_told(fact.label.source, told)]


def _as_of(source: Source, row: CardRow, now: datetime) -> freshness.Freshness | None:
    match source:
        case Source.LIST:
            return freshness.of_reading(row.stamps.listed_at, now)
        case Source.DETAILS:
            return freshness.of_reading(row.stamps.detailed_at, now)
        case Source.USAGE:
            return freshness.of_usage(row.facts.usage_as_of, now)
        case Source.DESK:
            return None

"""Two sides compared: what came, went and changed, with before and after; a list to take along."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget

from simdesk.models.errors import KnownError
from simdesk.models.sheet_comparison import ComparedSheets
from simdesk.models.sheet_lines import LineKind, LineQuestion, SheetLine
from simdesk.services.sheet_comparison import ComparisonDesk, SheetComparison
from simdesk.services.sheet_job import Moved
from simdesk.services.sheet_words import field_title
from simdesk.ui import icons
from simdesk.ui.context import Context
from simdesk.ui.details.words import Words
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.listing.exporting import choose_target, export_list
from simdesk.ui.review.line_columns import BEFORE_AND_AFTER, LineGroup
from simdesk.ui.review.lines_view import LinesView
from simdesk.ui.text import count_shown, shown, size_shown

_SIZE = (1240, 680)
Comparing = Callable[[Moved], Awaitable[SheetComparison]]


class ComparisonDialog(DialogFrame):
    """Begins at once; closing gives up. `line_wanted` carries the line whose card is wanted."""

    line_wanted = Signal(object)

    def __init__(
        self,
        context: Context,
        sides: tuple[str, str],
        comparing: Comparing,
        exporting: Callable[[], ComparisonDesk],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        before, after = sides
        self.show_heading(
            self.tr("“{before}” compared with “{after}”").format(before=before, after=after)
        )
        self._context = context
        self._sides = sides
        self._exporting = exporting
        self._task = f"compare {id(self):x}"
        self.comparison: SheetComparison | None = None
        self.summary = QLabel(self)
        self.summary.setProperty("strong", True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setWordWrap(True)
        self.cautions = Words(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the comparison"))
        self.view = LinesView(context.tasks, BEFORE_AND_AFTER, self)
        self.show_card = QPushButton(icons.icon("card"), self.tr("Show card"), self)
        self.show_card.setAutoDefault(False)
        self._lay_out()
        self.view.line_wanted.connect(self.line_wanted)
        self.view.table.selectionModel().selectionChanged.connect(lambda *_: self._arm())
        self.view.model.modelReset.connect(self._arm)
        self.view.model.dataChanged.connect(self._arm)
        self.show_card.clicked.connect(self._on_show_card)
        self.resize(*_SIZE)
        self._begin(comparing)

    def _lay_out(self) -> None:
        for part in (self.summary, self.cautions, self.bar):
            self.content.addWidget(part)
        self.content.addWidget(self.view, 1)
        self.content.addWidget(self.show_card, 0, Qt.AlignmentFlag.AlignRight)
        self.cautions.hide()
        self.view.setEnabled(False)
        self.set_confirm(self.tr("Export…"), by_enter=False)
        self.safe_button.setText(self.tr("Cancel"))
        self._arm()

    # Comparing

    def _begin(self, comparing: Comparing) -> None:
        self.summary.setText(self.tr("Comparing all cards of both sides…"))
        self.bar.setRange(0, 0)
        self._context.tasks.start(self._task, self._compare(comparing), replace=False)

    async def _compare(self, comparing: Comparing) -> None:
        try:
            comparison = await comparing(self._on_moved)
        except KnownError as error:
            self.summary.setText(self.tr("They could not be compared."))
            self.bar.hide()
            self.show_error(error)
            return
        self.show_comparison(comparison)

    def _on_moved(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def show_comparison(self, comparison: SheetComparison) -> None:
        """Say what differs."""
        self.comparison = comparison
        found = comparison.found
        self.bar.hide()
        self.safe_button.setText(self.tr("Close"))
        self.summary.setText(self._summarised(found))
        self.cautions.say("\n".join(map(shown, found.cautions)), "warn")
        self.cautions.setVisible(bool(found.cautions))
        self.view.setEnabled(True)
        self.view.show_source(comparison, self._groups(found))
        self.view.groups.setFocus()
        self._arm()

    def _summarised(self, found: ComparedSheets) -> str:
        parts = [
            (found.same, self.tr("{count} the same")),
            (found.added, self.tr("{count} added")),
            (found.gone, self.tr("{count} gone")),
            (found.changed, self.tr("{count} changed")),
        ]
        cards = self.tr("1 card") if found.cards == 1 else self.tr("{count} cards")
        words = cards.format(count=count_shown(found.cards)) + ": "
        words += " · ".join(one.format(count=count_shown(count)) for count, one in parts)
        if found.usage_kb:
            used = (
                self.tr("{size} more used") if found.usage_kb > 0 else self.tr("{size} less used")
            )
            words += " · " + used.format(size=size_shown(abs(found.usage_kb)))
        return words

    def _groups(self, found: ComparedSheets) -> list[LineGroup]:
        groups = [
            LineGroup(self.tr("Cards added"), found.added, LineQuestion(LineKind.ADDED)),
            LineGroup(self.tr("Cards gone"), found.gone, LineQuestion(LineKind.GONE)),
            LineGroup(self.tr("Cards changed"), found.changed, LineQuestion(LineKind.CHANGED)),
        ]
        groups += [
            LineGroup(
                shown(field_title(name)), count, LineQuestion(LineKind.CHANGED, name), inner=True
            )
            for name, count in found.fields.items()
            if count
        ]
        groups.insert(
            0,
            LineGroup(
                self.tr("All differences"),
                found.added + found.gone + found.changed,
                LineQuestion(),
            ),
        )
        return groups

    # Acting

    def _arm(self) -> None:
        total = self.view.model.total
        words = self.tr("Export 1 line…") if total == 1 else self.tr("Export {count} lines…")
        self.confirm_button.setText(words.format(count=count_shown(total)))
        self.confirm_button.setAccessibleName(self.confirm_button.text())
        self.confirm_button.setEnabled(self.comparison is not None and total > 0)
        self.show_card.setEnabled(bool(self.view.table.chosen))

    def _on_show_card(self) -> None:
        chosen: tuple[SheetLine, ...] = self.view.table.chosen
        if chosen:
            self.line_wanted.emit(chosen[0])

    def confirmed(self) -> None:
        today = self._context.desk.cards.today()
        name = self.tr("comparison {day}.xlsx")
        day = QDate(today.year, today.month, today.day).toString(Qt.DateFormat.ISODate)
        choose_target(self, self.tr("Export the lines"), name.format(day=day), self.export_to)

    def export_to(self, target: Path) -> None:
        """Write the lines that are shown, beside the work."""
        comparison, asked = self.comparison, self.view.question
        if comparison is None or asked is None:
            return
        export_list(
            self._context,
            target,
            lambda path: comparison.export(path, asked, self._exporting()),
            self.tr("Exported 1 line to “{name}”."),
            self.tr("Exported {count} lines to “{name}”."),
        )

    # Ending

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._context.tasks.cancel(self._task)
            self.view.leave()

    async def aclose(self) -> None:
        """Take the lines away; the dialog shows nothing any more."""
        comparison, self.comparison = self.comparison, None
        if comparison is not None:
            await comparison.aclose()

"""Two sides compared: what came, went and changed, with before and after; a list to take along."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from simdesk.models.errors import KnownError
from simdesk.models.sheet_comparison import ComparedSheets
from simdesk.models.sheet_lines import LineKind, LineQuestion, SheetLine
from simdesk.services.sheet_comparison import ComparisonDesk, SheetComparison
from simdesk.services.sheet_job import Moved
from simdesk.services.sheet_words import field_title
from simdesk.ui import icons
from simdesk.ui.context import Context
from simdesk.ui.joining import told
from simdesk.ui.listing.exporting import choose_target, export_list
from simdesk.ui.review.line_columns import BEFORE_AND_AFTER, LineGroup
from simdesk.ui.review.lines_dialog import LinesDialog
from simdesk.ui.text import count_shown, shown, size_shown

_SIZE = (1240, 680)
Comparing = Callable[[Moved], Awaitable[SheetComparison]]


class ComparisonDialog(LinesDialog):
    """Begins at once."""

    def __init__(
        self,
        context: Context,
        sides: tuple[str, str],
        comparing: Comparing,
        exporting: Callable[[], ComparisonDesk],
        parent: QWidget | None = None,
    ) -> None:
        before, after = sides
        super().__init__(
            context,
            self.tr("“{before}” compared with “{after}”").format(before=before, after=after),
            BEFORE_AND_AFTER,
            self.tr("Progress of the comparison"),
            parent,
        )
        self._exporting = exporting
        self.comparison: SheetComparison | None = None
        self.show_card = QPushButton(icons.icon("card"), self.tr("Show card"), self)
        self.show_card.setAutoDefault(False)
        self.content.addWidget(self.show_card, 0, Qt.AlignmentFlag.AlignRight)
        self.set_confirm(self.tr("Export…"), by_enter=False)
        self._arm()
        self.view.table.selectionModel().selectionChanged.connect(lambda *_: self._arm())
        self.view.model.modelReset.connect(self._arm)
        self.view.model.dataChanged.connect(self._arm)
        self.show_card.clicked.connect(self._on_show_card)
        self.resize(*_SIZE)
        self.look(self.tr("Comparing all cards of both sides…"), self._compare(comparing))

    # Comparing

    async def _compare(self, comparing: Comparing) -> None:
        try:
            comparison = await comparing(self.on_moved)
        except KnownError as error:
            self.show_failure(self.tr("They could not be compared."), error)
            return
        self.show_comparison(comparison)

    def show_comparison(self, comparison: SheetComparison) -> None:
        """Say what differs."""
        self.comparison = comparison
        found = comparison.found
        self.show_lines(comparison, self._summarised(found), found.cautions, self._groups(found))
        self._arm()

    def _summarised(self, found: ComparedSheets) -> str:
        parts = [
            (found.same, self.tr("{count} the same")),
            (found.added, self.tr("{count} added")),
            (found.gone, self.tr("{count} gone")),
            (found.changed, self.tr("{count} changed")),
        ]
        cards = self.tr("1 card") if found.cards == 1 else self.tr("{count} cards")
        facts = [one.format(count=count_shown(count)) for count, one in parts]
        if found.usage_kb:
            used = (
                self.tr("{size} more used") if found.usage_kb > 0 else self.tr("{size} less used")
            )
            facts.append(used.format(size=size_shown(abs(found.usage_kb))))
        return told(cards.format(count=count_shown(found.cards)), " · ".join(facts))

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

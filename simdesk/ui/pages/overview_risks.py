"""The alert counters: stopped and suspended by reason, plans that end, data that runs out."""

from PySide6.QtWidgets import QWidget

from simdesk.models.overview import Counter, Figure, Overview
from simdesk.models.periods import EXPIRY_WARNING_DAYS
from simdesk.ui.pages.overview_grid import Row
from simdesk.ui.pages.overview_section import Section
from simdesk.ui.text import shown


class RisksSection(Section):
    """Each counter in all, and by kind of plan (domain.md 3.5)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kinds = (self.tr("Single-card"), self.tr("Same-tier"), self.tr("Pooled"))
        self.lay_out(self.tr("Stopped, suspended, warned"), (self.tr("Total"), *kinds))

    def show_overview(self, overview: Overview) -> None:
        """Show the counters and their sums."""
        risks = overview.risks
        rows = [_row(shown(reason.label), counter) for reason, counter in risks.stops]
        rows += [
            _row(self.tr("All stopped and suspended"), risks.stopped, strong=True),
            _row(
                self.tr("Plan ends within {days} days").format(days=EXPIRY_WARNING_DAYS),
                risks.expiring,
            ),
            _single(self.tr("At most 10 % of the data left"), risks.left_10),
            _single(self.tr("10 to 30 % of the data left"), risks.left_30),
            Row(
                self.tr("All warnings"),
                (risks.all_warnings, None, None, None),
                strong=True,
                tip=self.tr(
                    "Stopped and suspended, plans that end, and at most 10 % left, added up; "
                    "a card can be in two of them."
                ),
            ),
        ]
        self.show_rows(rows)


def _row(what: str, counter: Counter, *, strong: bool = False) -> Row:
    figures = (counter.total, counter.single_card, counter.same_tier, counter.pooled)
    return Row(what, figures, strong=strong)


def _single(what: str, figure: Figure) -> Row:
    """Only single-card plans have data of their own."""
    return Row(what, (figure, figure, None, None))

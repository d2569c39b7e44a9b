"""The audit: every act of every operator, newest first; found, verified, exported (4.7)."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from simdesk.models.audit import AuditFilter, AuditRecord
from simdesk.models.filters import CardFilter
from simdesk.services.audit import LISTED
from simdesk.ui import icons
from simdesk.ui.context import Context
from simdesk.ui.listing.exporting import choose_target, export_list
from simdesk.ui.listing.page import ListPage
from simdesk.ui.pages.audit_columns import (
    SUBJECT_COLUMN,
    SUMMARY_COLUMN,
    NamedDelegate,
    audit_model,
)
from simdesk.ui.pages.audit_filter import AuditFilterRow
from simdesk.ui.pages.audit_panel import AuditPanel
from simdesk.ui.pages.audit_verdict import AuditVerdictBar
from simdesk.ui.spaced import Spaced
from simdesk.ui.text import count_shown

TYPING_MS = 250
"""A pause in typing after which the words are asked for."""
SOON_MS, SPACING_MS = 100, 2_000
"""New records are listed so soon, and so often while they keep coming."""
VERIFYING = "verify audit"
_OLDER = "older audit records"
_NEAR_END = 30


class AuditPage(ListPage):
    """Older records are read as one scrolls. `operation_wanted` carries an operation's id."""

    operation_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            self.tr("Audit"),
            audit_model(),
            self._listed,
            stretched=SUMMARY_COLUMN,
            parent=parent,
        )
        self._total = 0
        self.table.setItemDelegateForColumn(SUBJECT_COLUMN, NamedDelegate(self.table))
        self.filter = AuditFilterRow(context.desk.audit.today, self)
        self.verdict = AuditVerdictBar(self)
        self.panel = AuditPanel(self)
        self.search.setPlaceholderText(self.tr("Operator, card, reason…"))
        self.above.addWidget(self.filter)
        self.above.addWidget(self.verdict)
        self.under.addWidget(self.panel)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._reading = Spaced(self.load, SOON_MS, SPACING_MS, self)
        self.show_action = self.act(
            self.tr("Show it"), "open", self.panel.show_subject, "Return", button=False
        )
        self.verify_action = self.act(
            self.tr("Verify chain"), "verify", self.verify, "Ctrl+I", kind="primary"
        )
        self.export_action = self.act(self.tr("Export…"), "export", self.export, "Ctrl+S")
        self.empty.offer("", "clear", self._on_empty_offer)
        self._follow()
        self.refresh()

    def _follow(self) -> None:
        self.panel.cards_wanted.connect(self.cards_wanted)
        self.panel.operation_wanted.connect(self.operation_wanted)
        self.filter.changed.connect(self.load)
        self.verdict.stop_wanted.connect(lambda: self.context.tasks.cancel(VERIFYING))
        self._typing.timeout.connect(self.load)
        self.table.doubleClicked.connect(self.show_action.trigger)
        self.table.verticalScrollBar().valueChanged.connect(self._read_on)
        self.context.bridge.audit_changed.connect(self._on_audit_changed)
        self.context.tasks.busy_changed.connect(self._on_verifying)

    # Asking

    @property
    def question(self) -> AuditFilter:
        """Which records are asked for."""
        return self.filter.question(self.search.text().strip(), self.context.desk.audit.today)

    def narrow(self, words: str) -> None:
        del words
        self._typing.start()

    async def _listed(self) -> Sequence[AuditRecord]:
        limit = max(LISTED, len(self.model.told))
        found = await self.context.desk.audit.list(self.question, limit)
        self._total = found.total
        return found.records

    def _read_on(self) -> None:
        """Read older ones where the end of what is read comes in sight, in the told order."""
        bar, told = self.table.verticalScrollBar(), self.model.told
        sorted_otherwise = self.table.horizontalHeader().sortIndicatorSection() >= 0
        if sorted_otherwise or len(told) >= self._total or bar.value() < bar.maximum() - _NEAR_END:
            return
        reading = self._read_older(self.question, told[-1].number)
        self.context.tasks.start(_OLDER, reading, replace=False)

    async def _read_older(self, question: AuditFilter, before: int) -> None:
        found = await self.context.desk.audit.list(question, LISTED, before)
        told = self.model.told
        if question == self.question and told and told[-1].number == before:
            self._total = found.total
            self.model.append_rows(found.records)
            self.refresh()

    # Telling

    def refresh(self) -> None:
        record: AuditRecord | None = self.one
        self.panel.show_record(record)
        self.show_action.setEnabled(self.panel.leads_somewhere)
        self.export_action.setEnabled(self._total > 0)
        asked = self.filter.narrowed or bool(self.search.text().strip())
        self._say_empty(asked)
        self.facts.setText(self._facts_words())

    def _say_empty(self, asked: bool) -> None:
        teaching = self.tr(
            "Nothing was done on this desk yet. Every act will be written here, single edits too:"
            " who did it, when, what was before and after. Nobody can change a record unnoticed."
        )
        self.empty.say(self.tr("No record matches.") if asked else teaching)
        words = self.tr("Clear the filter") if asked else self.tr("Show the cards")
        self.empty.button.setIcon(icons.icon("clear" if asked else "cards"))
        self.empty.button.setText(words)
        self.empty.button.setAccessibleName(words)

    def _on_empty_offer(self) -> None:
        if self.filter.narrowed or self.search.text().strip():
            self._on_clear()
        else:
            self.cards_wanted.emit(CardFilter())

    def _facts_words(self) -> str:
        shown_now, total = len(self.model.rows), self._total
        if total > shown_now:
            words = self.tr("{shown} of {total} records, older ones follow as you scroll")
        else:
            words = self.tr("1 record") if total == 1 else self.tr("{total} records")
        words = words.format(shown=count_shown(shown_now), total=count_shown(total))
        if self.context.desk.audit.anchor_trouble is not None:
            words += " · " + self.tr("the end of the chain could not be noted outside of the desk")
        return words

    # Doing

    def verify(self) -> None:
        """Walk the whole chain, beside the work."""
        self.context.tasks.start(VERIFYING, self._verify(), replace=False)

    async def _verify(self) -> None:
        self.verdict.show_progress(0, 0)
        audit = self.context.desk.audit
        verdict = await audit.verify(self._on_moved)
        self.verdict.show_verdict(verdict, self.context.desk.cards.now())

    def _on_moved(self, done: int, total: int) -> None:
        # What comes late from the walking thread must not cover the verdict.
        if self.context.tasks.busy(VERIFYING):
            self.verdict.show_progress(done, total)

    def _on_verifying(self, name: str, busy: bool) -> None:
        if name == VERIFYING:
            self.verify_action.setEnabled(not busy)
            if not busy:
                self.verdict.end()

    def export(self) -> None:
        """Ask where the list shall go; all that match are written, not only those shown."""
        name = f"audit_{self.context.desk.audit.today:%Y%m%d}.xlsx"
        choose_target(self, self.tr("Export the audit"), name, self.export_to)

    def export_to(self, path: Path) -> None:
        """Write the list beside the work, and tell when it is there."""
        write = partial(self.context.desk.audit.export, question=self.question)
        one = self.tr("Exported 1 record to “{name}”.")
        many = self.tr("Exported {count} records to “{name}”.")
        export_list(self.context, path, write, one, many)

    # Hearing

    def _on_audit_changed(self) -> None:
        if self.isVisible():
            self._reading.want()

    def _on_clear(self) -> None:
        self.search.clear()
        self.filter.reset()
        self.load()

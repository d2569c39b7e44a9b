"""One record of the audit below the list: who did what to what, before and now."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from simdesk.models.audit import AuditRecord
from simdesk.models.filters import CardFilter, Operator, Term
from simdesk.ui.audit_words import act_words, card_of, facts, operation_of, subject_words
from simdesk.ui.details.words import Words, breakable, keep_width, wide_enough
from simdesk.ui.inline_link import InlineLink
from simdesk.ui.listing.table import ListTable
from simdesk.ui.measures import grown
from simdesk.ui.pages.audit_columns import NOW_COLUMN, NamedDelegate, facts_model
from simdesk.ui.scrolled import Scrolled
from simdesk.ui.text import count_shown, moment_shown
from simdesk.ui.theme import LARGE, SMALL, TINY, Density

_HEIGHT = 208
_NAME_WIDTH = 72
_LEAST = 80
"""Pixels of height that the words have in any case; they take what the panel gives."""


class _Words(Scrolled):
    """What is said beside the table; it scrolls where the panel is too low for large letters."""

    def room(self) -> QSize:
        return QSize(self.screen().availableSize().width(), _LEAST)


class AuditPanel(QFrame):
    """`cards_wanted` carries a CardFilter of the card, `operation_wanted` an operation's id."""

    cards_wanted = Signal(object)
    operation_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setFixedHeight(grown(_HEIGHT))
        self.record: AuditRecord | None = None
        self._title = Words(self, strong=True)
        self._values: dict[str, Words] = {}
        self.link = InlineLink("", self)
        self.link.clicked.connect(self.show_subject)
        self.model = facts_model(self)
        self.table = ListTable(
            self.tr("What the record tells"), self.model, NOW_COLUMN, Density.COMPACT, self
        )
        self.table.setItemDelegateForColumn(0, NamedDelegate(self.table))
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(TINY)
        names = {
            "at": self.tr("Time"),
            "who": self.tr("Operator"),
            "host": self.tr("Machine"),
            "subject": self.tr("About"),
            "record": self.tr("Record"),
        }
        for row, (key, name) in enumerate(names.items()):
            label, value = Words(self, name, muted=True), Words(self)
            keep_width(label, wide_enough(label, grown(_NAME_WIDTH)))
            value.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
            self._values[key] = value
        grid.setColumnStretch(1, 1)
        left = QVBoxLayout()
        left.setSpacing(SMALL)
        left.addWidget(self._title)
        left.addLayout(grid)
        left.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(LARGE, SMALL, 0, 0)
        line.setSpacing(LARGE)
        line.addWidget(_Words(left, self), 2)
        line.addWidget(self.table, 5)

    def show_record(self, record: AuditRecord | None) -> None:
        """Show a record; None says that none, or several, are chosen."""
        if record == self.record and (record is None) == self.isHidden():
            return
        self.record = record
        self.setVisible(record is not None)
        if record is None:
            return
        self._title.say(act_words(record))
        told = {
            "at": moment_shown(record.at),
            "who": record.who,
            "host": record.host,
            "subject": breakable(subject_words(record)),
            "record": self.tr("{number}, digest {digest}…").format(
                number=count_shown(record.number), digest=record.digest[:12]
            ),
        }
        for key, words in told.items():
            self._values[key].say(words)
        self._values["record"].setToolTip(record.digest)
        self._show_link(record)
        self.model.show_rows(facts(record))
        self.table.scrollToTop()

    def _show_link(self, record: AuditRecord) -> None:
        words = ""
        if card_of(record) is not None:
            words = self.tr("Show the card")
        elif operation_of(record) is not None:
            words = self.tr("Show the operation")
        self.link.setVisible(bool(words))
        self.link.setText(words)
        self.link.setAccessibleName(words)

    @property
    def leads_somewhere(self) -> bool:
        """Its subject can be shown."""
        return self.record is not None and bool(self.link.text())

    def show_subject(self) -> None:
        """Show the card or the operation that the record is about."""
        if self.record is None:
            return
        iccid, operation = card_of(self.record), operation_of(self.record)
        if iccid is not None:
            about = Term("iccid", Operator.ANY_OF, (iccid,))
            self.cards_wanted.emit(CardFilter((about, _WITH_CANCELLED)))
        elif operation is not None:
            self.operation_wanted.emit(operation)


_WITH_CANCELLED = Term("cancelled", Operator.ANY_OF, ("any",))

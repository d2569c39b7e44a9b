"""Sub-cards of a smart card: one carrier's channel after the other (domain.md 6.1).

Ticked ones are suspended and released on their own; the card's status follows from theirs.
"""

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from simdesk.models.action import Action
from simdesk.models.card import CardRow, SubCard
from simdesk.models.numbers import grouped
from simdesk.models.status import SimStatus, SpecificStatus
from simdesk.ui.cards.look import status_look
from simdesk.ui.context import Context
from simdesk.ui.details.fact_line import FactLine
from simdesk.ui.details.panel import Panel
from simdesk.ui.details.status_mark import StatusMark
from simdesk.ui.details.sub_card_bar import SubCardBar
from simdesk.ui.details.words import Words
from simdesk.ui.text import shown, size_shown


class SubCardBlock(QWidget):
    """One sub-card: carrier, status and its fields. Its tick chooses it for an act."""

    tick_changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.tick = QCheckBox(self)
        self.tick.toggled.connect(self.tick_changed)
        self.card: SubCard | None = None
        self._carrier = Words(self, strong=True)
        # Carriers have short names, states long ones: the state is what wraps.
        self._carrier.setWordWrap(False)
        self._carrier.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._mark = StatusMark(self)
        self._status = Words(self)
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 12, 4)
        head.setSpacing(8)
        head.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._carrier)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._status, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        self._lines = [
            self._line(name, identifier)
            for name, identifier in (
                (self.tr("ICCID"), True),
                (self.tr("MSISDN"), True),
                (self.tr("IMSI"), True),
                (self.tr("IP address"), True),
                (self.tr("APN"), False),
                (self.tr("Private segment"), True),
                (self.tr("Cumulative traffic in cycle"), False),
                (self.tr("SMS used"), False),
                (self.tr("SMS"), False),
                (self.tr("Real-name certified"), False),
            )
        ]
        for line in self._lines:
            layout.addWidget(line)

    def _line(self, name: str, identifier: bool) -> FactLine:
        line = FactLine(name, identifier=identifier, parent=self)
        line.copy_wanted.connect(self._on_copy_wanted)
        return line

    def show_sub_card(self, card: SubCard) -> None:
        if self.card is None or self.card.iccid != card.iccid:
            self.tick.setChecked(False)
        self.card = card
        carrier = shown(card.carrier.label)
        choose = self.tr("Choose {carrier}").format(carrier=carrier)
        self.tick.setAccessibleName(choose)
        self.tick.setToolTip(choose)
        self._carrier.say(carrier)
        self._mark.show_status(card.status)
        status = _status_words(card)
        self._status.say(status, status_look(card.status)[0])
        self.setAccessibleName(f"{carrier}, {status}")
        values = (
            (grouped(card.iccid), card.iccid),
            ("\n".join(map(grouped, card.msisdns)), "\n".join(card.msisdns)),
            ("\n".join(map(grouped, card.imsis)), "\n".join(card.imsis)),
            ("\n".join(card.ips), None),
            (card.apn, None),
            (card.private_segment, None),
            (size_shown(card.cycle_usage_kb), None),
            (f"{card.sms_used:,}", None),
            (self.tr("On") if card.sms_enabled else self.tr("Off"), None),
            (self.tr("Yes") if card.certified else self.tr("No"), None),
        )
        for line, (words, copied) in zip(self._lines, values, strict=True):
            line.show_value(words, copied)

    @property
    def chosen(self) -> SubCard | None:
        """The sub-card, when it is ticked and shown."""
        return self.card if self.tick.isChecked() and not self.isHidden() else None

    def _on_copy_wanted(self, name: str, value: str) -> None:
        QGuiApplication.clipboard().setText(value)
        self._context.messages.tell(self.tr("Copied {name}").format(name=name))


def _status_words(card: SubCard) -> str:
    specific = SpecificStatus.of(card.specific)
    if specific is not None:
        return shown(specific.label)
    known = SimStatus.of(card.status)
    return str(card.specific) if known is None else shown(known.label)


class SubCardsTab(Panel):
    """Blocks are kept and filled again; a card has at most a handful of sub-cards.

    `act_wanted` carries the card's id, an Action and the MSISDNs of the ticked sub-cards.
    """

    act_wanted = Signal(object, object, object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(QMargins(0, 8, 0, 16), parent)
        self._context = context
        self._row: CardRow | None = None
        self.blocks: list[SubCardBlock] = []
        self._empty = Words(self, muted=True)
        self.bar = SubCardBar(context, self)
        self.bar.pressed.connect(self._on_pressed)
        self._empty.setContentsMargins(12, 4, 12, 4)
        self.setAccessibleName(self.tr("Sub-cards"))
        self.content.setSpacing(12)
        self.content.addWidget(self.bar)
        self.content.addWidget(self._empty)
        self.content.addStretch(1)

    def show_card(self, row: CardRow) -> None:
        self._row = row
        subs = () if row.details is None else row.details.sub_cards
        while len(self.blocks) < len(subs):
            block = SubCardBlock(self._context, self.ground)
            block.tick_changed.connect(self._judge)
            self.content.insertWidget(self.content.count() - 1, block)
            self.blocks.append(block)
        for number, block in enumerate(self.blocks):
            block.setVisible(number < len(subs))
            if number < len(subs):
                block.show_sub_card(subs[number])
        self._empty.setVisible(not subs)
        self._empty.say(
            self.tr("Not read yet.")
            if row.details is None
            else self.tr("The provider lists no sub-cards.")
        )
        self.bar.setVisible(bool(subs))
        self._judge()

    @property
    def chosen(self) -> tuple[SubCard, ...]:
        """The sub-cards that are ticked."""
        return tuple(card for block in self.blocks if (card := block.chosen) is not None)

    def _judge(self) -> None:
        if self._row is not None:
            self.bar.judge(self._row, self.chosen)

    def _on_pressed(self, action: Action) -> None:
        if self._row is not None:
            msisdns = tuple(number for card in self.chosen for number in card.msisdns)
            self.act_wanted.emit(self._row.id, action, msisdns)

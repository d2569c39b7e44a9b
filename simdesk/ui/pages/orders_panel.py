"""One order below the list: all that is known of it, who asked for it, the way to its cards."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from simdesk.models.errors import KnownError
from simdesk.models.operations import ItemState
from simdesk.models.order_list import Asked, OrderDetail, OrderLine
from simdesk.ui.context import Context
from simdesk.ui.details.words import Words, keep_width, wide_enough
from simdesk.ui.inline_link import InlineLink
from simdesk.ui.kept import kept
from simdesk.ui.measures import grown
from simdesk.ui.order_words import (
    amount_words,
    kind_words,
    state_role,
    state_words,
)
from simdesk.ui.text import count_shown, moment_shown, money_shown, shown
from simdesk.ui.theme import LARGE, SMALL, TINY

_TASK = "order detail"
_HEIGHT = 152
_NAME_WIDTH = 72
_MOST_ASKED = 4


class OrderPanel(QFrame):
    """`cards_wanted` carries a CardFilter of the order's cards."""

    cards_wanted = Signal(object)
    detail_changed = Signal()
    """`detail` is another one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setFixedHeight(grown(_HEIGHT))
        self._context = context
        self._line: OrderLine | None = None
        self.detail: OrderDetail | None = None
        self._facts = QGridLayout()
        self._title = Words(self, strong=True)
        self._asked = Words(self)
        self._reason = Words(self)
        self.link = InlineLink("", self)
        self.link.clicked.connect(self.show_cards)
        self._values: dict[str, Words] = {}
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        self._facts.setHorizontalSpacing(SMALL)
        self._facts.setVerticalSpacing(TINY)
        names = {
            "order": self.tr("Order"),
            "type": self.tr("Type"),
            "amount": self.tr("Quantity"),
            "money": self.tr("Price"),
            "about": self.tr("Card"),
            "voucher": self.tr("Voucher"),
            "created": self.tr("Created"),
            "paid": self.tr("Paid"),
        }
        for place, (key, name) in enumerate(names.items()):
            row, column = place % 4, place // 4 * 2
            label, value = Words(self, name, muted=True), Words(self)
            keep_width(label, wide_enough(label, grown(_NAME_WIDTH)))
            value.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self._facts.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(value, row, column + 1, Qt.AlignmentFlag.AlignTop)
            self._values[key] = value
        for column in (1, 3):
            self._facts.setColumnStretch(column, 1)
        left = QVBoxLayout()
        left.setSpacing(SMALL)
        left.addWidget(self._title)
        left.addLayout(self._facts)
        left.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(SMALL)
        right.addWidget(self._asked)
        right.addWidget(self._reason)
        right.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        line.setSpacing(LARGE)
        line.addLayout(left, 3)
        line.addLayout(right, 2)

    # Showing

    def show_line(self, line: OrderLine | None) -> None:
        """Show a line; None says that none, or several, are chosen."""
        before, self._line = self._line, line
        self.setVisible(line is not None)
        if line is None:
            return
        self._title.say(state_words(line), state_role(line))
        told = {
            "order": line.number or "–",
            "type": kind_words(line),
            "amount": amount_words(line),
            "money": "–" if line.price is None else money_shown(line.price),
            "about": line.iccid or "–",
            "voucher": line.voucher or "–",
            "created": moment_shown(line.created_at),
            "paid": "–" if line.paid_at is None else moment_shown(line.paid_at),
        }
        for key, words in told.items():
            self._values[key].say(words)
        if before is None or before.key != line.key:
            self._show_detail(None)
        if line.number is None:
            self._show_act(line)
        else:
            self._context.tasks.start(_TASK, self._load(line.number), replace=True)

    def _show_act(self, line: OrderLine) -> None:
        act = line.act
        assert act is not None
        asked = Asked.of(act)
        self._asked.say(self._asked_words((asked,)))
        self._reason.say(*_reason(asked))

    async def _load(self, number: str) -> None:
        try:
            detail = await self._context.desk.orders.order(number)
        except KnownError as error:
            self._asked.say(shown(error.message), "warn")
            return
        if self._line is not None and self._line.number == number:
            self._show_detail(detail)

    def _show_detail(self, detail: OrderDetail | None) -> None:
        self.detail = detail
        self.detail_changed.emit()
        cards = 0 if detail is None else detail.cards
        self.link.setVisible(cards > 0)
        words = self.tr("Show its card") if cards == 1 else self.tr("Show its {count} cards")
        self.link.setText(words.format(count=count_shown(cards)))
        self.link.setAccessibleName(self.link.text())
        if detail is None:
            self._asked.say("")
            self._reason.say("")
            return
        if not detail.asked:
            self._asked.say(self.tr("Not asked for on this desk."))
            self._reason.say("")
            return
        self._asked.say(self._asked_words(detail.asked))
        self._reason.say(*_reason(detail.asked[-1]))

    def _asked_words(self, asked: tuple[Asked, ...]) -> str:
        lines = [self.tr("Asked for on this desk:")]
        lines += [
            self.tr("{at} {who}: {what} – {state}").format(
                at=moment_shown(one.at),
                who=one.by,
                what=shown(one.what),
                state=shown(one.state.label),
            )
            for one in asked[-_MOST_ASKED:]
        ]
        return "\n".join(lines)

    # Doing

    def show_cards(self) -> None:
        """Show the order's cards, with all that can be done to them."""
        if self.detail is not None and self.detail.question is not None:
            self.cards_wanted.emit(self.detail.question)


def _reason(asked: Asked) -> tuple[str, str]:
    """Why the last act did not do what it should, with its colour."""
    if asked.reason is None and asked.code is None:
        return "", ""
    code = "" if asked.code is None else f" [{asked.code}]"
    role = "bad" if asked.state is ItemState.FAILED else "warn" if asked.state.open else "final"
    return f"{kept(asked.reason)}{code}".strip(), role

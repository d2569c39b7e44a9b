"""One card that needs a person: what was asked, when, under which number, what to look for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simdesk.models.attention import PersonItem
from simdesk.ui.details.words import Words
from simdesk.ui.dialogs.account_act import NamedRows
from simdesk.ui.dialogs.words import look_for
from simdesk.ui.kept import kept
from simdesk.ui.text import moment_shown, money_shown, shown
from simdesk.ui.theme import SMALL


class PersonQuestion(QWidget):
    """Its words can be selected, to be looked for at the provider."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = NamedRows()
        self._asked = self._row(rows, self.tr("Asked for"))
        self._sent = self._row(rows, self.tr("Sent"))
        self._serial = self._row(rows, self.tr("Serial"))
        self._order = self._row(rows, self.tr("Order"))
        self._known = self._row(rows, self.tr("What is known"))
        self._look = Words(self, strong=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SMALL)
        box.addLayout(rows)
        box.addWidget(self._look)

    def _row(self, rows: NamedRows, name: str) -> Words:
        words = Words(self)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        rows.add(name, words)
        return words

    @property
    def words(self) -> tuple[str, ...]:
        """What stands here, line by line."""
        parts = (self._asked, self._sent, self._serial, self._order, self._known, self._look)
        return tuple(part.text() for part in parts)

    def show_item(self, item: PersonItem | None) -> None:
        """Ask about this card; None says that nothing is left to ask."""
        self.setEnabled(item is not None)
        if item is None:
            for part in (self._asked, self._sent, self._serial, self._order, self._known):
                part.say("–")
            self._look.say(self.tr("No card needs a person."))
            return
        asked = self.tr("{act}, by {who}").format(
            act=shown(item.request.action.label), who=item.requested_by
        )
        price = "" if item.price is None else f" · {money_shown(item.price)}"
        sent = self.tr("a time that is not known")
        if item.sent_at is not None:
            sent = moment_shown(item.sent_at)
        self._asked.say(asked + price)
        self._sent.say(sent)
        self._serial.say(item.serial)
        self._order.say(item.order_number or self.tr("no number was answered"))
        self._known.say(kept(item.reason) or self.tr("nothing more"))
        self._look.say(shown(look_for(item.request.action, sent)))

"""Settings: what the card does by itself, what it inherits, and why something cannot be changed."""

from datetime import date, datetime

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from simdesk.models.action import Action
from simdesk.models.actions import Allowed, Blocked, verdict
from simdesk.models.card import CardDetails, CardRow
from simdesk.models.periods import local
from simdesk.ui.actions.cards import action_id
from simdesk.ui.context import Context
from simdesk.ui.details.panel import Panel
from simdesk.ui.details.words import Words
from simdesk.ui.text import shown, size_shown


class SettingBlock(QWidget):
    """One setting: its value, what that means, a button, or the reason why there is none."""

    pressed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._value = Words(self)
        self._meaning = Words(self, muted=True)
        self.button = QPushButton(self)
        self._blocked = Words(self, muted=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(Words(self, title, strong=True))
        layout.addWidget(self._value)
        layout.addWidget(self._meaning)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._blocked)
        self.button.clicked.connect(self.pressed)

    def show_setting(self, value: str, meaning: str, change: str, blocked: str | None) -> None:
        """`change` is what the button says; `blocked` why it cannot be pressed, None if it can."""
        self._value.say(value)
        self._value.setAccessibleName(f"{self._title}: {value}")
        self._meaning.say(meaning)
        self._meaning.setVisible(bool(meaning))
        self.button.setText(change)
        self.button.setEnabled(blocked is None)
        self.button.setAccessibleDescription(blocked or meaning)
        self.button.setToolTip(blocked or "")
        self._blocked.say(blocked or "")
        self._blocked.setVisible(blocked is not None)

    def words(self) -> tuple[str, str, str]:
        """Value, meaning and reason as shown."""
        return self._value.text(), self._meaning.text(), self._blocked.text()


class SettingsTab(Panel):
    """Usage-limit suspension, auto-renew, automatic rebind. The sending is done elsewhere."""

    limit_wanted = Signal(object)
    """Id of the card whose usage limit is to be set."""
    action_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(QMargins(12, 12, 12, 16), parent)
        self._context = context
        self._row: CardRow | None = None
        self.limit = SettingBlock(self.tr("Usage limit suspension"), self)
        self.renewal = SettingBlock(self.tr("Auto-renew"), self)
        self.rebind = SettingBlock(self.tr("Automatic rebind"), self)
        self.setAccessibleName(self.tr("Settings"))
        self.content.setSpacing(16)
        for block in (self.limit, self.renewal, self.rebind):
            self.content.addWidget(block)
        self.content.addStretch(1)
        self.limit.pressed.connect(self._on_limit_pressed)
        self.renewal.pressed.connect(self._on_renewal_pressed)
        self.rebind.pressed.connect(self._on_rebind_pressed)

    def show_card(self, row: CardRow, now: datetime) -> None:
        self._row = row
        today = local(now).date()
        self._show_limit(row, today)
        self._show_renewal(row, today)
        self._show_rebind(row, today)

    def _why_not(self, row: CardRow, action: Action, today: date) -> str | None:
        found = verdict(row.facts.key, action, self._context.desk.cards.capabilities, today)
        match found:
            case Blocked(reason=reason):
                return shown(reason)
            case Allowed():
                return self._busy(row)

    def _busy(self, row: CardRow) -> str | None:
        return None if row.pending is None else self.tr("An operation on this card is under way.")

    def _show_limit(self, row: CardRow, today: date) -> None:
        details = row.details
        blocked = self._why_not(row, Action.USAGE_LIMIT, today)
        if details is None:
            value, meaning = self.tr("Not read yet"), ""
        else:
            value, meaning = self._limit_value(details), self._limit_meaning(row, details)
        self.limit.show_setting(value, meaning, self.tr("Set usage limit…"), blocked)

    def _limit_value(self, details: CardDetails) -> str:
        own, inherited = details.card_limit_kb, details.voucher_limit_kb
        if own is not None:
            return self.tr("{size} a month, the card's own limit").format(size=size_shown(own))
        if inherited is not None:
            return self.tr("{size} a month, from its plan voucher").format(
                size=size_shown(inherited)
            )
        return self.tr("No limit")

    def _limit_meaning(self, row: CardRow, details: CardDetails) -> str:
        lines = []
        limit = details.effective_limit_kb
        if details.card_limit_kb is not None and details.voucher_limit_kb is not None:
            lines.append(
                self.tr("Its plan voucher says {size}; the card's own limit wins.").format(
                    size=size_shown(details.voucher_limit_kb)
                )
            )
        if limit is not None:
            lines.append(
                self.tr("Used {used} of {limit} in this cycle.").format(
                    used=size_shown(row.facts.cycle_usage_kb), limit=size_shown(limit)
                )
            )
            lines.append(
                self.tr("Once suspended, it resumes by itself when the next month begins.")
                if details.limit_auto_restore
                else self.tr("Once suspended, it stays so until somebody resumes it.")
            )
        elif not row.facts.plan_type.single_card:
            lines.append(self.tr("The card is not suspended for what it uses."))
        return "\n".join(lines)

    def _show_renewal(self, row: CardRow, today: date) -> None:
        on = row.facts.auto_renew
        action = Action.AUTO_RENEW_OFF if on else Action.AUTO_RENEW_ON
        if row.facts.plan_type.pooled:
            meaning = ""
        elif on:
            meaning = self.tr("A new plan is ordered and paid when the running one expires.")
        else:
            meaning = self.tr("Service stops when the plan expires, unless it is renewed.")
        self.renewal.show_setting(
            self.tr("On") if on else self.tr("Off"),
            meaning,
            f"{shown(action.label)}…",
            self._why_not(row, action, today),
        )

    def _show_rebind(self, row: CardRow, today: date) -> None:
        details = row.details
        if details is None:
            value, meaning = self.tr("Not read yet"), ""
        elif details.auto_rebind:
            value = self.tr("On")
            meaning = self.tr("A device change binds the card to the new device by itself.")
        else:
            value = self.tr("Off")
            meaning = self.tr("A device change suspends the card until Resume Use.")
        self.rebind.show_setting(
            value,
            meaning,
            f"{shown(Action.AUTO_REBIND.label)}…",
            self._why_not(row, Action.AUTO_REBIND, today),
        )

    def _on_limit_pressed(self) -> None:
        if self._row is not None:
            self.limit_wanted.emit(self._row.id)

    def _on_renewal_pressed(self) -> None:
        if self._row is not None:
            on = self._row.facts.auto_renew
            self.action_wanted.emit(
                action_id(Action.AUTO_RENEW_OFF if on else Action.AUTO_RENEW_ON)
            )

    def _on_rebind_pressed(self) -> None:
        self.action_wanted.emit(action_id(Action.AUTO_REBIND))

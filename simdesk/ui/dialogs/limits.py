"""The operator's bounds: what a day may cost, and how much of a pool it may close."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QSpinBox, QWidget

from simdesk.models.errors import KnownError
from simdesk.models.guards import Guards
from simdesk.models.orders import Money, parse_money
from simdesk.ui.context import Context
from simdesk.ui.details.words import Words
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.measures import grown
from simdesk.ui.text import money_shown
from simdesk.ui.theme import SMALL

_LOAD = "limits"
_FIELD, _WIDTH = 104, 600
_USUAL_PERCENT = 10


class LimitsDialog(DialogFrame):
    """Reads what is set while it stands; sets all bounds at once."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Limits"), parent)
        self._context = context
        self.capped = QCheckBox(self.tr("Spend at most"), self)
        self.cap = QLineEdit(self)
        self.cap.setAccessibleName(self.tr("Most that a day may cost, in CNY"))
        self.cap.setPlaceholderText(self.tr("500.00"))
        self._today = Words(self, muted=True)
        self.floored = QCheckBox(self.tr("Suspend or cancel at most"), self)
        self.percent = QSpinBox(self)
        self.percent.setRange(0, 100)
        self.percent.setValue(_USUAL_PERCENT)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.percent.setSuffix(self.tr(" %"))
        self.percent.setAccessibleName(self.tr("Most of a voucher's active cards, in percent"))
        self._lay_out()
        for box, field in ((self.capped, self.cap), (self.floored, self.percent)):
            field.setEnabled(False)
            box.toggled.connect(field.setEnabled)
        self.setMinimumWidth(_WIDTH)
        self.safe_button.setText(self.tr("Leave as they are"))
        self.set_confirm(self.tr("Set the limits"), by_enter=False)
        self.confirm_button.setEnabled(False)
        self.finished.connect(lambda: context.tasks.cancel(_LOAD))
        context.tasks.start(_LOAD, self._load(), replace=True)

    def _lay_out(self) -> None:
        note = self.tr(
            "Nothing that passes a limit is started or bought; what is under way goes on."
            " A change is written into the audit."
        )
        self.content.addWidget(Words(self, note, muted=True))
        self._sentence(self.capped, self.tr("CNY"), self.cap, self.tr("a day."))
        self.content.addWidget(self._today)
        self._sentence(
            self.floored, "", self.percent, self.tr("of a voucher's active cards a day.")
        )
        one = self.tr("One card of each voucher always may be. A day is one in Asia/Shanghai.")
        self.content.addWidget(Words(self, one, muted=True))
        self.content.addStretch(1)

    def _sentence(self, box: QCheckBox, before: str, field: QWidget, after: str) -> None:
        """A sentence with a gap that can be switched off as a whole."""
        field.setFixedWidth(grown(_FIELD))
        box.setAccessibleName(f"{box.text()} … {after}")
        line = QHBoxLayout()
        line.setSpacing(SMALL)
        line.addWidget(box)
        for part in (QLabel(before, self) if before else None, field, QLabel(after, self)):
            if part is not None:
                line.addWidget(part)
        line.addStretch(1)
        self.content.addLayout(line)

    async def _load(self) -> None:
        guards = self._context.desk.guards
        try:
            bounds, money = await guards.guards(), await guards.money()
        except KnownError as error:
            self.show_error(
                error, lambda: self._context.tasks.start(_LOAD, self._load(), replace=True)
            )
            return
        self.show_bounds(bounds)
        words = self.tr(
            "Today {spent} is spent, {flight} in flight, {reserved} reserved: all of it counts."
        )
        self._today.say(
            words.format(
                spent=money_shown(money.spent_today),
                flight=money_shown(money.in_flight),
                reserved=money_shown(money.reserved),
            )
        )
        self.confirm_button.setEnabled(True)
        self.make_room()

    def show_bounds(self, bounds: Guards) -> None:
        """Fill in what is set."""
        self.capped.setChecked(bounds.cap is not None)
        if bounds.cap is not None:
            whole, rest = divmod(bounds.cap.minor, 100)
            self.cap.setText(f"{whole}.{rest:02d}")
        self.floored.setChecked(bounds.closing_percent is not None)
        if bounds.closing_percent is not None:
            self.percent.setValue(bounds.closing_percent)

    def bounds(self) -> Guards:
        """The bounds as filled in. Raises KnownError for what is no amount."""
        cap: Money | None = parse_money(self.cap.text()) if self.capped.isChecked() else None
        return Guards(cap, self.percent.value() if self.floored.isChecked() else None)

    def confirmed(self) -> None:
        self.show_error(None)
        try:
            bounds = self.bounds()
        except KnownError as error:
            self.show_error(error)
            return
        if self.confirm_button.isEnabled():
            self._context.tasks.start("set limits", self._set(bounds), replace=False)

    async def _set(self, bounds: Guards) -> None:
        if await self.hold(self._changed(bounds)):
            self._context.messages.done(self.tr("The limits are set."))
            self.accept()

    async def _changed(self, bounds: Guards) -> bool:
        await self._context.desk.guards.change(bounds)
        return True

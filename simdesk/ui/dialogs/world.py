"""The panel of a simulated world: its clock, its speed, a date to go to, its wallet, its faults."""

from datetime import date

from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QWidget,
)

from simdesk.models.orders import Money
from simdesk.models.periods import local
from simdesk.ui.context import Context
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.text import (
    carriers_moment_shown,
    count_shown,
    date_patterns,
    money_shown,
    shown,
)
from simdesk.ui.world import SPEEDS, TASK, World, advance

_TICK_MS = 500
_MOST = 10_000_000.00
_STOPPED = 0


class WorldDialog(DialogFrame):
    """Stays open beside the work; what is set here holds at once."""

    def __init__(self, context: Context, world: World, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Simulated world"), parent)
        self._context = context
        self._world = world
        self.setModal(False)
        self.clock = QLabel(self)
        self.clock.setAccessibleName(self.tr("World clock"))
        self.speed = self._speed_box()
        self.day = self._day_box()
        self.go = QPushButton(self.tr("Advance"), self)
        self.stop = QPushButton(self.tr("Stop"), self)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(True)
        self.money = self._money_box()
        self.fill = QPushButton(self.tr("Set wallet"), self)
        self.faults = self._fault_box()
        self._lay_out()
        self._connect()
        self._show_world()
        self._show_busy()

    def _speed_box(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Speed"))
        box.addItem(self.tr("Stopped"), _STOPPED)
        for speed in SPEEDS:
            words = self.tr("{speed} times as fast").format(speed=count_shown(speed))
            box.addItem(self.tr("Real time") if speed == 1 else words, speed)
        return box

    def _day_box(self) -> QDateEdit:
        box = QDateEdit(self)
        box.setAccessibleName(self.tr("Advance to"))
        box.setCalendarPopup(True)
        box.setDisplayFormat(date_patterns().day)
        return box

    def _money_box(self) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        box.setAccessibleName(self.tr("Wallet"))
        box.setDecimals(2)
        box.setMaximum(_MOST)
        box.setGroupSeparatorShown(True)
        box.setPrefix(f"{self._world.wallet.currency} ")
        box.setValue(self._world.wallet.minor / 100)
        return box

    def _fault_box(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Faults"))
        for name, label in self._world.fault_choices:
            box.addItem(shown(label), name)
        return box

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("World clock"), self.clock)
        form.addRow(self.tr("Speed"), self.speed)
        form.addRow(self.tr("Advance to"), _side_by_side(self.day, self.go, self.stop))
        form.addRow("", self.progress)
        form.addRow(self.tr("Wallet"), _side_by_side(self.money, self.fill))
        form.addRow(self.tr("Faults"), self.faults)
        hint = QLabel(
            self.tr("Nothing here touches a real card. Practise what a bad day would be."), self
        )
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        self.content.addLayout(form)
        self.content.addWidget(hint)
        self.confirm_button.hide()
        self.setMinimumWidth(460)
        for button in (self.go, self.stop, self.fill, self.safe_button):
            button.setAutoDefault(False)
            button.setAccessibleName(button.text())

    def _connect(self) -> None:
        self.speed.activated.connect(self._on_speed_chosen)
        self.go.clicked.connect(self._on_go_clicked)
        self.stop.clicked.connect(lambda: self._context.tasks.cancel(TASK))
        self.fill.clicked.connect(self._on_fill_clicked)
        self.faults.activated.connect(lambda: self._world.break_by(str(self.faults.currentData())))
        self._context.tasks.busy_changed.connect(self._on_busy_changed)
        ticking = QTimer(self, interval=_TICK_MS)
        ticking.timeout.connect(self._show_world)
        ticking.start()

    def _show_world(self) -> None:
        world, today = self._world, local(self._world.now).date()
        self.clock.setText(carriers_moment_shown(world.now))
        self.clock.setAccessibleDescription(self.clock.text())
        if not self.speed.view().isVisible():
            self.speed.setCurrentIndex(
                max(0, self.speed.findData(_STOPPED if world.paused else int(world.speed)))
            )
        if not self.faults.view().isVisible():
            self.faults.setCurrentIndex(max(0, self.faults.findData(world.fault_name)))
        first = QDate(today.year, today.month, today.day).addDays(1)
        if self.day.minimumDate() != first:
            self.day.setMinimumDate(first)
        self.fill.setToolTip(self.tr("It holds {money}").format(money=money_shown(world.wallet)))

    def _on_speed_chosen(self) -> None:
        speed = int(self.speed.currentData())
        self._world.paused = speed == _STOPPED
        if speed != _STOPPED:
            self._world.speed = float(speed)

    def _on_go_clicked(self) -> None:
        self.progress.setValue(0)
        chosen = self.day.date()
        day = date(chosen.year(), chosen.month(), chosen.day())
        advance(self._context, self._world, day, self._show_progress)

    def _show_progress(self, done: int, days: int) -> None:
        self.progress.setMaximum(days)
        self.progress.setValue(done)
        self.progress.setFormat(
            self.tr("{done} of {days} days").format(done=done, days=count_shown(days))
        )

    def _on_fill_clicked(self) -> None:
        money = Money(round(self.money.value() * 100), self._world.wallet.currency)
        self._context.tasks.start("wallet", self._world.set_wallet(money), replace=False)

    def _on_busy_changed(self, name: str, busy: bool) -> None:
        del busy
        if name == TASK:
            self._show_busy()
            self._show_world()

    def _show_busy(self) -> None:
        busy = self._context.tasks.busy(TASK)
        for part in (self.go, self.day):
            part.setEnabled(not busy)
        self.stop.setEnabled(busy)
        self.progress.setVisible(busy)


def _side_by_side(*parts: QWidget) -> QWidget:
    row = QWidget(parts[0].parentWidget())
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(parts[0], 1, Qt.AlignmentFlag.AlignVCenter)
    for part in parts[1:]:
        line.addWidget(part)
    return row

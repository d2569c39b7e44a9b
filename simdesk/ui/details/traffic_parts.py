"""Below the chart: the plans that run on a card, and what each carrier of a smart card carried."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from simdesk.models.usage import ActivePlan, CarrierShare
from simdesk.models.voucher import Carrier
from simdesk.ui import theme
from simdesk.ui.details.words import Words, breakable
from simdesk.ui.joining import listed
from simdesk.ui.text import day_shown, shown, size_shown

_BAR_HEIGHT = 4


class PlanList(QWidget):
    """Active and queued plans: name, from when to when, quota."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)

    def show_plans(self, plans: Sequence[ActivePlan], today: date) -> None:
        _clear(self._layout)
        for plan in plans:
            self._layout.addWidget(self._entry(plan, today))
        if not plans:
            self._layout.addWidget(Words(self, self.tr("No plan runs on this card."), muted=True))

    def _entry(self, plan: ActivePlan, today: date) -> QWidget:
        entry = QWidget(self)
        quota = "" if plan.quota_kb is None else size_shown(plan.quota_kb)
        head = _pair(entry, breakable(plan.name), quota)
        when = self.tr("{first} to {last}").format(
            first=day_shown(plan.starts), last=day_shown(plan.ends)
        )
        state = _plan_state(plan, today)
        lines = [f"{state} · {when}", plan.remark]
        layout = QVBoxLayout(entry)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        for line in filter(None, lines):
            layout.addWidget(Words(entry, line, muted=True))
        entry.setAccessibleName(", ".join(filter(None, (plan.name, quota, *lines))))
        return entry


def _plan_state(plan: ActivePlan, today: date) -> str:
    if plan.starts > today:
        return QCoreApplication.translate("plan", "Queued")
    if plan.ends < today:
        return QCoreApplication.translate("plan", "Ended")
    return QCoreApplication.translate("plan", "Running")


class ShareList(QWidget):
    """What each carrier carried, its share, last signal and delay (domain.md 6.2)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)

    def show_shares(self, shares: Sequence[CarrierShare]) -> None:
        _clear(self._layout)
        total = sum(share.used_kb for share in shares)
        for share in shares:
            self._layout.addWidget(self._entry(share, total))
        if not shares:
            self._layout.addWidget(Words(self, self.tr("Not reported yet."), muted=True))

    def _entry(self, share: CarrierShare, total: int) -> QWidget:
        entry = QWidget(self)
        part = share.used_kb / total if total else 0.0
        name = carrier_name(share.carrier)
        used = f"{size_shown(share.used_kb)} · {part:.1%}"
        reading = self._reading(share)
        layout = QVBoxLayout(entry)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(_pair(entry, name, used))
        layout.addWidget(ShareBar(part, entry))
        layout.addWidget(Words(entry, reading, muted=True))
        entry.setAccessibleName(f"{name}: {used}. {reading}")
        return entry

    def _reading(self, share: CarrierShare) -> str:
        parts = []
        if share.signal_csq is not None:
            parts.append(
                self.tr("signal {csq} of 31 ({dbm} dBm)").format(
                    csq=share.signal_csq, dbm=2 * share.signal_csq - 113
                )
            )
        if share.delay_ms is not None:
            parts.append(self.tr("delay {ms} ms").format(ms=share.delay_ms))
        return listed(parts) or self.tr("no signal reading")


class ShareBar(QWidget):
    """A thin bar, filled to a share between 0 and 1."""

    def __init__(self, part: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = part
        self.setFixedHeight(_BAR_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(theme.role("border"))
        painter.drawRoundedRect(whole, 2, 2)
        if self._part > 0:
            painter.setBrush(theme.role("accent"))
            whole.setWidth(max(whole.width() * self._part, 2.0))
            painter.drawRoundedRect(whole, 2, 2)


def carrier_name(code: str) -> str:
    """A carrier's name, or the provider's code for one SimDesk does not know."""
    return shown(Carrier(code).label) if code in Carrier.__members__ else code


def _pair(parent: QWidget, left: str, right: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Words(parent, left, strong=True), 1)
    figure = QLabel(right, parent)
    figure.setTextFormat(Qt.TextFormat.PlainText)
    figure.setFont(theme.words_font())
    row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()

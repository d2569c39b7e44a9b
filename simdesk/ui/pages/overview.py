"""The Overview: what needs a person today, each number a way to its cards."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.changes import SyncMoved
from simdesk.models.errors import KnownError
from simdesk.models.overview import Overview
from simdesk.models.overview_counting import Counted, overview
from simdesk.ui import icons
from simdesk.ui.context import Context
from simdesk.ui.details.trouble_bar import TroubleBar
from simdesk.ui.listing.empty import EmptyList
from simdesk.ui.measures import grown
from simdesk.ui.pages.overview_deadlines import DeadlinesSection, IdleSection, PoolsSection
from simdesk.ui.pages.overview_distribution import Distribution
from simdesk.ui.pages.overview_grid import FigureLink, nearest
from simdesk.ui.pages.overview_risks import RisksSection
from simdesk.ui.text import age_shown, day_shown
from simdesk.ui.theme import LARGE, SMALL

_LOAD, _PRICES = "overview", "overview prices"
_SOON_MS, _LATER_MS, _DAY_MS = 1_000, 5_000, 30_000
"""After a change, after a change while a sync goes on, and between two looks at the date."""
_WIDEST = 1_480
"""Further apart, a number is no longer seen with its name."""


class _Sheet(QWidget):
    """Wide as reading bears, and wider where words and letters need it."""

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # When what lies in it has been laid out: before that it tells of former words.
        if event.type() == QEvent.Type.LayoutRequest:
            self.setMaximumWidth(max(grown(_WIDEST), self.minimumSizeHint().width()))
        return done


class OverviewPage(QWidget):
    """`cards_wanted` carries a CardFilter. Counted anew when cards change and days begin."""

    cards_wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._told: Overview | None = None
        self._stale = False
        self._syncing = False
        self.trouble = TroubleBar(self)
        self.empty = EmptyList(self)
        self.as_of = QLabel(self)
        self.distribution = Distribution(self)
        self.deadlines = DeadlinesSection(self)
        self.pools = PoolsSection(self)
        self.idle = IdleSection(self)
        self.risks = RisksSection(self)
        self.sync_button = QPushButton(icons.icon("sync"), self.tr("Sync"), self)
        self._stack = QStackedWidget(self)
        self._soon = QTimer(self, singleShot=True)
        self._day = QTimer(self, interval=_DAY_MS)
        self._lay_out()
        self._connect()
        self._show(overview(Counted(context.desk.overview.today(), ()), {}))
        for part in self._parts:
            part.blank()
        self._stack.setCurrentIndex(1)

    @property
    def _parts(
        self,
    ) -> tuple[Distribution, DeadlinesSection, PoolsSection, IdleSection, RisksSection]:
        return self.distribution, self.deadlines, self.pools, self.idle, self.risks

    # Putting together

    def _lay_out(self) -> None:
        self.empty.say(
            self.tr(
                "No card has been read yet. Deadlines, pools that run out and cards at risk are"
                " counted here once they are."
            )
        )
        self.empty.offer(self.tr("Sync all cards"), "sync", self.sync)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._sheet())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._title_row())
        box.addWidget(self.trouble)
        box.addWidget(self._stack, 1)

    def _title_row(self) -> QWidget:
        row = QWidget(self)
        row.setObjectName("title_row")
        title = QLabel(self.tr("Overview"), row)
        title.setObjectName("page_title")
        self.as_of.setAccessibleName(self.tr("As of"))
        line = QHBoxLayout(row)
        line.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        line.setSpacing(LARGE)
        line.addWidget(title)
        line.addWidget(self.as_of)
        line.addStretch(1)
        line.addWidget(self.sync_button)
        return row

    def _sheet(self) -> QWidget:
        sheet = _Sheet(self)
        sheet.setObjectName("overview")
        left = QVBoxLayout()
        left.setSpacing(LARGE)
        for section in (self.deadlines, self.pools, self.idle):
            left.addWidget(section)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self.risks)
        right.addStretch(1)
        grid = QGridLayout(sheet)
        grid.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(LARGE)
        grid.addWidget(self.distribution, 0, 0, 1, 3)
        between = QFrame(sheet)
        between.setObjectName("between")
        between.setFixedWidth(1)
        grid.addLayout(left, 1, 0)
        grid.addWidget(between, 1, 1)
        grid.addLayout(right, 1, 2)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(2, 4)
        grid.setRowStretch(1, 1)
        area = QScrollArea(self)
        area.setObjectName("overview_area")
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(sheet)
        return area

    def _connect(self) -> None:
        bridge = self._context.bridge
        bridge.cards_changed.connect(lambda *_: self._on_changed())
        bridge.vouchers_changed.connect(lambda *_: self._on_changed())
        bridge.sync_moved.connect(self._on_sync_moved)
        self._context.tasks.busy_changed.connect(self._on_busy_changed)
        self._soon.timeout.connect(self.load)
        self._day.timeout.connect(self._on_day_looked_at)
        self._day.start()
        self.sync_button.clicked.connect(self.sync)
        self.trouble.again_wanted.connect(self.load)
        for part in self._parts:
            part.opened.connect(self.cards_wanted)
            part.step_wanted.connect(self._on_step_wanted)

    # Showing

    def load(self) -> None:
        """Count again; what changes meanwhile is counted after that. Out of sight it waits."""
        self._stale = not self.isVisible() or self._context.tasks.busy(_LOAD)
        if not self._stale:
            self._context.tasks.start(_LOAD, self._load(), replace=False)

    async def _load(self) -> None:
        try:
            told = await self._context.desk.overview.overview()
        except KnownError as error:
            self.trouble.show_trouble(self.tr("The fleet could not be counted."), error)
            return
        self.trouble.hide()
        waiting = self._told is None or not self.links()
        self._show(told)
        if waiting and self.isVisible():
            self._focus_first()
        if told.cancellable.fee.unasked or any(one.cost.unasked for one in told.idle):
            self._context.tasks.start(_PRICES, self._read_prices(), replace=False)

    async def _read_prices(self) -> None:
        told = await self._context.desk.overview.read_prices()
        if told is not None:
            self._show(told)

    def _show(self, told: Overview) -> None:
        self._told = told
        for part in self._parts:
            part.show_overview(told)
        self._stack.setCurrentIndex(1 if told.cards.cards else 0)
        # Numbers that are new stand last in Qt's order until they are told their place.
        for before, after in pairwise(self._stops()):
            QWidget.setTabOrder(before, after)
        words, late = age_shown(told.as_of, told.today)
        parts = [day_shown(told.today), *([words] if words else ())]
        self.as_of.setText(" · ".join(parts))
        self.as_of.setProperty("role", "warn" if late else "final")
        self.as_of.style().unpolish(self.as_of)
        self.as_of.style().polish(self.as_of)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus_first()
        self.load()

    def _focus_first(self) -> None:
        """Give the keys to the first number, or to what stands in the numbers' place."""
        first: list[QWidget] = [*self.links(), self.empty]
        first[0].setFocus(Qt.FocusReason.OtherFocusReason)

    # Doing

    def sync(self) -> None:
        """Read the fleet from the provider."""
        self._context.tasks.start("sync", self._context.desk.following.sync(), replace=False)

    def links(self) -> list[FigureLink]:
        """All numbers that open something, in the order of reading."""
        return [link for part in self._parts for link in part.links()]

    def _stops(self) -> list[QWidget]:
        """What takes the keys, in the order of reading."""
        numbers = list(self.idle.links())
        stops: list[QWidget] = [self.sync_button]
        for link in self.links():
            if numbers and link is numbers[0]:
                stops.append(self.idle.days)
            stops.append(link)
        return stops

    def _on_step_wanted(self, link: FigureLink, key: int) -> None:
        def place(one: QWidget) -> QPoint:
            return one.mapTo(self, one.rect().center())

        found = nearest(self.links(), link, key, place)
        if found is not None:
            found.setFocus(Qt.FocusReason.TabFocusReason)

    # Hearing

    def _on_changed(self) -> None:
        if not self.isVisible():
            self._stale = True
        elif not self._soon.isActive():
            self._soon.start(_LATER_MS if self._syncing else _SOON_MS)

    def _on_sync_moved(self, moved: SyncMoved) -> None:
        ended = self._syncing and not moved.running
        self._syncing = moved.running
        if ended:
            self.load()

    def _on_day_looked_at(self) -> None:
        today = self._context.desk.overview.today()
        if self._told is not None and self._told.today != today:
            self.load()

    def _on_busy_changed(self, name: str, busy: bool) -> None:
        if name == _LOAD and not busy and self._stale:
            self.load()

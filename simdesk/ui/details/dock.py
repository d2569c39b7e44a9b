"""The details dock: a headline and tabs about one card, or a quiet word about several."""

from enum import IntEnum

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.card import CardRow
from simdesk.models.changes import CardsChanged
from simdesk.models.errors import KnownError
from simdesk.models.usage import CardUsage
from simdesk.ui.context import Context
from simdesk.ui.details.automation import AutomationTab
from simdesk.ui.details.basic import BasicTab
from simdesk.ui.details.headline import Headline
from simdesk.ui.details.loader import CardLoader, Part
from simdesk.ui.details.records import RecordsTab
from simdesk.ui.details.settings import SettingsTab
from simdesk.ui.details.sub_cards import SubCardsTab
from simdesk.ui.details.traffic import TrafficTab
from simdesk.ui.details.trouble_bar import TroubleBar
from simdesk.ui.details.waiting_line import WaitingLine
from simdesk.ui.details.words import Words
from simdesk.ui.scrolled import Scrolled
from simdesk.ui.text import count_shown, size_shown

READ_AFTER_MS = 40
"""A card passed over by the arrow keys is not read."""
SAY_READING_AFTER_MS = 250
"""What is read sooner than this need not be told."""
CHANGED_AFTER_MS = 250
"""Changes that come in a row are read once."""
REFRESH_AFTER_MS = 400
"""The provider is asked only about a card that is looked at."""


class Tab(IntEnum):
    BASIC = 0
    TRAFFIC = 1
    SETTINGS = 2
    AUTOMATION = 3
    SUB_CARDS = 4
    RECORDS = 5


_LEAST_ON_TOP = 120
"""Pixels that the headline has in any case."""
_BY_TAB = frozenset({Part.USAGE, Part.RECORDS, Part.RULES})
"""What is read for one tab, when it is looked at."""


class _Top(Scrolled):
    """The headline; where letters are large it is scrolled, so that the tabs below keep room."""

    def room(self) -> QSize:
        above = self.parentWidget()
        high = 0 if above is None else above.height() * 2 // 5
        return QSize(self.screen().availableSize().width(), max(_LEAST_ON_TOP, high))


class DetailsDock(QDockWidget):
    """`action_wanted` carries the id of a thing to press, `limit_wanted` a card's id.

    `sub_cards_wanted` carries a card's id, an Action and the MSISDNs of sub-cards.
    """

    action_wanted = Signal(str)
    limit_wanted = Signal(object)
    sub_cards_wanted = Signal(object, object, object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Card details"))
        self.setObjectName("details_dock")
        self._context = context
        self._row: CardRow | None = None
        self._stale_parts: set[Part] = set()
        self._old_tabs: set[Tab] = set()
        self.loader = CardLoader(context, self)
        self.trouble = TroubleBar(self)
        self.headline = Headline(context, self)
        self.waiting = WaitingLine(context, self)
        self.basic = BasicTab(context, self)
        self.traffic = TrafficTab(context, self)
        self.settings = SettingsTab(context, self)
        self.automation = AutomationTab(context, self)
        self.sub_cards = SubCardsTab(context, self)
        self.records = RecordsTab(self)
        self.tabs = QTabWidget(self)
        self._quiet = Words(self, muted=True)
        self._pages = QStackedWidget(self)
        self._read_timer = self._timer(READ_AFTER_MS)
        self._refresh_timer = self._timer(REFRESH_AFTER_MS)
        self._changed_timer = self._timer(CHANGED_AFTER_MS)
        self._reading_timer = self._timer(SAY_READING_AFTER_MS)
        self._lay_out()
        self._connect()
        if context.reviewing:  # a spreadsheet has none of these
            for tab in (Tab.SETTINGS, Tab.AUTOMATION, Tab.RECORDS):
                self.tabs.setTabVisible(tab, False)
        self.show_card(None)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    def _lay_out(self) -> None:
        for tab, words in (
            (self.basic, self.tr("Basic")),
            (self.traffic, self.tr("Traffic")),
            (self.settings, self.tr("Settings")),
            (self.automation, self.tr("Rules")),
            (self.sub_cards, self.tr("Sub-cards")),
            (self.records, self.tr("Records")),
        ):
            self.tabs.addTab(tab, words)
        self.tabs.setTabToolTip(Tab.BASIC, self.tr("Basic information"))
        self.tabs.setTabToolTip(Tab.TRAFFIC, self.tr("Traffic information"))
        self.tabs.setTabToolTip(Tab.AUTOMATION, self.tr("Automation rules"))
        self.tabs.setTabToolTip(Tab.RECORDS, self.tr("Operation records"))
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setAccessibleName(self.tr("Details of the card"))
        card = QWidget(self)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.trouble)
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.headline)
        layout.addWidget(_Top(top, card))
        layout.addWidget(self.waiting)
        layout.addWidget(self.tabs, 1)
        self._quiet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._quiet.setContentsMargins(16, 16, 16, 16)
        self._pages.addWidget(self._quiet)
        self._pages.addWidget(card)
        self._pages.setObjectName("empty")
        self._pages.setMinimumWidth(320)
        self.setWidget(self._pages)

    def _connect(self) -> None:
        self.headline.action_wanted.connect(self.action_wanted)
        self.settings.action_wanted.connect(self.action_wanted)
        self.settings.limit_wanted.connect(self.limit_wanted)
        self.sub_cards.act_wanted.connect(self.sub_cards_wanted)
        self.traffic.usage_wanted.connect(self.loader.read_usage)
        self.trouble.again_wanted.connect(self._on_again_wanted)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self._read_timer.timeout.connect(self._read_visible)
        self._refresh_timer.timeout.connect(self._on_looked_at)
        self._changed_timer.timeout.connect(self._on_changed)
        self._reading_timer.timeout.connect(self._on_reading_long)
        self._context.tasks.busy_changed.connect(self._on_busy_changed)
        self.loader.card_read.connect(self._on_card_read)
        self.loader.usage_read.connect(self._on_usage_read)
        self.loader.records_read.connect(self._on_records_read)
        self.loader.rules_read.connect(self._on_rules_read)
        self.loader.failed.connect(self._on_failed)
        self._context.bridge.cards_changed.connect(self._on_cards_changed)
        self._context.bridge.rules_changed.connect(self._on_rules_changed)
        scope = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            shortcut = QShortcut(QKeySequence(keys), self, context=scope)
            shortcut.activated.connect(lambda step=step: self.turn(step))

    @property
    def card_id(self) -> int | None:
        return None if self._row is None else self._row.id

    @property
    def quiet_words(self) -> str:
        """What stands in place of a card; empty while one is shown."""
        return self._quiet.text() if self._pages.currentIndex() == 0 else ""

    def show_card(self, row: CardRow | None) -> None:
        """Show `row`; the same card again refreshes what is shown, None shows how to begin."""
        if row is None:
            self._forget()
            self._say_quietly(self.tr("Choose a card to see its details."))
            return
        if row == self._row:
            return
        other = self._row is None or self._row.id != row.id
        self._row = row
        self.loader.look_at(row.id)
        self._show_row(row)
        self._pages.setCurrentIndex(1)
        if other:
            self.trouble.hide()
            self.waiting.show_card(None)
            self.records.wait()
            self.automation.wait()
            self._stale_parts = set(_BY_TAB)
            self._read_timer.start()
            self._refresh_timer.start()

    def show_selection(self, count: int, usage_kb: int | None) -> None:
        """Say how many cards are selected and what they used in KB, None while it is summed."""
        self._forget()
        words = self.tr("{count} cards selected").format(count=count_shown(count))
        if usage_kb is not None:
            used = self.tr("{size} used in their cycles").format(size=size_shown(usage_kb))
            words = f"{words}\n{used}"
        self._say_quietly(words)

    def open_tab(self, tab: Tab) -> None:
        """Bring a tab to the front, if the card has it."""
        if self.tabs.isTabVisible(tab):
            self.tabs.setCurrentIndex(tab)

    def turn(self, step: int) -> None:
        """Bring the next tab the card has to the front; -1 for the one before."""
        place = self.tabs.currentIndex()
        for _ in range(self.tabs.count()):
            place = (place + step) % self.tabs.count()
            if self.tabs.isTabVisible(place):
                break
        self.tabs.setCurrentIndex(place)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._row is not None:
            self._changed_timer.start()
            self._refresh_timer.start()

    def _forget(self) -> None:
        self._row = None
        self.waiting.show_card(None)
        self._stale_parts.clear()
        self.loader.look_at(None)
        self._read_timer.stop()
        self._refresh_timer.stop()
        self._changed_timer.stop()

    def _say_quietly(self, words: str) -> None:
        self._quiet.say(words)
        self._pages.setCurrentIndex(0)

    def _show_row(self, row: CardRow) -> None:
        self.headline.show_card(row, self._context.desk.cards.now())
        self._old_tabs = set(Tab)
        self.tabs.setTabVisible(Tab.SUB_CARDS, row.facts.smart)
        self._fill_tab()

    def _fill_tab(self) -> None:
        """Fill the tab in front; the others wait until they are looked at."""
        tab = Tab(self.tabs.currentIndex())
        if self._row is None or tab not in self._old_tabs:
            return
        self._old_tabs.discard(tab)
        now = self._context.desk.cards.now()
        match tab:
            case Tab.BASIC:
                self.basic.show_card(self._row, now)
            case Tab.TRAFFIC:
                self.traffic.show_card(self._row, now)
            case Tab.SETTINGS:
                self.settings.show_card(self._row, now)
            case Tab.SUB_CARDS:
                self.sub_cards.show_card(self._row)
            case Tab.AUTOMATION | Tab.RECORDS:
                pass  # filled by what is read

    def _read_visible(self) -> None:
        """Read what the tab in front needs and does not have."""
        if self._row is None or not self.isVisible():
            return
        self.waiting.show_card(self._row.id)
        tab = self.tabs.currentIndex()
        if tab == Tab.TRAFFIC and Part.USAGE in self._stale_parts:
            self.loader.read_usage(*self.traffic.months())
        if tab == Tab.RECORDS and Part.RECORDS in self._stale_parts:
            self.loader.read_records()
        if tab == Tab.AUTOMATION and Part.RULES in self._stale_parts:
            self.loader.read_rules(self._row)

    def _on_tab_changed(self) -> None:
        self._fill_tab()
        self._read_visible()

    def _on_looked_at(self) -> None:
        if self.isVisible():
            self.loader.refresh()

    def _on_busy_changed(self, name: str, busy: bool) -> None:
        if name != Part.REFRESH.value:
            return
        if busy:
            self._reading_timer.start()
        else:
            self._reading_timer.stop()
            self.headline.show_reading(False)

    def _on_reading_long(self) -> None:
        self.headline.show_reading(True)

    def _on_again_wanted(self) -> None:
        self._stale_parts = set(_BY_TAB)
        self._read_visible()
        self.loader.refresh()

    def _on_card_read(self, row: CardRow) -> None:
        if row.id == self.card_id:
            self._row = row
            self._show_row(row)

    def _on_usage_read(self, card_id: int, usage: CardUsage) -> None:
        if card_id == self.card_id:
            self._stale_parts.discard(Part.USAGE)
            self.traffic.show_usage(usage)

    def _on_records_read(self, card_id: int, records: object) -> None:
        if card_id == self.card_id:
            self._stale_parts.discard(Part.RECORDS)
            self.records.show_records(records)  # type: ignore[arg-type]  # as the loader emits

    def _on_rules_read(self, row: CardRow, rules: object) -> None:
        if row.id == self.card_id:
            self._stale_parts.discard(Part.RULES)
            self.automation.show_rules(row, rules)  # type: ignore[arg-type]  # as the loader emits

    def _on_rules_changed(self) -> None:
        if self._row is not None:
            self._stale_parts.add(Part.RULES)
            self._read_visible()

    def _on_cards_changed(self, change: CardsChanged) -> None:
        if self._row is None:
            return
        if change.card_ids is None or self._row.id in change.card_ids:
            self._stale_parts = set(_BY_TAB)
            if not self._changed_timer.isActive():
                self._changed_timer.start()

    def _on_changed(self) -> None:
        if self.isVisible():
            self.loader.read_card()
            self._read_visible()

    def _on_failed(self, part: Part, error: KnownError) -> None:
        not_done = {
            Part.CARD: self.tr("The card could not be read."),
            Part.USAGE: self.tr("Its usage could not be read."),
            Part.RECORDS: self.tr("Its records could not be read."),
            Part.RULES: self.tr("Its automation rules could not be read."),
            Part.REFRESH: self.tr("The provider could not be asked; older values are shown."),
        }[part]
        self.trouble.show_trouble(not_done, error)

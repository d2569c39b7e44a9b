"""The window: what stands in it, and what belongs together in it.

It is on the screen before its desk is open, with its table and nothing that can be pressed, and
before most of its rooms are read: they are imported where they are put in, by `furnish` and below.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QScreen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from simdesk.models.errors import KnownError
from simdesk.models.preferences import DEFAULTS, Preferences
from simdesk.models.tags import TagColor
from simdesk.models.texts import QT_TRANSLATE_NOOP
from simdesk.services.settings import Settings
from simdesk.ui import icons
from simdesk.ui.cards.arrangement import Arrangement
from simdesk.ui.cards.early import EarlyCards
from simdesk.ui.page_stack import PageArea
from simdesk.ui.pages import PageSpec, before_cards, beside_cards
from simdesk.ui.pages_window import PagesWindow
from simdesk.ui.panes import to_next
from simdesk.ui.theme import Density
from simdesk.ui.window_state import WindowState

if TYPE_CHECKING:
    from simdesk.models.card import CardRow
    from simdesk.ui.actions.spec import Menu
    from simdesk.ui.banner import SimulatedBanner
    from simdesk.ui.cards.page import CardsPage
    from simdesk.ui.context import Context
    from simdesk.ui.message_bar import MessageNote
    from simdesk.ui.operations_watch import OperationsWatch
    from simdesk.ui.preferred import Preferred

CARDS = PageSpec("cards", QT_TRANSLATE_NOOP("pages", "Cards"), "card", lambda *_: QWidget())
FIRST_SIZE = (1440, 900)
_FRAME = QSize(16, 40)
"""What the system may draw around a window."""
REMEMBER_MS = 2_000
"""Columns are written down so long after the last of them was moved."""


class MainWindow(PagesWindow):
    """One desk in one window."""

    close_wanted = Signal()
    """The operator wants to close and has answered what there was to ask."""
    painted = Signal()
    """It was drawn for the first time."""

    # What `furnish` puts in.
    cards: "CardsPage"
    operations: "OperationsWatch"
    preferred: "Preferred"
    message_note: "MessageNote"
    banner: "SimulatedBanner | None"

    def __init__(
        self,
        fleet: str,
        settings: Settings,
        pages: Sequence[PageSpec] | None = None,
        preferences: Preferences = DEFAULTS,
    ) -> None:
        """The window of a fleet that is being opened, arranged as `settings` say.

        `pages` are those it has, the Cards page among them; all there are when absent.
        """
        super().__init__((*before_cards(), CARDS, *beside_cards()) if pages is None else pages)
        self.setObjectName("main_window")
        self.setWindowTitle(self.tr("{fleet} · SimDesk").format(fleet=fleet))
        self.setWindowIcon(icons.application_icon())
        self._state = WindowState(settings)
        self.density = Density(preferences.row_height)
        self.arrangement = self._state.arrangement(preferences.columns)
        """The columns as they were left."""
        self.asks = self._state.asks
        """Some of the cards were asked for when it was left."""
        self.furnished = False
        self.given_up = False
        """It was closed before it was furnished."""
        self._painted = False
        self.navigation.setEnabled(False)
        self.navigation.show_page("cards")
        self._early = EarlyCards(self)
        self._stack.addWidget(self._early)
        self._above = QVBoxLayout()
        self._bars = QVBoxLayout()
        self._lay_out()
        self.arrangement.show_in(self._early.table)
        self._early.table.set_row_height(self.density)
        if not self._state.restore_place(self):
            self.resize(_first_size(self.screen()))

    # Putting together

    def _lay_out(self) -> None:
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        body, right = QHBoxLayout(), QVBoxLayout()
        for box in (column, self._above, body, right, self._bars):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        column.addLayout(self._above)
        column.addLayout(body, 1)
        body.addWidget(self.navigation)
        body.addLayout(right, 1)
        right.addLayout(self._bars)
        right.addWidget(PageArea(self._stack, centre), 1)
        self.setCentralWidget(centre)

    def put_above(self, banner: QWidget) -> None:
        """Put a banner above everything."""
        self._above.addWidget(banner)

    def show_early(self, cards: "Sequence[CardRow]", colors: Mapping[str, TagColor]) -> None:
        """Show the first cards while their desk is being opened; tags have these colours."""
        self._early.show_rows(cards, colors)

    def show_progress(self, done: int, total: int) -> None:
        """The simulated world is being built: so many of its cards are there."""
        self._early.show_progress(done, total)

    def furnish(self, context: "Context") -> None:
        """Put in all that works on the desk, now that it is open; needs a running loop."""
        from simdesk.ui.cards.page import CardsPage
        from simdesk.ui.preferred import Preferred

        self._context = context
        self._state = WindowState(context.settings)
        self.cards = CardsPage(context, self, self._early.give_table())
        self._pages["cards"] = self.cards
        self._stack.addWidget(self.cards)
        self._put_in_bars()
        self._add_actions()
        self._connect()
        self._restore()
        self.preferred = Preferred(context, self, self)
        self._remembering = QTimer(self, singleShot=True, interval=REMEMBER_MS)
        self._remembering.timeout.connect(self.remember)
        self.cards.table.columns_changed.connect(self._remembering.start)
        self.furnished = True
        self.setAcceptDrops(True)
        self.navigation.setEnabled(True)
        self.show_page("cards")
        self._early.deleteLater()
        self.cards.table.setFocus()
        self.cards.presenter.search()
        self.badges.load()
        self.operations.load()
        self.preferred.show_first_page()

    def _put_in_bars(self) -> None:
        from simdesk.ui.badges import Badges
        from simdesk.ui.banner import SimulatedBanner
        from simdesk.ui.message_bar import MessageBar, MessageNote
        from simdesk.ui.operations_watch import OperationsWatch
        from simdesk.ui.sending_banner import SendingBanner
        from simdesk.ui.voice import Voice
        from simdesk.ui.world_menu import WorldButton

        context, simulation = self._context, self._context.desk.simulation
        self.banner = None
        if simulation is not None:
            self.banner = SimulatedBanner(simulation, self)
            self.banner.add(WorldButton(context, simulation, self))
            self._above.addWidget(self.banner)
        sending = SendingBanner(context, self)
        sending.safe_mode_wanted.connect(self.show_safe_mode)
        self._above.addWidget(sending)
        self.message_bar = MessageBar(context.messages, self)
        self.message_note = MessageNote(context.messages, self._stack)
        self.operations = OperationsWatch(context, self._stack.currentWidget, self)
        self.badges = Badges(context, self.navigation, self.operations)
        self._bars.addWidget(self.message_bar)
        self._bars.addWidget(self.operations.bar)
        loud = (sending.said, self.operations.bar.said)
        Voice(self).hear(context.messages, loud, (self.operations.ended,))

    def _add_actions(self) -> None:
        from simdesk.ui.actions.cards import card_actions
        from simdesk.ui.actions.edit import edit_actions
        from simdesk.ui.actions.file import file_actions, help_actions
        from simdesk.ui.actions.limits import limits_actions
        from simdesk.ui.actions.looks import looks_actions
        from simdesk.ui.actions.operations import operation_actions
        from simdesk.ui.actions.registry import ActionRegistry
        from simdesk.ui.actions.spec import Menu
        from simdesk.ui.actions.view import view_actions
        from simdesk.ui.review.barred import barred

        context, page = self._context, self.cards
        self.registry = ActionRegistry(self, page.target, self._elsewhere)
        specs = (
            *file_actions(context, self),
            *edit_actions(context, page),
            *limits_actions(context, self),
            *view_actions(self, page, tuple(self._specs.values())),
            *looks_actions(self),
            *card_actions(context, self, page),
            *operation_actions(self.operations),
            *help_actions(self),
        )
        self.registry.add(barred(specs) if context.reviewing else specs)
        page.install(self.registry)
        for menu in Menu:
            self.registry.fill(self._menu(menu), menu)

    def _menu(self, which: "Menu") -> QMenu:
        from simdesk.ui.letter_menu import LetterMenu
        from simdesk.ui.shortcut_sheet import menu_title

        menu = LetterMenu(self.menuBar(), menu_title(which))
        self.menuBar().addMenu(menu)
        menu.hovered.connect(lambda action: self.cards.facts_bar.show_tip(action.statusTip()))
        menu.aboutToHide.connect(lambda: self.cards.facts_bar.show_tip(""))
        return menu

    def _connect(self) -> None:
        bridge, tasks = self._context.bridge, self._context.tasks
        self.message_bar.report_wanted.connect(self.show_report)
        self._context.messages.reported.connect(self._on_reported)
        self.navigation.page_wanted.connect(self.show_page)
        self.navigation.stop_wanted.connect(self._context.desk.sync.stop)
        bridge.sync_moved.connect(self.navigation.show_sync)
        self.operations.bar.operation_wanted.connect(self.show_operation)
        bridge.undo_changed.connect(self.registry.refresh)
        bridge.sending_changed.connect(self.registry.refresh)
        self.cards.sync_wanted.connect(lambda: self.registry.run("file.sync"))
        self.cards.operation_wanted.connect(self.show_operation)
        self.cards.orders_wanted.connect(self.show_orders)
        self.cards.finding.spreadsheet_wanted.connect(self.open_spreadsheet)
        tasks.busy_changed.connect(self._on_busy_changed)

    def _restore(self) -> None:
        if not self._state.restore_docks(self.cards):
            self.cards.docks.place_anew()
        self.cards.arrange(self.arrangement)
        self._state.begin(self.cards)

    def remember(self) -> None:
        """Write down where everything stands."""
        try:
            self._state.save(self, self.cards)
        except KnownError as error:
            self._context.messages.fail(error)

    # Looks

    def set_density(self, density: Density) -> None:
        """Make rows that high from now on, in every window."""
        self.preferred.choose({"density": density.name.lower()})

    def show_density(self, density: Density) -> None:
        """Make the rows of this window that high."""
        self.density = density
        self.cards.table.set_row_height(density)
        self.registry.refresh()

    def reset_layout(self) -> None:
        """Put columns, docks and row height back as they were new."""
        self.cards.arrange(Arrangement.choosing(self._context.preferences.current.columns))
        self.cards.docks.place_anew()
        self.preferred.choose({"density": None})

    def next_pane(self) -> None:
        """Give the keys to the next pane."""
        panes: list[QWidget] = [self.navigation]
        if self._stack.currentWidget() is self.cards:
            panes += [pane for pane in self.cards.panes() if pane.isVisible()]
        else:
            panes.append(self._stack)
        to_next(panes)

    # Hearing

    def _on_busy_changed(self, name: str, busy: bool) -> None:
        del busy
        if name in ("sync", "undo"):
            self.registry.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            # What lies in the window is drawn after it, before anything else happens.
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.furnished:
            self.given_up = True
            self.close_wanted.emit()
            return
        from simdesk.ui.closing import ask_to_close

        # The window goes when everything behind it has ended; until then it only asks.
        event.ignore()
        ask_to_close(self._context, self, self)


def _first_size(screen: QScreen) -> QSize:
    """As large as is good to begin with, but never larger than the screen."""
    return QSize(*FIRST_SIZE).boundedTo(screen.availableSize() - _FRAME)

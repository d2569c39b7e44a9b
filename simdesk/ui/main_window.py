"""The window: puts pages, panes, menus and messages together."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QScreen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from simdesk.models.errors import KnownError
from simdesk.models.filters import CardFilter
from simdesk.models.texts import QT_TRANSLATE_NOOP
from simdesk.services.crash import CrashReport
from simdesk.ui import icons
from simdesk.ui.actions.cards import card_actions
from simdesk.ui.actions.edit import edit_actions
from simdesk.ui.actions.file import file_actions, help_actions
from simdesk.ui.actions.limits import limits_actions
from simdesk.ui.actions.operations import operation_actions
from simdesk.ui.actions.registry import ActionRegistry
from simdesk.ui.actions.spec import Menu
from simdesk.ui.actions.view import view_actions
from simdesk.ui.banner import SimulatedBanner
from simdesk.ui.cards.arrangement import Arrangement
from simdesk.ui.cards.page import CardsPage
from simdesk.ui.closing import ClosingDialog, unfinished
from simdesk.ui.command_palette import CommandPalette
from simdesk.ui.context import Context
from simdesk.ui.dialogs.about import about_box
from simdesk.ui.dialogs.backups import BackupsDialog
from simdesk.ui.dialogs.report import ReportDialog
from simdesk.ui.dialogs.safe_mode import SafeModeDialog
from simdesk.ui.dialogs.support import SupportDialog
from simdesk.ui.letter_menu import LetterMenu
from simdesk.ui.message_bar import MessageBar, MessageNote
from simdesk.ui.navigation import NavigationPane
from simdesk.ui.operations_watch import OperationsWatch
from simdesk.ui.pages import PageSpec, before_cards, beside_cards
from simdesk.ui.panes import to_next
from simdesk.ui.sending_banner import SendingBanner
from simdesk.ui.shortcut_sheet import ShortcutSheet, menu_title
from simdesk.ui.text import count_shown
from simdesk.ui.theme import Density
from simdesk.ui.window_state import WindowState
from simdesk.ui.world_menu import WorldButton

CARDS = PageSpec("cards", QT_TRANSLATE_NOOP("pages", "Cards"), "card", lambda *_: QWidget())
FIRST_SIZE = (1440, 900)
_FRAME = QSize(16, 40)
"""What the system may draw around a window."""
REMEMBER_MS = 2_000
"""Columns are written down so long after the last of them was moved."""


class MainWindow(QMainWindow):
    """One desk in one window."""

    close_wanted = Signal()
    """The operator wants to close and has answered what there was to ask."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(self.tr("{fleet} · SimDesk").format(fleet=context.desk.name))
        self.setWindowIcon(icons.application_icon())
        self._context = context
        self._state = WindowState(context.settings)
        self.density = self._state.density()
        self._last_report: str | None = None
        self.cards = CardsPage(context, self)
        self._specs = {spec.name: spec for spec in (*before_cards(), CARDS, *beside_cards())}
        self._pages: dict[str, QWidget] = {"cards": self.cards}
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.cards)
        self.navigation = NavigationPane(tuple(self._specs.values()), self)
        self.message_bar = MessageBar(context.messages, self)
        self.message_note = MessageNote(context.messages, self._stack)
        self.operations = OperationsWatch(context, self._stack.currentWidget, self)
        self.registry = ActionRegistry(self, self.cards.target, self._elsewhere)
        self._lay_out()
        self._add_actions()
        self._connect()
        self._restore()
        self._remembering = QTimer(self, singleShot=True, interval=REMEMBER_MS)
        self._remembering.timeout.connect(self.remember)
        self.cards.table.columns_changed.connect(self._remembering.start)
        self.show_page("cards")
        self.cards.table.setFocus()
        self.cards.presenter.search()
        self._on_orders_changed()
        self.operations.load()
        context.tasks.start("unread notifications", self._count_unread(), replace=True)

    # Putting together

    def _lay_out(self) -> None:
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.banner: SimulatedBanner | None = None
        if self._context.desk.simulation is not None:
            self.banner = SimulatedBanner(self._context.desk.simulation, self)
            self.banner.add(WorldButton(self._context, self._context.desk.simulation, self))
            column.addWidget(self.banner)
        sending = SendingBanner(self._context, self)
        sending.safe_mode_wanted.connect(self.show_safe_mode)
        column.addWidget(sending)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.navigation)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.message_bar)
        right.addWidget(self.operations.bar)
        right.addWidget(self._stack, 1)
        body.addLayout(right, 1)
        column.addLayout(body, 1)
        self.setCentralWidget(centre)

    def _add_actions(self) -> None:
        context, page = self._context, self.cards
        self.registry.add(file_actions(context, self))
        self.registry.add(edit_actions(context, page, self))
        self.registry.add(limits_actions(context, self))
        self.registry.add(view_actions(self, page, tuple(self._specs.values())))
        self.registry.add(card_actions(context, self, page))
        self.registry.add(operation_actions(self.operations))
        self.registry.add(help_actions(self))
        page.install(self.registry)
        for menu in Menu:
            self.registry.fill(self._menu(menu), menu)

    def _menu(self, which: Menu) -> QMenu:
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
        self.operations.badge_changed.connect(self._on_operations_badge)
        self.operations.bar.operation_wanted.connect(self.show_operation)
        bridge.orders_changed.connect(self._on_orders_changed)
        bridge.notifications_changed.connect(self._on_notifications_changed)
        bridge.undo_changed.connect(self.registry.refresh)
        bridge.sending_changed.connect(self.registry.refresh)
        self.cards.sync_wanted.connect(lambda: self.registry.run("file.sync"))
        self.cards.operation_wanted.connect(self.show_operation)
        self.cards.orders_wanted.connect(self.show_orders)
        tasks.busy_changed.connect(self._on_busy_changed)

    def _restore(self) -> None:
        if not self._state.restore(self, self.cards):
            self.resize(_first_size(self.screen()))
            self.cards.docks.place_anew()
        self.cards.arrange(self._state.arrangement())
        self.set_density(self.density)

    def remember(self) -> None:
        """Write down where everything stands."""
        try:
            self._state.save(self, self.cards, self.density)
        except KnownError as error:
            self._context.messages.fail(error)

    # Pages

    def show_page(self, name: str) -> None:
        """Bring a page to the front; it is built when it is first looked at."""
        if name not in self._pages:
            page = self._specs[name].build(self._context, self, self._stack)
            self._pages[name] = page
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(self._pages[name])
        self.navigation.show_page(name)
        self.registry.refresh()

    def _elsewhere(self) -> bool:
        return self._stack.currentWidget() is not self.cards

    def show_cards(self, question: CardFilter) -> None:
        """Show these cards on the Cards page."""
        self.show_page("cards")
        self.cards.show_cards(question)

    def sync_reason(self) -> str | None:
        """Why no sync can begin now; None when one can."""
        busy = self._context.tasks.busy("sync")
        return self.tr("A sync is already running.") if busy else None

    def export_cards(self) -> None:
        """Ask what to export."""
        self.show_page("cards")
        self.cards.export()

    def show_rules(self) -> None:
        """Show the automation rules."""
        self.show_page("rules")

    def show_notifications(self, rule_id: int, name: str) -> None:
        """Show what one rule told."""
        self._ask("notifications", "show_rule", rule_id, name)

    def show_orders(self, voucher: str | None = None) -> None:
        """Show the orders; with a voucher also what can be bought for its pool."""
        self.show_page("orders")
        if voucher is not None:
            self._ask("orders", "buy_for", voucher)

    def show_order(self, number: str) -> None:
        """Show one order."""
        self._ask("orders", "show_order", number)

    def show_money(self) -> None:
        """Show where money is, and the comparison with the provider's orders."""
        self.show_page("money")

    def refresh_actions(self) -> None:
        """Enable anew what can be done, after everything that happens now."""
        self.registry.refresh_soon()

    def show_operation(self, operation_id: str) -> None:
        """Show how an operation goes."""
        self._ask("operations", "select", operation_id)

    def _ask(self, page: str, wish: str, *given: object) -> None:
        """Bring a page to the front and ask something of it, where it knows that."""
        self.show_page(page)
        asked = getattr(self._pages[page], wish, None)
        if asked is not None:
            asked(*given)

    # Looks

    def set_density(self, density: Density) -> None:
        """Make rows that high."""
        self.density = density
        self.cards.table.set_row_height(density)
        self.registry.refresh()

    def reset_layout(self) -> None:
        """Put columns, docks and row height back as they were new."""
        self.cards.arrange(Arrangement())
        self.cards.docks.place_anew()
        self.set_density(Density.NORMAL)

    def next_pane(self) -> None:
        """Give the keys to the next pane."""
        panes: list[QWidget] = [self.navigation]
        if self._stack.currentWidget() is self.cards:
            panes += [pane for pane in self.cards.panes() if pane.isVisible()]
        else:
            panes.append(self._stack)
        to_next(panes)

    # Sheets

    def show_backups(self) -> None:
        """Open the list of backups; a restore closes the desk and opens it again."""
        dialog = BackupsDialog(self._context, self)
        dialog.restart_wanted.connect(self.close)
        dialog.open()

    def show_safe_mode(self) -> None:
        """Tell why nothing is sent, and what can be done."""
        dialog = SafeModeDialog(self._context, self)
        dialog.backups_wanted.connect(self.show_backups)
        dialog.open()

    def safe_mode_reason(self) -> str | None:
        """Why there is nothing to tell about safe mode; None when there is."""
        custody = self._context.desk.custody
        on = custody.safe_mode.on or custody.restoring.since is not None
        return None if on else self.tr("Everything may be sent.")

    def show_palette(self) -> None:
        """Open the command palette, under the middle of the top edge."""
        self.registry.refresh()
        palette = CommandPalette(self.registry, self)
        palette.adjustSize()
        corner = self.mapToGlobal(self.rect().topLeft())
        palette.move(corner.x() + (self.width() - palette.width()) // 2, corner.y() + 64)
        palette.show()

    def show_shortcuts(self) -> None:
        """Open the sheet of keys."""
        ShortcutSheet(self.registry, self).open()

    def show_report(self, words: str) -> None:
        """Open a report of an unexpected error."""
        dialog = ReportDialog(self._context, words, self)
        dialog.accepted.connect(self.message_bar.report_read)
        dialog.open()

    def show_last_report(self) -> None:
        """Open the report of the last unexpected error."""
        if self._last_report is not None:
            self.show_report(self._last_report)

    def report_reason(self) -> str | None:
        """Why there is no report to read; None when there is one."""
        if self._last_report is not None:
            return None
        return self.tr("Nothing unexpected has happened since SimDesk was opened.")

    def _on_reported(self, report: CrashReport) -> None:
        self._last_report = report.text
        self.registry.refresh_soon()

    def show_support(self) -> None:
        """Show what a support bundle would hold."""
        SupportDialog(self._context, self).open()

    def show_about(self) -> None:
        """Say which program this is."""
        about_box(self._context, self).open()

    # Hearing

    def _on_operations_badge(self, words: str, count: int) -> None:
        self.navigation.show_badge("operations", words, count)

    def _on_orders_changed(self) -> None:
        self._context.tasks.start("doubts", self._count_doubts(), replace=True)

    async def _count_doubts(self) -> None:
        count = len(await self._context.desk.purchases.doubts())
        words = self.tr("{count} in doubt").format(count=count_shown(count)) if count else ""
        self.navigation.show_badge("orders", words)

    def _on_notifications_changed(self, unread: int) -> None:
        words = self.tr("{count} not read").format(count=count_shown(unread)) if unread else ""
        self.navigation.show_badge("notifications", words)

    async def _count_unread(self) -> None:
        self._on_notifications_changed(await self._context.desk.automation.unread())

    def _on_busy_changed(self, name: str, busy: bool) -> None:
        del busy
        if name in ("sync", "undo"):
            self.registry.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        # The window goes when everything behind it has ended; until then it only asks.
        event.ignore()
        if not unfinished(self._context):
            self.close_wanted.emit()
            return
        if any(asked.isVisible() for asked in self.findChildren(ClosingDialog)):
            return
        dialog = ClosingDialog(self._context, self)
        dialog.accepted.connect(self.close_wanted)
        dialog.open()


def _first_size(screen: QScreen) -> QSize:
    """As large as is good to begin with, but never larger than the screen."""
    return QSize(*FIRST_SIZE).boundedTo(screen.availableSize() - _FRAME)

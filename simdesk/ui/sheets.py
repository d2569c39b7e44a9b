"""The sheets and dialogs that stand over the window; each is read when it is first opened."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from simdesk.models.errors import KnownError

if TYPE_CHECKING:
    from simdesk.models.filters import CardFilter
    from simdesk.services.crash import CrashReport
    from simdesk.ui.actions.registry import ActionRegistry
    from simdesk.ui.cards.page import CardsPage
    from simdesk.ui.context import Context
    from simdesk.ui.message_bar import MessageBar


class SheetsWindow(QMainWindow):
    """A window that opens them, once it has its context and its actions."""

    spreadsheet_wanted = Signal(object)
    """The Path of a spreadsheet that is to be opened for review."""
    language_wanted = Signal(str)
    """Speak the language of this code from now on: see `ui.languages.speak`."""
    _context: "Context"
    cards: "CardsPage"
    registry: "ActionRegistry"
    message_bar: "MessageBar"
    _last_report: str | None = None
    can_change_fleet = False
    """Another fleet can be opened when this window is closed."""
    front_page = "cards"
    """The name of the page in front."""
    another_wanted = False
    """It was closed to open another fleet."""

    def change_fleet(self) -> None:
        """Close this fleet, after what is to be asked, and go to the welcome page."""
        self.another_wanted = True
        self.close()

    def stay(self) -> None:
        """The window is not closed after all."""
        self.another_wanted = False

    def change_fleet_reason(self) -> str | None:
        """Why no other fleet can be opened from here; None when one can."""
        return None if self.can_change_fleet else self.tr("Close this window first.")

    def show_guide(self) -> None:
        """Open the operator's guide where it was left."""
        from simdesk.ui.guide.window import show_guide

        show_guide(self)

    def show_page_help(self) -> None:
        """Open the guide at the chapter on the page in front."""
        from simdesk.services.guide import chapter_of_page
        from simdesk.ui.guide.window import show_guide

        show_guide(self, chapter_of_page(self.front_page))

    def open_spreadsheet(self) -> None:
        """Ask which spreadsheet is to be opened for review."""
        from simdesk.ui.review.choosing import choose_spreadsheet

        choose_spreadsheet(self, self.spreadsheet_wanted.emit)

    # What is dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from simdesk.ui.dropping import WINDOW

        WINDOW.admit(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        from simdesk.ui.dropping import take

        take(event)  # what does not fit was not let in

    def dropEvent(self, event: QDropEvent) -> None:
        from simdesk.ui.dropping import WINDOW, take

        try:
            dropped = WINDOW.understood(event.mimeData())
        except KnownError as error:
            self._context.messages.fail(error)
            return
        take(event)
        for file in dropped.files:
            self.spreadsheet_wanted.emit(file)
        if dropped.words:
            self.find_numbers(dropped.words)

    def find_numbers(self, words: str) -> None:
        """Ask for the cards whose numbers stand in `words`; a window with cards says how."""

    def show_backups(self) -> None:
        """Open the list of backups; a restore closes the desk and opens it again."""
        from simdesk.ui.dialogs.backups import BackupsDialog

        dialog = BackupsDialog(self._context, self)
        dialog.restart_wanted.connect(self.close)
        dialog.open()

    def show_safe_mode(self) -> None:
        """Tell why nothing is sent, and what can be done."""
        from simdesk.ui.dialogs.safe_mode import SafeModeDialog

        dialog = SafeModeDialog(self._context, self)
        dialog.backups_wanted.connect(self.show_backups)
        dialog.open()

    def safe_mode_reason(self) -> str | None:
        """Why there is nothing to tell about safe mode; None when there is."""
        custody = self._context.desk.custody
        on = custody.safe_mode.on or custody.restoring.since is not None
        return None if on else self.tr("Everything may be sent.")

    def sync_reason(self) -> str | None:
        """Why no sync can begin now; None when one can."""
        busy = self._context.tasks.busy("sync")
        return self.tr("A sync is already running.") if busy else None

    def show_palette(self) -> None:
        """Open the command palette, under the middle of the top edge."""
        from simdesk.ui.command_palette import CommandPalette
        from simdesk.ui.recent_commands import RecentCommands

        self.registry.refresh()
        recent = RecentCommands(self._context.settings)
        palette = CommandPalette(self.registry, self, recent, self.find_digits)
        palette.adjustSize()
        corner = self.mapToGlobal(self.rect().topLeft())
        palette.move(corner.x() + (self.width() - palette.width()) // 2, corner.y() + 64)
        palette.show()

    def find_digits(self, digits: str) -> None:
        """Show the cards with these digits in a number, as if they stood in the quick search."""
        from simdesk.models.filter_text import parse_filter

        self.show_cards(parse_filter(digits))

    def show_cards(self, question: "CardFilter") -> None:
        """Show these cards; a window with cards says where."""

    def show_shortcuts(self) -> None:
        """Open the sheet of keys."""
        from simdesk.ui.shortcut_sheet import ShortcutSheet

        ShortcutSheet(self.registry, self).open()

    def show_settings(self) -> None:
        """Open the settings."""
        from simdesk.ui.dialogs.settings import SettingsDialog

        arrangement = self.cards.arrangement()
        columns = [name for name in arrangement.order if name not in arrangement.hidden]
        dialog = SettingsDialog(self._context, tuple(self.registry.specs), columns, self)
        dialog.command_wanted.connect(self.registry.run)
        dialog.open()

    def show_keys(self) -> None:
        """Open the keys of commands."""
        from simdesk.ui.dialogs.keys import KeysDialog

        KeysDialog(self._context, self.registry, self).open()

    def show_report(self, words: str) -> None:
        """Open a report of an unexpected error."""
        from simdesk.ui.dialogs.report import ReportDialog

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

    def _on_reported(self, report: "CrashReport") -> None:
        self._last_report = report.text
        self.registry.refresh_soon()

    def show_support(self) -> None:
        """Show what a support bundle would hold."""
        from simdesk.ui.dialogs.support import SupportDialog

        SupportDialog(self._context, self).open()

    def show_about(self) -> None:
        """Say which program this is."""
        from simdesk.ui.dialogs.about import AboutDialog

        AboutDialog(self._context, self).open()

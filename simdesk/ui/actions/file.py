"""Syncing, leaving, and help."""

from typing import Protocol

from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.ui.actions.keys import keys_actions
from simdesk.ui.actions.spec import ActionSpec, ActionTarget, Menu, Needs
from simdesk.ui.context import Context

OPENING, SYNCING, EXPORTING, KEEPING, SETTING, LEAVING = 0, 5, 10, 50, 70, 90
READING = 2


class FileRoom(Protocol):
    """What these actions need of the window."""

    def close(self) -> bool:
        """Ask to close."""

    def sync_reason(self) -> str | None:
        """Why no sync can begin now; None when one can."""

    def export_cards(self) -> None:
        """Ask what to export."""

    def open_spreadsheet(self) -> None:
        """Ask which spreadsheet is to be opened for review."""

    def change_fleet(self) -> None:
        """Close this fleet and go to the welcome page."""

    def change_fleet_reason(self) -> str | None:
        """Why no other fleet can be opened from here; None when one can."""

    def show_backups(self) -> None:
        """Open the list of backups."""

    def show_settings(self) -> None:
        """Open the settings."""

    def show_keys(self) -> None:
        """Open the keys of commands."""

    def show_safe_mode(self) -> None:
        """Tell why nothing is sent, and what can be done."""

    def safe_mode_reason(self) -> str | None:
        """Why there is nothing to tell about safe mode; None when there is."""

    def show_palette(self) -> None:
        """Open the command palette."""

    def show_shortcuts(self) -> None:
        """Open the sheet of keys."""

    def show_guide(self) -> None:
        """Open the operator's guide where it was left."""

    def show_page_help(self) -> None:
        """Open the guide at the chapter on the page in front."""

    def show_support(self) -> None:
        """Show what a support bundle would hold."""

    def show_last_report(self) -> None:
        """Show the report of the last unexpected error."""

    def report_reason(self) -> str | None:
        """Why there is no report to read; None when there is one."""

    def show_about(self) -> None:
        """Say which program this is."""


def file_actions(context: Context, room: FileRoom) -> tuple[ActionSpec, ...]:
    """The File menu."""
    desk, tasks = context.desk, context.tasks

    def refresh(target: ActionTarget) -> None:
        tasks.start("refresh cards", desk.sync.refresh(target.card_ids), replace=False)

    return (
        *_opening(room),
        ActionSpec(
            "file.sync",
            QT_TRANSLATE_NOOP("actions", "Sync all cards"),
            lambda target: tasks.start("sync", desk.following.sync(), replace=False),
            Menu.FILE,
            "sync",
            (),
            SYNCING,
            why_not=room.sync_reason,
            everywhere=True,
        ),
        ActionSpec(
            "file.sync_selected",
            QT_TRANSLATE_NOOP("actions", "Sync selected cards"),
            refresh,
            Menu.FILE,
            None,
            ("Shift+F5",),
            SYNCING,
            Needs.CARDS,
            context=50,
        ),
        ActionSpec(
            "file.export",
            QT_TRANSLATE_NOOP("actions", "Export cards…"),
            lambda target: room.export_cards(),
            Menu.FILE,
            "export",
            ("Ctrl+E",),
            EXPORTING,
            bar=QT_TRANSLATE_NOOP("actions", "Export"),
            context=50,
            everywhere=True,
        ),
        *_keeping(context, room),
        *keys_actions(room),
        *_at_the_end(room),
    )


def _opening(room: FileRoom) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "file.open_spreadsheet",
            QT_TRANSLATE_NOOP("actions", "Open spreadsheet…"),
            lambda target: room.open_spreadsheet(),
            Menu.FILE,
            "review",
            ("Ctrl+O",),
            OPENING,
            everywhere=True,
        ),
        ActionSpec(
            "file.change_fleet",
            QT_TRANSLATE_NOOP("actions", "Change fleet…"),
            lambda target: room.change_fleet(),
            Menu.FILE,
            "folder",
            (),
            OPENING,
            why_not=room.change_fleet_reason,
            everywhere=True,
        ),
    )


def _keeping(context: Context, room: FileRoom) -> tuple[ActionSpec, ...]:
    async def back_up() -> None:
        backups = context.desk.custody.backups
        await backups.make()
        context.messages.done(text(QT_TRANSLATE_NOOP("trade", "A backup was made and checked.")))
        if backups.copies.trouble is not None:
            context.messages.fail(backups.copies.trouble)

    return (
        ActionSpec(
            "file.back_up",
            QT_TRANSLATE_NOOP("actions", "Back up now"),
            lambda target: context.tasks.start("back up", back_up(), replace=False),
            Menu.FILE,
            None,
            (),
            KEEPING,
            everywhere=True,
        ),
        ActionSpec(
            "file.backups",
            QT_TRANSLATE_NOOP("actions", "Backups…"),
            lambda target: room.show_backups(),
            Menu.FILE,
            "history",
            (),
            KEEPING,
            everywhere=True,
        ),
        ActionSpec(
            "file.safe_mode",
            QT_TRANSLATE_NOOP("actions", "Safe mode…"),
            lambda target: room.show_safe_mode(),
            Menu.FILE,
            "warn",
            (),
            KEEPING,
            why_not=room.safe_mode_reason,
            everywhere=True,
        ),
    )


def _at_the_end(room: FileRoom) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "file.settings",
            QT_TRANSLATE_NOOP("actions", "Settings…"),
            lambda target: room.show_settings(),
            Menu.FILE,
            "settings",
            ("Ctrl+,",),
            SETTING,
            everywhere=True,
        ),
        ActionSpec(
            "file.quit",
            QT_TRANSLATE_NOOP("actions", "Close SimDesk"),
            lambda target: _close(room),
            Menu.FILE,
            None,
            ("Ctrl+Q",),
            LEAVING,
            everywhere=True,
        ),
    )


def help_actions(room: FileRoom) -> tuple[ActionSpec, ...]:
    """The Help menu."""
    return (
        ActionSpec(
            "help.palette",
            QT_TRANSLATE_NOOP("actions", "All commands…"),
            lambda target: room.show_palette(),
            Menu.HELP,
            "command",
            ("Ctrl+K", "Ctrl+Shift+A"),
            everywhere=True,
        ),
        ActionSpec(
            "help.keys",
            QT_TRANSLATE_NOOP("actions", "Keyboard shortcuts"),
            lambda target: room.show_shortcuts(),
            Menu.HELP,
            "keyboard",
            ("F1",),
            everywhere=True,
        ),
        *_reading(room),
        ActionSpec(
            "help.support",
            QT_TRANSLATE_NOOP("actions", "Support bundle…"),
            lambda target: room.show_support(),
            Menu.HELP,
            group=5,
            everywhere=True,
        ),
        ActionSpec(
            "help.report",
            QT_TRANSLATE_NOOP("actions", "Report of the last unexpected error…"),
            lambda target: room.show_last_report(),
            Menu.HELP,
            group=5,
            why_not=room.report_reason,
            everywhere=True,
        ),
        ActionSpec(
            "help.about",
            QT_TRANSLATE_NOOP("actions", "About SimDesk"),
            lambda target: room.show_about(),
            Menu.HELP,
            group=10,
            everywhere=True,
        ),
    )


def _reading(room: FileRoom) -> tuple[ActionSpec, ...]:
    return (
        ActionSpec(
            "help.guide",
            QT_TRANSLATE_NOOP("actions", "Operator's guide"),
            lambda target: room.show_guide(),
            Menu.HELP,
            "help",
            (),
            READING,
            everywhere=True,
        ),
        ActionSpec(
            "help.page",
            QT_TRANSLATE_NOOP("actions", "Help on this page"),
            lambda target: room.show_page_help(),
            Menu.HELP,
            None,
            ("Ctrl+F1",),
            READING,
            everywhere=True,
        ),
    )


def _close(room: FileRoom) -> None:
    room.close()

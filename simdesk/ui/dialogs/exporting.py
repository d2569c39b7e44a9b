"""Told when an export has ended; what can be done with an exported file."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.export_words import ExportRow, ExportState
from simdesk.ui.context import Context
from simdesk.ui.messages import Offer
from simdesk.ui.text import count_shown, shown


def follow_export(context: Context, export_id: int) -> None:
    """Tell the user how an export ended, whatever page is shown by then."""
    context.tasks.start(f"export {export_id}", _follow(context, export_id), replace=False)


async def _follow(context: Context, export_id: int) -> None:
    row = await context.desk.exports.wait(export_id)
    became = outcome(row)
    if isinstance(became, KnownError):
        context.messages.fail(became)
    elif became is not None:
        offer = Offer(
            shown(text(QT_TRANSLATE_NOOP("trade", "Open"))), lambda: open_file(context, row)
        )
        context.messages.done(became, offer)


def outcome(row: ExportRow) -> Text | KnownError | None:
    """What became of an export that has ended; None for one that was cancelled."""
    if row.state is ExportState.COMPLETED:
        return _done(row)
    if row.state is ExportState.FAILED and row.error is not None:
        words = QT_TRANSLATE_NOOP("trade", "“{name}” was not written.")
        return KnownError(text(words, name=row.name), row.error)
    return None


def _done(row: ExportRow) -> Text:
    if row.rows == 1:
        return text(QT_TRANSLATE_NOOP("trade", "Exported 1 card to “{name}”."), name=row.name)
    return text(
        QT_TRANSLATE_NOOP("trade", "Exported {count} cards to “{name}”."),
        count=count_shown(row.rows),
        name=row.name,
    )


def open_file(context: Context, row: ExportRow) -> None:
    """Open an exported file in the program the system has for it."""
    open_path(context, row.path, row.path)


def show_in_folder(context: Context, row: ExportRow) -> None:
    """Open the folder an exported file lies in."""
    open_path(context, row.path, row.path.parent)


def open_path(context: Context, written: Path, path: Path) -> None:
    """Open `path` as long as the file that was `written` is still there."""
    if not written.exists():
        context.messages.fail(
            KnownError(
                text(QT_TRANSLATE_NOOP("trade", "“{path}” is no longer there."), path=str(written)),
                text(QT_TRANSLATE_NOOP("trade", "Export again.")),
            )
        )
    elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        context.messages.warn(
            text(
                QT_TRANSLATE_NOOP("trade", "No program on this computer opens “{path}”."),
                path=str(path),
            )
        )

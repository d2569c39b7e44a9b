"""What goes wrong in the reading process, in words for the window; none of them is the file's."""

from pathlib import Path

from simdesk.models.errors import KnownError
from simdesk.models.sheets import Rejection, SheetRejectedError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.apart import BrokenOffError, FailedError, place_of
from simdesk.services.reviewing.messages import Failed, Rejected, line_of, message_of
from simdesk.services.storage.faults import trouble_with


def trouble_of(error: BaseException, file: str, folder: Path | None = None) -> Failed | Rejected:
    """What is told of an error: why the file is refused, or where we failed.

    `file` is the spreadsheet's name, `folder` where the review is made.
    """
    if isinstance(error, KnownError):
        return Rejected(error)
    if isinstance(error, MemoryError):
        return Rejected(_too_large())
    disk = None if folder is None else trouble_with(error, folder)
    if disk is not None:
        return Rejected(disk)
    if isinstance(error, BrokenOffError):
        return Rejected(broken_off(file))
    return Failed(place_of(error))


def told_of(error: BaseException) -> str:
    """An error of the copy as one line."""
    return line_of(trouble_of(error, ""))


def heard_of(line: str) -> Exception:
    """The error that `told_of` put into words."""
    match message_of(line):
        case Rejected(error):
            return error
        case Failed(where):
            return FailedError(where)
        case other:
            return FailedError(type(other).__name__)


def broken_off(file: str) -> SheetRejectedError:
    """Reading ended without a result: some files end whoever reads them."""
    return SheetRejectedError(
        Rejection.DAMAGED,
        text(
            QT_TRANSLATE_NOOP("trade", "“{file}” cannot be read: reading it broke off."), file=file
        ),
        text(
            QT_TRANSLATE_NOOP(
                "trade", "Open it in a spreadsheet program and save it anew as xlsx or csv."
            )
        ),
    )


def _too_large() -> SheetRejectedError:
    return SheetRejectedError(
        Rejection.TOO_LARGE,
        text(QT_TRANSLATE_NOOP("trade", "Reading the file needs more memory than it may.")),
        text(QT_TRANSLATE_NOOP("trade", "Save the sheet with the cards alone, or as csv.")),
    )

"""What goes wrong in the reading process, in words for the window; none of them is the file's."""

import traceback
from pathlib import Path

from simdesk.models.errors import KnownError
from simdesk.models.sheets import Rejection, SheetRejectedError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.reviewing.apart import BrokenOffError
from simdesk.services.reviewing.messages import Failed, Rejected, line_of, message_of
from simdesk.services.storage.faults import trouble_with


class FailedError(Exception):
    """A mistake of ours in the copy of the reading process, and where."""


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
    return Failed(str(error) if isinstance(error, FailedError) else _place(error))


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


def _place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    where = ", ".join(f"{Path(one.filename).name}:{one.lineno}" for one in frames[-4:])
    return f"{type(error).__name__} at {where}"

"""The sentences with which a file is refused."""

from simdesk.models.sheets import Rejection, SheetRejectedError
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.spreadsheets.reading.limits import MB

_AGAIN = text(
    QT_TRANSLATE_NOOP(
        "trade", "Ask for the file again, or save it anew in a spreadsheet program as xlsx or csv."
    )
)
_SMALLER = text(
    QT_TRANSLATE_NOOP("trade", "Save the sheet as csv, or split it into several files.")
)
_AS_XLSX = text(
    QT_TRANSLATE_NOOP("trade", "Save it as xlsx or csv in a spreadsheet program and open that.")
)


def not_there(name: str, reason: str) -> SheetRejectedError:
    """The file cannot be opened; `reason` is what the system says."""
    return SheetRejectedError(
        Rejection.NOT_THERE,
        text(
            QT_TRANSLATE_NOOP("trade", "{name} cannot be opened: {reason}."),
            name=name,
            reason=reason,
        ),
        text(QT_TRANSLATE_NOOP("trade", "Check that the file is there and may be read.")),
    )


def no_such_sheet(name: str) -> SheetRejectedError:
    return SheetRejectedError(
        Rejection.NOT_THERE,
        text(QT_TRANSLATE_NOOP("trade", "The file has no sheet “{name}”."), name=name),
        text(QT_TRANSLATE_NOOP("trade", "Choose one of the sheets that are there.")),
        sheet=name,
    )


def not_a_sheet(what: Text) -> SheetRejectedError:
    """`what` the file is instead, as a sentence."""
    return SheetRejectedError(Rejection.NOT_A_SHEET, what, _AS_XLSX)


def damaged(what: Text, *, sheet: str | None = None) -> SheetRejectedError:
    """`what` is broken, as a sentence."""
    return SheetRejectedError(Rejection.DAMAGED, what, _AGAIN, sheet=sheet)


def damaged_part(name: str) -> SheetRejectedError:
    """A part inside of the file cannot be unpacked or understood."""
    return damaged(
        text(
            QT_TRANSLATE_NOOP("trade", "The file is damaged: its part {name} cannot be read."),
            name=name,
        )
    )


def not_understood(words: str, *, sheet: str | None = None) -> SheetRejectedError:
    """The reader of workbooks says what it does not understand."""
    return damaged(
        text(
            QT_TRANSLATE_NOOP("trade", "The workbook cannot be understood: {words}."),
            words=" ".join(words.split())[:200],
        ),
        sheet=sheet,
    )


def too_large(what: Text, *, sheet: str | None = None) -> SheetRejectedError:
    """`what` there is too much of, as a sentence."""
    return SheetRejectedError(Rejection.TOO_LARGE, what, _SMALLER, sheet=sheet)


def too_many_bytes(most: int) -> SheetRejectedError:
    """The file has more than `most` bytes as it lies there."""
    return too_large(
        text(
            QT_TRANSLATE_NOOP("trade", "The file is larger than {most} MB."),
            most=most // MB,
        )
    )


def too_much_inside(most: int) -> SheetRejectedError:
    """The file unpacks to more than `most` bytes."""
    return too_large(
        text(
            QT_TRANSLATE_NOOP("trade", "The file holds more than {most} MB once it is unpacked."),
            most=most // MB,
        )
    )


def out_of_memory() -> SheetRejectedError:
    """The memory set aside for reading did not do."""
    return too_large(
        text(QT_TRANSLATE_NOOP("trade", "Reading the file takes more memory than it may."))
    )


def unsafe(what: Text) -> SheetRejectedError:
    """`what` no honest spreadsheet has, as a sentence."""
    return SheetRejectedError(
        Rejection.UNSAFE,
        what,
        text(
            QT_TRANSLATE_NOOP(
                "trade", "Do not use this file; ask the person who sent it for a plain one."
            )
        ),
    )


def locked() -> SheetRejectedError:
    return SheetRejectedError(
        Rejection.LOCKED,
        text(QT_TRANSLATE_NOOP("trade", "The file is protected by a password.")),
        text(
            QT_TRANSLATE_NOOP(
                "trade", "Open it in a spreadsheet program and save it without a password."
            )
        ),
    )


def empty(*, sheet: str | None = None) -> SheetRejectedError:
    return SheetRejectedError(
        Rejection.EMPTY,
        text(QT_TRANSLATE_NOOP("trade", "There is nothing in the file.")),
        text(QT_TRANSLATE_NOOP("trade", "Choose a file that has rows.")),
        sheet=sheet,
    )

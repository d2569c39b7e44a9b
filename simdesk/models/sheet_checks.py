"""What looks wrong about a choice of columns, before a sheet is read by it."""

from collections.abc import Sequence

from simdesk.models.errors import KnownError
from simdesk.models.numbers import parse_iccid
from simdesk.models.sheet_mapping import ColumnGuess
from simdesk.models.sheets import column_letters
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text

_DOUBTED = 0.6
"""What is less sure than this is worth a look."""


def column_trouble(
    column: ColumnGuess, key: str | None, others: Sequence[ColumnGuess]
) -> Text | None:
    """What is wrong with letting `column` tell the field `key`; None where nothing is seen.

    `others` are the other columns that tell the same.
    """
    if key is None:
        return None
    if others:
        return text(
            QT_TRANSLATE_NOOP("trade", "Column {column} tells the same."),
            column=column_letters(others[0].index),
        )
    if key == "iccid":
        for example in column.examples:
            try:
                parse_iccid(example)
            except KnownError as error:
                return error.message
    return None


def column_doubt(column: ColumnGuess, key: str | None) -> bool:
    """The field was guessed, not chosen, and the guess is not sure."""
    return key is not None and key == column.key and column.sure <= _DOUBTED

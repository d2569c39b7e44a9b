"""What a screen reader says of a cell of the card table, made only when one asks."""

from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.ui.cards.columns import ORDERED, Face
from simdesk.ui.cards.shown_row import ShownRow
from simdesk.ui.text import shown


def cell_text(row: ShownRow, column: int) -> str:
    """Column, value and card: `SIM card status: In Use, suspending, card 8986…`."""
    known, words = ORDERED[column], row.words(column)
    if known.face is Face.STATUS and row.going:
        words = f"{words}, {row.going}"
    value = words or shown(text(QT_TRANSLATE_NOOP("trade", "none")))
    if known.name == "iccid":
        return f"{shown(known.title)}: {value}"
    return shown(
        text(
            QT_TRANSLATE_NOOP("trade", "{title}: {value}, card {iccid}"),
            title=known.title,
            value=value,
            iccid=row.card.facts.iccid,
        )
    )


def cell_description(row: ShownRow, column: int, *, selected: bool) -> str:
    """What else is to be known: its hint, what is going on, how true it still is.

    `selected` where Qt does not know of it; it tells what it knows itself.
    """
    parts: list[str] = []
    if selected:
        parts.append(shown(text(QT_TRANSLATE_NOOP("trade", "Selected"))))
    hint = row.hint(column)
    if hint != row.words(column):
        parts.append(hint)
    elif row.going:
        going = text(QT_TRANSLATE_NOOP("trade", "Under way: {what}"), what=row.going)
        parts.append(shown(going))
    if not row.fresh:
        parts.append(shown(text(QT_TRANSLATE_NOOP("trade", "It changed and is being read."))))
    if row.card.stamps.not_listed_since is not None:
        gone = QT_TRANSLATE_NOOP("trade", "The provider no longer lists this card.")
        parts.append(shown(text(gone)))
    return ". ".join(part.rstrip(".") for part in parts)

"""What an operator types is checked where it is entered, not where it is shown or exported."""

import unicodedata

from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.spreadsheets.sheet_text import carried

LONGEST_REMARK = 100
LONGEST_TAG = 20
LONGEST_SEARCH_NAME = 80
LONGEST_REASON = 200
LONGEST_NOTE = 200
_REFUSED = frozenset({"Cc", "Cs", "Zl", "Zp"})  # control, half a character, line separators

_NOT_TEXT = QT_TRANSLATE_NOOP(
    "trade", "{what} is one line of text; character {place} (U+{code}) is not text."
)
_NOT_KEPT = QT_TRANSLATE_NOOP(
    "trade", "{what} cannot be kept: no file can carry character {place} (U+{code})."
)


def checked_remark(words: str) -> str:
    """A remark without surrounding blanks, at most 100 characters. Raises KnownError."""
    return _checked(words, 0, LONGEST_REMARK, text(QT_TRANSLATE_NOOP("trade", "A remark")))


def checked_tag(words: str) -> str:
    """A tag without surrounding blanks, 1 to 20 characters. Raises KnownError."""
    return _checked(words, 1, LONGEST_TAG, text(QT_TRANSLATE_NOOP("trade", "A tag")))


def checked_search_name(words: str) -> str:
    """A saved search's name, 1 to 80 characters. Raises KnownError."""
    what = text(QT_TRANSLATE_NOOP("trade", "The name of a search"))
    return _checked(words, 1, LONGEST_SEARCH_NAME, what)


def checked_reason(words: str) -> str:
    """Why an operator does something, at most 200 characters. Raises KnownError."""
    return _checked(words, 0, LONGEST_REASON, text(QT_TRANSLATE_NOOP("trade", "A reason")))


def checked_note(words: str) -> str:
    """What a person saw, at most 200 characters. Raises KnownError."""
    return _checked(words, 0, LONGEST_NOTE, text(QT_TRANSLATE_NOOP("trade", "A note")))


def checked_question(words: str) -> str:
    """A filter in words as it is kept: what files can carry, in full. Raises KnownError.

    It may have lines and tabs, in quotes, and as many characters as a cell of a sheet.
    """
    kept = carried(words)
    if kept == words:
        return words
    what = text(QT_TRANSLATE_NOOP("trade", "The search"))
    place = next(
        (place for place, letter in enumerate(words, start=1) if not carried(letter)), None
    )
    if place is None:
        raise _too_long(what, len(kept), len(words))
    raise _not_text(_NOT_KEPT, what, words, place)


def _checked(words: str, least: int, most: int, what: Text) -> str:
    words = words.strip()
    if len(words) < least:
        raise KnownError(
            text(QT_TRANSLATE_NOOP("trade", "{what} needs at least one character."), what=what)
        )
    if len(words) > most:
        raise _too_long(what, most, len(words))
    for place, letter in enumerate(words, start=1):
        if _refused(letter):
            raise _not_text(_NOT_TEXT, what, words, place)
    return words


def _too_long(what: Text, most: int, count: int) -> KnownError:
    return KnownError(
        text(
            QT_TRANSLATE_NOOP("trade", "{what} has at most {most} characters; this has {count}."),
            what=what,
            most=most,
            count=count,
        ),
        text(QT_TRANSLATE_NOOP("trade", "Shorten it.")),
    )


def _not_text(why: str, what: Text, words: str, place: int) -> KnownError:
    return KnownError(
        text(why, what=what, place=place, code=f"{ord(words[place - 1]):04X}"),
        text(QT_TRANSLATE_NOOP("trade", "Remove it.")),
    )


def _refused(letter: str) -> bool:
    return unicodedata.category(letter) in _REFUSED or ord(letter) & 0xFFFE == 0xFFFE

"""What an operator types is checked where it is entered, not where it is shown or exported."""

import unicodedata

from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text

LONGEST_REMARK = 100
LONGEST_TAG = 20
LONGEST_SEARCH_NAME = 80
_REFUSED = frozenset({"Cc", "Cs", "Zl", "Zp"})  # control, half a character, line separators


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


def _checked(words: str, least: int, most: int, what: Text) -> str:
    words = words.strip()
    if len(words) < least:
        raise KnownError(
            text(QT_TRANSLATE_NOOP("trade", "{what} needs at least one character."), what=what)
        )
    if len(words) > most:
        raise KnownError(
            text(
                QT_TRANSLATE_NOOP(
                    "trade", "{what} has at most {most} characters; this has {count}."
                ),
                what=what,
                most=most,
                count=len(words),
            ),
            text(QT_TRANSLATE_NOOP("trade", "Shorten it.")),
        )
    for place, letter in enumerate(words, start=1):
        if _refused(letter):
            raise KnownError(
                text(
                    QT_TRANSLATE_NOOP(
                        "trade",
                        "{what} is one line of text; character {place} (U+{code}) is not text.",
                    ),
                    what=what,
                    place=place,
                    code=f"{ord(letter):04X}",
                ),
                text(QT_TRANSLATE_NOOP("trade", "Remove it.")),
            )
    return words


def _refused(letter: str) -> bool:
    return unicodedata.category(letter) in _REFUSED or ord(letter) & 0xFFFE == 0xFFFE

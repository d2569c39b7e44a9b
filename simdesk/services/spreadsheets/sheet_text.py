"""Text as sheets can carry it: escapes, forbidden characters and the formula guard."""

import re

CELL_UNITS = 32_767
"""Longest text of a cell, in UTF-16 units."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile("[&<>\r]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;", "_": "_x005F_"}
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def carried(words: str) -> str:
    """`words` without what no sheet can carry: control characters, lone surrogates, the overlong.

    Tab, line feed and carriage return stay.
    """
    return _shortened(_FORBIDDEN.sub("", words)) if _FORBIDDEN.search(words) else _shortened(words)


def xml_escaped(words: str) -> str:
    """Carried text as element content.

    `_x0041_` would be read as the letter A, so the underscore of such a look-alike is escaped
    the same way (ECMA-376 part 1, 22.9.2.19).
    """
    return _ESCAPED.sub(_escape, words)


def guarded(words: str) -> str:
    """Text that no spreadsheet program takes for a formula; `unguarded` undoes it."""
    return "'" + words if words.lstrip("'").startswith(FORMULA_STARTS) else words


def unguarded(words: str) -> str:
    """The text that `guarded` was given."""
    if words.startswith("'") and words.lstrip("'").startswith(FORMULA_STARTS):
        return words[1:]
    return words


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES[match[0]]


def _shortened(words: str) -> str:
    if len(words) * 2 <= CELL_UNITS:
        return words
    units = len(words) + len(_ASTRAL.findall(words))
    while units > CELL_UNITS:
        spare = units - CELL_UNITS
        cut = max(1, spare // 2)
        words, gone = words[:-cut], words[-cut:]
        units -= cut + len(_ASTRAL.findall(gone))
    return words

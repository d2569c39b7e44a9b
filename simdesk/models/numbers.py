"""Card numbers: ICCID, MSISDN, IMSI, IMEI - cleaned, checked, shown (domain.md 1; 9, row 26).

Only the ASCII characters 0-9 and A-Z count: full-width or Arabic digits look the same and match
nothing.
"""

import re
import string
from enum import StrEnum

from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, shortened, text


class NumberKind(StrEnum):
    """Which number a word is; the value is the filter field that holds it."""

    ICCID = "iccid"
    MSISDN = "msisdn"
    IMSI = "imsi"
    IMEI = "imei"

    @property
    def label(self) -> Text:
        return text(_LABELS[self])


_LABELS = {
    NumberKind.ICCID: QT_TRANSLATE_NOOP("trade", "ICCID"),
    NumberKind.MSISDN: QT_TRANSLATE_NOOP("trade", "MSISDN"),
    NumberKind.IMSI: QT_TRANSLATE_NOOP("trade", "IMSI"),
    NumberKind.IMEI: QT_TRANSLATE_NOOP("trade", "IMEI"),
}
_ICCID = re.compile("8986[0-9A-Z]{15,16}")
_WANTED = {
    NumberKind.ICCID: QT_TRANSLATE_NOOP(
        "trade", "An ICCID has 20 digits or capital letters and starts with 8986."
    ),
    NumberKind.MSISDN: QT_TRANSLATE_NOOP("trade", "An MSISDN has 13 digits."),
    NumberKind.IMSI: QT_TRANSLATE_NOOP("trade", "An IMSI has 15 digits."),
    NumberKind.IMEI: QT_TRANSLATE_NOOP("trade", "An IMEI has 15 digits."),
}

_ICCID_START = "8986"
ICCID_LENGTH = 20
SHORT_ICCID_LENGTH = 19
"""An ICCID printed without its check digit: accepted with a warning."""

_CHINA = "460"
"""The mobile country code that Chinese IMSIs start with; IMEIs do not."""

_CAPITALS = str.maketrans(string.ascii_lowercase, string.ascii_uppercase)
_EXCEL = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?E[+-]?[0-9]{1,3}", re.IGNORECASE)
_IGNORED = re.compile("[\\s\\-\u200b\u2060\ufeff]+")


def cleaned(words: str) -> str:
    """`words` without spaces, dashes and F-padding, in capitals; nothing else is repaired."""
    if words.isascii() and words.isalnum():
        number = words.upper()
    else:
        number = _IGNORED.sub("", words).translate(_CAPITALS)
    if not number.endswith("F"):
        return number
    bare = number.rstrip("F")
    padded = bare.startswith(_ICCID_START) and len(bare) >= SHORT_ICCID_LENGTH
    return bare if padded else number


def parse_iccid(words: str) -> str:
    """The cleaned ICCID of 20 characters, or 19 (see `number_warning`). Raises KnownError."""
    return _parse(NumberKind.ICCID, words)


def parse_msisdn(words: str) -> str:
    """The cleaned MSISDN of 13 digits. Raises KnownError."""
    return _parse(NumberKind.MSISDN, words)


def parse_imsi(words: str) -> str:
    """The cleaned IMSI of 15 digits. Raises KnownError."""
    return _parse(NumberKind.IMSI, words)


def parse_imei(words: str) -> str:
    """The cleaned IMEI of 15 digits; a wrong check digit only warns. Raises KnownError."""
    return _parse(NumberKind.IMEI, words)


def number_warning(kind: NumberKind, number: str) -> Text | None:
    """What is odd about a number that was accepted; None when nothing is."""
    if kind is NumberKind.ICCID and len(number) == SHORT_ICCID_LENGTH:
        return text(
            QT_TRANSLATE_NOOP("trade", "{number} has 19 characters: the last one seems missing."),
            number=number,
        )
    if kind is NumberKind.IMEI and not luhn_holds(number):
        return text(
            QT_TRANSLATE_NOOP("trade", "The check digit of IMEI {number} does not fit."),
            number=number,
        )
    return None


def luhn_holds(digits: str) -> bool:
    """Whether the last digit is the Luhn check digit of the others."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def grouped(number: str) -> str:
    """`number` in groups of four, for drawing only: what is copied stays whole."""
    return " ".join(number[start : start + 4] for start in range(0, len(number), 4))


def kinds(words: str) -> tuple[NumberKind, ...]:
    """Every kind of number `words` may be, likeliest first; empty when it is none."""
    return kinds_of(cleaned(words))


def kinds_of(number: str) -> tuple[NumberKind, ...]:
    """Every kind that a cleaned number may be, likeliest first."""
    if number.startswith(_ICCID_START) and _ICCID.fullmatch(number):
        return (NumberKind.ICCID,)
    if len(number) not in (13, 15) or not (number.isascii() and number.isdigit()):
        return ()
    if len(number) == 13:
        return (NumberKind.MSISDN,)
    if number.startswith(_CHINA):
        return (NumberKind.IMSI, NumberKind.IMEI)
    return (NumberKind.IMEI, NumberKind.IMSI)


def classify(words: str) -> NumberKind | Text:
    """The likeliest kind of one pasted word, or in words why it is no card number."""
    found = kinds(words)
    return found[0] if found else _problem(words)


def _parse(kind: NumberKind, words: str) -> str:
    number = cleaned(words)
    if kind not in kinds_of(number):
        raise KnownError(_not_one(words, kind), text(_WANTED[kind]))
    return number


def _not_one(words: str, kind: NumberKind) -> Text:
    if (odd := _damage(words)) is not None:
        return odd
    return text(
        QT_TRANSLATE_NOOP("trade", "“{words}” is not an {kind}."),
        words=shortened(words),
        kind=kind.label,
    )


def _problem(words: str) -> Text:
    if (odd := _damage(words)) is not None:
        return odd
    number = cleaned(words)
    if re.fullmatch("[0-9A-Z]+", number) is None or not any(map(str.isdigit, number)):
        return text(
            QT_TRANSLATE_NOOP("trade", "“{words}” is not a card number."), words=shortened(words)
        )
    return text(
        QT_TRANSLATE_NOOP(
            "trade", "“{words}” has {count} characters; card numbers have 13, 15 or 20."
        ),
        words=shortened(words),
        count=len(number),
    )


def _damage(words: str) -> Text | None:
    if _EXCEL.fullmatch(words.strip()):
        return text(
            QT_TRANSLATE_NOOP(
                "trade",
                "“{words}” was rounded by a spreadsheet and its last digits are lost: format the "
                "column as text at the source and copy it again.",
            ),
            words=shortened(words.strip()),
        )
    if any(char.isdigit() and not char.isascii() for char in words):
        return text(
            QT_TRANSLATE_NOOP("trade", "“{words}” has digits other than 0-9."),
            words=shortened(words),
        )
    return None

"""Values of cards as people read them beside each other: nothing is rounded away."""

from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType

from simdesk.models.periods import local
from simdesk.models.sheet_fields import WISH
from simdesk.models.sheet_lines import Stored
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.usage import KB_PER_MB
from simdesk.services.export_columns import CARD_COLUMNS, VERSION, CardColumn, Say, listed
from simdesk.services.spreadsheets.columns import Kind

_MONTH = "month."
_MONTH_TITLE = QT_TRANSLATE_NOOP("trade", "Traffic of {month}")
_UNKNOWN_CODE = QT_TRANSLATE_NOOP("trade", "Unknown ({code})")
_WISH_TITLE = text(QT_TRANSLATE_NOOP("trade", "Wished action"))

_COLUMNS: Mapping[str, CardColumn] = MappingProxyType(
    {one.field: one for one in (*CARD_COLUMNS, VERSION)}
)


def field_title(name: str) -> Text:
    """What a field is called; `name` is the key of an export column."""
    if name == WISH:
        return _WISH_TITLE
    if name.startswith(_MONTH):
        return text(_MONTH_TITLE, month=name.removeprefix(_MONTH))
    return _COLUMNS[name].title


def value_words(name: str, value: Stored, say: Say = str) -> str:
    """A stored value in words; empty for nothing known.

    Sizes are exact MB, moments those of Asia/Shanghai, lists parted by commas.
    """
    if value is None or value == "":
        return ""
    column = _COLUMNS.get(name)
    if column is None:
        return _megabytes(value) if name.startswith(_MONTH) else str(value)
    if column.kind is Kind.SIZE:
        return _megabytes(value)
    if column.kind is Kind.MOMENT:
        moment = local(datetime.fromtimestamp(int(value), UTC))
        return f"{moment:%Y-%m-%d %H:%M:%S}"
    if column.listed:
        return listed(value)
    if not column.labels:
        return str(value)
    label = next((label for code, label in column.labels if code == value), None)
    return say(text(_UNKNOWN_CODE, code=str(value)) if label is None else label)


def codes_saying(words: str, say: Say = str) -> dict[str, list[Stored]]:
    """By field, the stored codes whose words say `words`, capitals apart."""
    sought = words.strip().casefold()
    found: dict[str, list[Stored]] = {}
    for column in CARD_COLUMNS if sought else ():
        codes = [code for code, label in column.labels if sought in say(label).casefold()]
        if codes:
            found[column.field] = codes
    return found


def _megabytes(value: Stored) -> str:
    """KB as MB with as many decimals as it takes."""
    megabytes = f"{int(value or 0) / KB_PER_MB:,.10f}".rstrip("0").rstrip(".")
    return f"{megabytes} MB"

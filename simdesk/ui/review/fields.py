"""The fields that a column can tell, as a list to choose from: grouped, and by their names."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from simdesk.models.sheet_fields import ROW_VERSION, SHEET_FIELDS, WISH, sheet_field
from simdesk.models.texts import QT_TRANSLATE_NOOP
from simdesk.ui.text import shown

CONTEXT = "review"
_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("review", "Numbers"), ("iccid", "msisdns", "imsis", "imei")),
    (
        QT_TRANSLATE_NOOP("review", "Plan"),
        ("carrier", "voucher", "plan", "cycle", "tier", "expires", "auto_renew", "order"),
    ),
    (
        QT_TRANSLATE_NOOP("review", "Status"),
        ("status", "specific", "method", "opened", "activated", "certified"),
    ),
    (QT_TRANSLATE_NOOP("review", "Usage"), ("usage", "left", "sms", "limit")),
    (QT_TRANSLATE_NOOP("review", "Card"), ("sim_type", "apn", "network", "group")),
    (
        QT_TRANSLATE_NOOP("review", "Of the desk"),
        ("tags", "remark", WISH, ROW_VERSION),
    ),
)


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """A line of the list: a field, or the name of a group where `key` is None."""

    words: str
    key: str | None


def field_words(key: str | None) -> str:
    """What a field is called; a column without one is not used."""
    if key is None:
        return QCoreApplication.translate("review", "Not used")
    known = sheet_field(key)
    return key if known is None else shown(known.title)


def field_choices(dated: Iterable[str]) -> tuple[FieldChoice, ...]:
    """Every field in groups; `dated` are the months and days that the file may tell."""
    lines: list[FieldChoice] = []
    grouped: set[str] = set()
    for name, keys in _GROUPS:
        lines.append(FieldChoice(QCoreApplication.translate(CONTEXT, name), None))
        lines += [FieldChoice(field_words(key), key) for key in keys]
        grouped.update(keys)
    rest = [key for key in SHEET_FIELDS if key not in grouped]
    lines += [FieldChoice(field_words(key), key) for key in rest]
    days = sorted(set(dated))
    if days:
        months = QCoreApplication.translate("review", "Usage of months and days")
        lines.append(FieldChoice(months, None))
        lines += [FieldChoice(field_words(key), key) for key in days]
    return tuple(lines)

"""A comparison of two sides into a spreadsheet: one line for each difference."""

from collections.abc import Iterable
from functools import partial

from simdesk.models.sheet_comparison import ComparedSheets
from simdesk.models.sheet_lines import LineKind, SheetLine
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.export_columns import Say
from simdesk.services.list_export import ListFile, ListKind, write_list
from simdesk.services.sheet_words import field_title, value_words
from simdesk.services.spreadsheets.columns import Column, Kind, Row


def write_sheet_comparison(
    found: ComparedSheets, lines: Iterable[SheetLine], file: ListFile
) -> int:
    """Write the file; how many lines it has.

    Raises KnownError for what the disk does; then there is no file.
    """
    counts = (
        (text(QT_TRANSLATE_NOOP("trade", "Cards added")), found.added),
        (text(QT_TRANSLATE_NOOP("trade", "Cards gone")), found.gone),
        (text(QT_TRANSLATE_NOOP("trade", "Cards changed")), found.changed),
        (text(QT_TRANSLATE_NOOP("trade", "Cards the same")), found.same),
    )
    about: list[tuple[Text, str]] = [
        (text(QT_TRANSLATE_NOOP("trade", "Before")), found.before),
        (text(QT_TRANSLATE_NOOP("trade", "After")), found.after),
        *((label, str(count)) for label, count in counts),
        *((text(QT_TRANSLATE_NOOP("trade", "Caution")), file.say(one)) for one in found.cautions),
    ]
    kind = ListKind(
        "Comparison",
        "SimDesk sheet comparison",
        comparison_columns(file.say),
        text(QT_TRANSLATE_NOOP("trade", "Lines")),
        about,
    )
    return write_list(file, kind, map(partial(_row, say=file.say), lines))


def comparison_columns(say: Say = str) -> tuple[Column, ...]:
    """The columns of an exported comparison."""

    def column(key: str, kind: Kind, title: str, width: float) -> Column:
        return Column(key, say(text(title)), kind, width)

    return (
        column("iccid", Kind.ID, QT_TRANSLATE_NOOP("trade", "ICCID"), 23),
        column("kind", Kind.WORDS, QT_TRANSLATE_NOOP("trade", "Difference"), 12),
        column("field", Kind.WORDS, QT_TRANSLATE_NOOP("trade", "Field"), 26),
        column("before", Kind.WORDS, QT_TRANSLATE_NOOP("trade", "Before"), 30),
        column("after", Kind.WORDS, QT_TRANSLATE_NOOP("trade", "After"), 30),
        column("usage", Kind.SIZE, QT_TRANSLATE_NOOP("trade", "Used since (MB)"), 16),
    )


def _row(line: SheetLine, say: Say) -> Row:
    changed = line.kind is LineKind.CHANGED
    return (
        line.iccid,
        say(line.kind.label),
        say(field_title(line.field)) if changed else None,
        value_words(line.field, line.before, say) if changed else None,
        value_words(line.field, line.after, say) if changed else None,
        line.usage_kb,
    )

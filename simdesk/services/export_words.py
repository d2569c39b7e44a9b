"""What an export is and how it ended, in words that are kept in the database and said later."""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Literal

from simdesk.models.errors import KnownError, with_remedy
from simdesk.models.filter_text import filter_text
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.periods import Month
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text

Format = Literal["xlsx", "csv"]

KEPT_DAYS = 7
"""How long files without a place of their own are kept (domain.md 5)."""
MOST_MONTHS = 13
"""Traffic months of one export: what the desk keeps of a new card."""


class ExportState(StrEnum):
    WAITING = "WAITING"
    GENERATING = "GENERATING"
    COMPLETED = "COMPLETED"
    FAILED = "FAILED"
    CANCELLED = "CANCELLED"
    EXPIRED = "EXPIRED"

    @property
    def label(self) -> Text:
        return text(_LABELS[self])

    @property
    def open(self) -> bool:
        """It waits or is being written: it can be cancelled, not deleted."""
        return self in (ExportState.WAITING, ExportState.GENERATING)


_LABELS = {
    ExportState.WAITING: QT_TRANSLATE_NOOP("trade", "Waiting"),
    ExportState.GENERATING: QT_TRANSLATE_NOOP("trade", "Generating"),
    ExportState.COMPLETED: QT_TRANSLATE_NOOP("trade", "Completed"),
    ExportState.FAILED: QT_TRANSLATE_NOOP("trade", "Failed"),
    ExportState.CANCELLED: QT_TRANSLATE_NOOP("trade", "Export cancelled"),
    ExportState.EXPIRED: QT_TRANSLATE_NOOP("trade", "Expired"),
}


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What to export. `card_ids` wins over `filter`; `first` to `last` are the usage months.

    `name` is without its ending, None for the system's own; `folder` None is the exported files'
    folder, where files live for seven days. An existing file is only overwritten with `replace`.
    """

    filter: CardFilter
    sort: Sort
    card_ids: tuple[int, ...] | None
    first: Month
    last: Month
    daily: bool = False
    format: Format = "xlsx"
    name: str | None = None
    folder: Path | None = None
    replace: bool = False

    @property
    def months(self) -> tuple[Month, ...]:
        return tuple(self.first.until(self.last))


@dataclass(frozen=True, slots=True)
class ExportRow:
    """An export as the list shows it.

    `rows` of `total` are written; `total` is None until counted. `size` is bytes. `kept` says
    that the file lies where the operator chose: SimDesk never removes it.
    """

    id: int
    name: str
    path: Path
    format: Format
    state: ExportState
    rows: int
    total: int | None
    size: int
    content: Text
    first: Month
    last: Month
    daily: bool
    created_at: datetime
    finished_at: datetime | None
    error: Text | None
    kept: bool


_SELECTED, _LISTED, _ALL = "selected", "listed", "all"


def content_stored(request: ExportRequest) -> str:
    """Which cards were asked for, as kept in the database."""
    if request.card_ids is not None:
        return _SELECTED
    words = filter_text(CardFilter(request.filter.active))
    if request.filter.card_ids is not None:
        return f"{_LISTED} {words}"
    return f"{_ALL} {words}".rstrip()


def content_text(stored: str) -> Text:
    """Which cards were asked for, as people read it."""
    kind, _, words = stored.partition(" ")
    if kind == _SELECTED:
        return text(QT_TRANSLATE_NOOP("trade", "Selected cards"))
    if kind == _LISTED:
        return text(QT_TRANSLATE_NOOP("trade", "Listed cards {words}"), words=words)
    if words:
        return text(QT_TRANSLATE_NOOP("trade", "Cards matching {words}"), words=words)
    return text(QT_TRANSLATE_NOOP("trade", "All cards"))


def error_stored(error: KnownError) -> str:
    """What went wrong, as kept in the database; it can be said in another language later."""
    said = [error.message] if error.remedy is None else [error.message, error.remedy]
    return json.dumps(
        [[one.source, {name: str(value) for name, value in one.arguments}] for one in said],
        ensure_ascii=False,
    )


def error_text(stored: str | None) -> Text | None:
    """What went wrong, as people read it."""
    if not stored:
        return None
    said = [text(source, **arguments) for source, arguments in json.loads(stored)]
    return with_remedy(said[0], said[1] if len(said) > 1 else None)

"""A spreadsheet that is opened like a fleet: what it was made of, and what of it was refused."""

import json
from collections.abc import Mapping as AnyMapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final, Self

from simdesk.models.periods import Month
from simdesk.models.sheet_mapping import Mapping
from simdesk.models.sheets import OwnMark, Rejection
from simdesk.models.texts import Text, plain_text, text_of

MOST_REFUSED: Final = 1_000
"""So many refused rows and cells are told one by one; all are counted."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A row, or one cell of it, that was not read. `row` counts from 1, as spreadsheets do.

    `whole_row` says that the card is not in the review at all; else it is, without this cell.
    """

    sheet: str
    row: int
    cell: str
    why: Rejection
    message: Text
    remedy: Text
    whole_row: bool


@dataclass(frozen=True, slots=True)
class ReviewOf:
    """The spreadsheet behind a review.

    `at` is when the cards were as they are told: exported, or the file last changed. `starts` are
    the sheets with the number of the card that their first row would be: a card's id is the row it
    stands in, counted on through all sheets. Of `refused` only the first are listed.
    """

    identity: str
    file: str
    path: str
    format: str
    at: datetime
    mapping: Mapping
    own: OwnMark | None = None
    rows: int = 0
    refused_rows: int = 0
    refused_cells: int = 0
    refused: tuple[Refused, ...] = ()
    starts: tuple[tuple[str, int], ...] = ()
    skipped_totals: int = 0
    """Columns of monthly totals: no day is known of them, so they are not charted."""

    @property
    def told(self) -> frozenset[str]:
        """The fields that a column tells; of all others the cards have nothing."""
        return self.mapping.keys

    @property
    def account(self) -> str:
        """Whose cards they are: the exporting account, or the file itself."""
        return self.file if self.own is None else self.own.account

    def place_of(self, card_id: int) -> tuple[str, int]:
        """The sheet and the row, from 1, that this card was read from."""
        name, start = next(
            (one for one in reversed(self.starts) if one[1] < card_id), self.starts[0]
        )
        return name, card_id - start

    def to_json(self) -> str:
        plain: dict[str, Any] = {
            "identity": self.identity,
            "file": self.file,
            "path": self.path,
            "format": self.format,
            "at": self.at.isoformat(),
            "mapping": self.mapping.to_json(),
            "own": None if self.own is None else mark_told(self.own),
            "rows": self.rows,
            "refused_rows": self.refused_rows,
            "refused_cells": self.refused_cells,
            "refused": [_told(one) for one in self.refused],
            "starts": self.starts,
            "skipped_totals": self.skipped_totals,
        }
        return json.dumps(plain, ensure_ascii=False)

    @classmethod
    def from_json(cls, words: str) -> Self:
        """Raises ValueError for what is no review."""
        try:
            told: dict[str, Any] = json.loads(words)
            own = told["own"]
            return cls(
                **{
                    **told,
                    "at": datetime.fromisoformat(told["at"]),
                    "mapping": Mapping.from_json(told["mapping"]),
                    "own": None if own is None else mark_heard(own),
                    "refused": tuple(map(_heard, told["refused"])),
                    "starts": tuple((str(name), int(start)) for name, start in told["starts"]),
                }
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("not a review") from error


def mark_told(mark: OwnMark) -> dict[str, Any]:
    """The mark of an export as plain words, as they go through a pipe."""
    return {
        **asdict(mark),
        "exported_at": mark.exported_at.isoformat(),
        "months": [str(month) for month in mark.months],
    }


def mark_heard(told: AnyMapping[str, Any]) -> OwnMark:
    """Raises KeyError, TypeError or ValueError for what is no mark."""
    first, last = map(Month.parse, told["months"])
    moment = datetime.fromisoformat(told["exported_at"])
    return OwnMark(**{**told, "exported_at": moment, "months": (first, last)})


def _told(one: Refused) -> dict[str, Any]:
    return {
        "sheet": one.sheet,
        "row": one.row,
        "cell": one.cell,
        "why": one.why,
        "message": plain_text(one.message),
        "remedy": plain_text(one.remedy),
        "whole_row": one.whole_row,
    }


def _heard(told: AnyMapping[str, Any]) -> Refused:
    return Refused(
        **{
            **told,
            "why": Rejection(told["why"]),
            "message": text_of(told["message"]),
            "remedy": text_of(told["remedy"]),
        }
    )

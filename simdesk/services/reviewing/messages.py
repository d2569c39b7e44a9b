"""What the reading process tells: one line of JSON each. Rows never travel."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simdesk.models.errors import KnownError, error_of, plain_error
from simdesk.models.reviews import mark_heard, mark_told
from simdesk.models.sheet_mapping import Understanding
from simdesk.models.sheets import OwnMark, Rejection, SheetRejectedError


@dataclass(frozen=True, slots=True)
class Understood:
    """What is in the file, and the mark of our own export."""

    what: Understanding
    own: OwnMark | None


@dataclass(frozen=True, slots=True)
class FirstRows:
    """The first rows are in and can be looked at; the process waits for a line on its input."""

    rows: int


@dataclass(frozen=True, slots=True)
class RowsRead:
    """So many rows of the file were read, the refused ones included."""

    rows: int


@dataclass(frozen=True, slots=True)
class Ordering:
    """All rows are in; so many of the indexes are made."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Filled:
    """The review is complete, and what it is of is written beside it (`review_file`)."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """The file is refused, or the disk refuses the review."""

    error: KnownError


@dataclass(frozen=True, slots=True)
class Failed:
    """A mistake of ours: where it was made, without words of the file."""

    where: str


Message = Understood | FirstRows | RowsRead | Ordering | Filled | Rejected | Failed


def line_of(message: Message) -> str:
    return json.dumps({"kind": type(message).__name__, **_plain(message)}, ensure_ascii=True)


def _plain(message: Message) -> dict[str, Any]:
    match message:
        case Understood(what, own):
            return {"what": what.to_json(), "own": None if own is None else mark_told(own)}
        case FirstRows(rows) | RowsRead(rows):
            return {"rows": rows}
        case Ordering(done, total):
            return {"done": done, "total": total}
        case Filled():
            return {}
        case Failed(where):
            return {"where": where}
        case Rejected(error):
            return {
                **plain_error(error),
                "why": getattr(error, "why", None),
                "sheet": getattr(error, "sheet", None),
                "cell": getattr(error, "cell", None),
            }


def message_of(line: str | bytes) -> Message:
    """Raises ValueError, KeyError or TypeError for what is no such line."""
    told: dict[str, Any] = json.loads(line)
    match told["kind"]:
        case "Understood":
            own = told["own"]
            mark = None if own is None else mark_heard(own)
            return Understood(Understanding.from_json(told["what"]), mark)
        case "FirstRows":
            return FirstRows(int(told["rows"]))
        case "RowsRead":
            return RowsRead(int(told["rows"]))
        case "Ordering":
            return Ordering(int(told["done"]), int(told["total"]))
        case "Filled":
            return Filled()
        case "Rejected":
            return Rejected(_rejected(told))
        case "Failed":
            return Failed(str(told["where"]))
    raise ValueError(told["kind"])


def _rejected(told: Mapping[str, Any]) -> KnownError:
    error = error_of(told)
    if told["why"] is None or error.remedy is None:
        return error
    why, sheet, cell = Rejection(told["why"]), told["sheet"], told["cell"]
    return SheetRejectedError(why, error.message, error.remedy, sheet=sheet, cell=cell)

"""What the writing process tells: one line of JSON each; what it is asked travels once, pickled."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simdesk.models.audit import AuditHead
from simdesk.models.errors import KnownError, error_of, plain_error
from simdesk.services.export_job import ExportPlan, Written


@dataclass(frozen=True, slots=True)
class Order:
    """Write the export of `plan` from the desk at `desk`; `words` are what it says, translated."""

    desk: Path
    plan: ExportPlan
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class Reached:
    """So many of so many cards are in the file."""

    rows: int
    total: int


@dataclass(frozen=True, slots=True)
class Stopped:
    """Nobody wants the file any more; there is none."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The disk, or the desk's file, does not let it."""

    error: KnownError


@dataclass(frozen=True, slots=True)
class Failed:
    """A mistake of ours, and where it was made."""

    where: str


Message = Reached | Written | Stopped | Refused | Failed


def line_of(message: Message) -> str:
    match message:
        case Reached(rows, total):
            told: dict[str, Any] = {"rows": rows, "total": total}
        case Written(rows, size, head):
            told = {"rows": rows, "size": size, "head": head.mark}
        case Stopped():
            told = {}
        case Refused(error):
            told = plain_error(error)
        case Failed(where):
            told = {"where": where}
    return json.dumps({"kind": type(message).__name__, **told})


def message_of(line: str | bytes) -> Message:
    """Raises ValueError, KeyError or TypeError for what is no such line."""
    told: dict[str, Any] = json.loads(line)
    match told["kind"]:
        case "Reached":
            return Reached(int(told["rows"]), int(told["total"]))
        case "Written":
            return Written(int(told["rows"]), int(told["size"]), AuditHead.parse(told["head"]))
        case "Stopped":
            return Stopped()
        case "Refused":
            return Refused(error_of(told))
        case "Failed":
            return Failed(str(told["where"]))
    raise ValueError(told["kind"])

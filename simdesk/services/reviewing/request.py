"""What the reading process is asked, as one line of JSON; who asks reads none of its libraries."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simdesk.models.sheet_mapping import Mapping


@dataclass(frozen=True, slots=True)
class Request:
    """What the process is to do: look into a file, or fill a review in `folder` from it.

    Without a `mapping` a file is read as it is understood.
    """

    path: Path
    folder: Path | None = None
    identity: str = ""
    mapping: Mapping | None = None

    def to_line(self) -> str:
        told = {
            "path": str(self.path),
            "folder": None if self.folder is None else str(self.folder),
            "identity": self.identity,
            "mapping": None if self.mapping is None else self.mapping.to_json(),
        }
        return json.dumps(told)

    @classmethod
    def of_line(cls, line: str) -> "Request":
        told: dict[str, Any] = json.loads(line)
        folder, mapping = told["folder"], told["mapping"]
        return cls(
            Path(told["path"]),
            None if folder is None else Path(folder),
            told["identity"],
            None if mapping is None else Mapping.from_json(mapping),
        )

"""Remembers how files with the same titles were read, so that it is asked only once."""

from dataclasses import replace
from hashlib import sha256

from simdesk.models.sheet_mapping import Mapping, SheetGuess
from simdesk.services.settings import Settings

_SECTION, _KEPT = "spreadsheets", "read_as"
_MOST = 60
"""So many kinds of files are remembered; then the oldest is forgotten."""


class MappingMemory:
    """Titles are kept as a digest alone: settings tell nothing of what was in a file."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def recall(self, sheet: SheetGuess, proposal: Mapping) -> Mapping | None:
        """How a sheet with these titles was read last; None when there was none.

        The sheet and its header's row are the present file's.
        """
        found = dict(self._kept()).get(_digest(sheet))
        if found is None:
            return None
        try:
            kept = Mapping.from_json(found)
        except ValueError:
            return None
        return replace(kept, sheets=proposal.sheets, header_row=sheet.header_row)

    def keep(self, sheet: SheetGuess, mapping: Mapping) -> None:
        """Read files with these titles so from now on. Raises KnownError; it counts anyway."""
        digest = _digest(sheet)
        others = [one for one in self._kept() if one[0] != digest]
        latest = (digest, replace(mapping, sheets=()).to_json())
        self._settings.put(_SECTION, {_KEPT: [*others[-(_MOST - 1) :], latest]})

    def _kept(self) -> list[tuple[str, str]]:
        """Digests and what is remembered of each, the latest last; oddities are left out."""
        found = self._settings.get(_SECTION).get(_KEPT)
        lines = found if isinstance(found, list) else []
        return [(one[0], one[1]) for one in lines if _is_line(one)]


def _is_line(found: object) -> bool:
    return (
        isinstance(found, list | tuple)
        and len(found) == 2
        and all(isinstance(one, str) for one in found)
    )


def _digest(sheet: SheetGuess) -> str:
    titles = "\x1f".join(f"{one.index}:{one.title}" for one in sheet.columns)
    return sha256(titles.encode("utf-8", "surrogatepass")).hexdigest()[:16]

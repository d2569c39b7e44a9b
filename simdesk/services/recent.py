"""What was open before: the fleet opened last, those that are there, the spreadsheets."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from simdesk.models.errors import KnownError
from simdesk.paths import DESK_FILE, WORLD_FILE, DataFolder
from simdesk.services.settings import Settings

MOST = 8
"""So many spreadsheets are remembered."""
_SECTION, _SHEETS = "recent", "spreadsheets"
_FLEETS, _LAST = "fleets", "last"


@dataclass(frozen=True, slots=True)
class RecentFleet:
    """A fleet that can be opened. `used` is when it was last written to, in UTC."""

    name: str
    folder: Path
    used: datetime


class Recent:
    """Reads and keeps it in the user's data folder."""

    def __init__(self, data: DataFolder) -> None:
        self._data = data

    def fleets(self) -> tuple[RecentFleet, ...]:
        """The fleets that are there, the one used last first; a folder of anything else is none."""
        found = (self._fleet(name) for name in self._data.fleets())
        known = [fleet for fleet in found if fleet is not None]
        return tuple(sorted(known, key=lambda fleet: fleet.used, reverse=True))

    def _fleet(self, name: str) -> RecentFleet | None:
        folder = self._data.fleet(name)
        files = [file for file in (folder / DESK_FILE, folder / WORLD_FILE) if file.is_file()]
        if not files:
            return None
        used = max(file.stat().st_mtime for file in files)
        return RecentFleet(name, folder, datetime.fromtimestamp(used, UTC))

    def last_fleet(self) -> str | None:
        """The fleet opened last; None when there was none or it has gone."""
        name = self._settings().get(_FLEETS).get(_LAST)
        return name if isinstance(name, str) and name in self._data.fleets() else None

    def note_fleet(self, name: str) -> None:
        """Remember that this one was opened. Where that cannot be written it is forgotten."""
        self._put(_FLEETS, {_LAST: name})

    def free_name(self, wanted: str) -> str:
        """`wanted`, or with the first number from 2 on that no fleet has: `demo`, `demo 2`."""
        taken = {name.casefold() for name in self._data.fleets()}
        name, number = wanted, 1
        while name.casefold() in taken:
            number += 1
            name = f"{wanted} {number}"
        return name

    def spreadsheets(self) -> tuple[Path, ...]:
        """The spreadsheets opened last that are still there, the newest first."""
        return tuple(path for path in self._kept() if path.is_file())

    def note_spreadsheet(self, path: Path) -> None:
        """Remember that this one was opened. Where that cannot be written it is forgotten."""
        kept = [path, *(one for one in self._kept() if one != path)][:MOST]
        self._put(_SECTION, {_SHEETS: [str(one) for one in kept]})

    def _kept(self) -> list[Path]:
        told = self._settings().get(_SECTION).get(_SHEETS)
        return [Path(one) for one in told if isinstance(one, str)] if isinstance(told, list) else []

    def _put(self, section: str, values: dict[str, object]) -> None:
        # A convenience: what cannot be remembered opens all the same.
        with suppress(KnownError):
            self._settings().put(section, values)

    def _settings(self) -> Settings:
        # Read anew each time: another window of SimDesk may have written it meanwhile.
        return Settings(self._data.settings)

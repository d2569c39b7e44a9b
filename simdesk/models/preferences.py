"""What an operator may set, with its defaults; `preference_list.py` says what each of it takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType

Value = str | bool | int | tuple[str, ...] | Mapping[str, str]
"""A set value. Lists of a file become tuples, tables of words mappings."""
ROW_HEIGHTS: Mapping[str, int] = MappingProxyType({"compact": 24, "normal": 28, "roomy": 34})
"""Pixels of a table's row by the word for it."""
CARRIERS_ZONE = "Asia/Shanghai"
"""Where business days begin and end, whatever zone is shown (domain.md 9)."""
FIRST_COLUMNS = (
    "iccid",
    "msisdn",
    "voucher",
    "carrier",
    "status",
    "specific",
    "usage",
    "tags",
    "remark",
    "actions",
)
"""What the card table of a new fleet shows unless told otherwise, from the left."""

LEFT_PAGE = "left"
"""Begin with the page that was in front when the fleet was closed."""


@dataclass(frozen=True)
class Preferences:
    """What is in force. Field names are the keys of the settings file."""

    language: str = "system"
    first_page: str = LEFT_PAGE
    time_zone: str = CARRIERS_ZONE
    theme: str = "system"
    density: str = "normal"
    columns: tuple[str, ...] = FIRST_COLUMNS
    copy_headers: bool = False
    sync_at_start: bool = True
    sync_minutes: int = 0
    """Minutes between two syncs; 0: only when asked."""
    backup_minutes: int = 30
    backup_days: int = 14
    backup_weeks: int = 8
    backup_months: int = 12
    backup_copies: str = ""
    """A second folder that every backup is copied to as well; empty: none."""
    notifications: bool = True
    data_folder: str = ""
    """Where fleets are kept; empty: where the system keeps a program's data."""
    keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Keys by the id of a command, as `"file.sync": "F9"`; an empty word: no key."""

    def value(self, key: str) -> Value:
        """What one key is set to. Raises KeyError for no key."""
        if key not in KEYS:
            raise KeyError(key)
        found: Value = getattr(self, key)
        return found

    @property
    def row_height(self) -> int:
        """Pixels of a table's row."""
        return ROW_HEIGHTS[self.density]


KEYS: tuple[str, ...] = tuple(one.name for one in fields(Preferences))
DEFAULTS = Preferences()

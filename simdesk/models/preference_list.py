"""Everything that an operator may set: each with its kind, range and a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from simdesk.models.preference_kinds import (
    Choice,
    Count,
    Flag,
    Folder,
    Kind,
    Names,
    Table,
    Zone,
)
from simdesk.models.preferences import DEFAULTS, FIRST_COLUMNS, LEFT_PAGE, Value
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text


class Section(StrEnum):
    """The pages of the settings dialog, which are the parts of the file, in their order."""

    GENERAL = "general"
    APPEARANCE = "appearance"
    TABLE = "table"
    SYNC = "sync"
    BACKUPS = "backups"
    NOTIFICATIONS = "notifications"
    DATA = "data"
    KEYS = "keys"

    @property
    def label(self) -> Text:
        return text(_SECTIONS[self])


_SECTIONS: Mapping[Section, str] = {
    Section.GENERAL: QT_TRANSLATE_NOOP("trade", "General"),
    Section.APPEARANCE: QT_TRANSLATE_NOOP("trade", "Appearance"),
    Section.TABLE: QT_TRANSLATE_NOOP("trade", "Table"),
    Section.SYNC: QT_TRANSLATE_NOOP("trade", "Sync"),
    Section.BACKUPS: QT_TRANSLATE_NOOP("trade", "Backups"),
    Section.NOTIFICATIONS: QT_TRANSLATE_NOOP("trade", "Notifications"),
    Section.DATA: QT_TRANSLATE_NOOP("trade", "Data"),
    Section.KEYS: QT_TRANSLATE_NOOP("trade", "Keys"),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """One key: where it stands, what it is called, what it does, what it takes.

    `restart`: a change counts when SimDesk is started next.
    """

    key: str
    section: Section
    kind: Kind
    title: Text
    sentence: Text
    restart: bool = False

    @property
    def default(self) -> Value:
        return DEFAULTS.value(self.key)


_MINUTES = text(QT_TRANSLATE_NOOP("trade", "minutes"))
_AS_SYSTEM = text(QT_TRANSLATE_NOOP("trade", "As the system"))
_LANGUAGES = Choice({"system": _AS_SYSTEM, "en": text("English"), "zh_CN": text("简体中文")})
_THEMES = Choice(
    {
        "system": _AS_SYSTEM,
        "light": text(QT_TRANSLATE_NOOP("trade", "Light")),
        "dark": text(QT_TRANSLATE_NOOP("trade", "Dark")),
    }
)
_DENSITIES = Choice(
    {
        "compact": text(QT_TRANSLATE_NOOP("trade", "Compact")),
        "normal": text(QT_TRANSLATE_NOOP("trade", "Normal")),
        "roomy": text(QT_TRANSLATE_NOOP("trade", "Roomy")),
    }
)
_PAGES = Choice(
    {
        "overview": text(QT_TRANSLATE_NOOP("trade", "Overview")),
        "cards": text(QT_TRANSLATE_NOOP("trade", "Cards")),
        "vouchers": text(QT_TRANSLATE_NOOP("trade", "Vouchers")),
        "tags": text(QT_TRANSLATE_NOOP("trade", "Tags")),
        "rules": text(QT_TRANSLATE_NOOP("trade", "Rules")),
        "notifications": text(QT_TRANSLATE_NOOP("trade", "Notifications")),
        "orders": text(QT_TRANSLATE_NOOP("trade", "Orders")),
        "exports": text(QT_TRANSLATE_NOOP("trade", "Exported files")),
        "operations": text(QT_TRANSLATE_NOOP("trade", "Operations")),
        "money": text(QT_TRANSLATE_NOOP("trade", "Money")),
        "audit": text(QT_TRANSLATE_NOOP("trade", "Audit")),
        LEFT_PAGE: text(QT_TRANSLATE_NOOP("trade", "The page that was left")),
    }
)
KNOWN_COLUMNS = (
    *FIRST_COLUMNS[:-1],
    *("imsi", "imei", "plan", "cycle", "rate", "tier", "pool", "left", "left_share", "sms"),
    *("idle", "opened", "activated", "method", "expires", "silent_ends", "auto_cancel"),
    *("auto_renew", "sim_type", "network", "apn", "certify", "group", "order", "limit", "due"),
    *("synced", "detailed", "usage_stamp", "missing", "account", "actions"),
)
"""Every column of the card table, in the order of a new fleet; a test holds it to the table."""

_ALL = (
    Setting(
        "language",
        Section.GENERAL,
        _LANGUAGES,
        text(QT_TRANSLATE_NOOP("trade", "Language")),
        text(QT_TRANSLATE_NOOP("trade", "The language of the window.")),
    ),
    Setting(
        "first_page",
        Section.GENERAL,
        _PAGES,
        text(QT_TRANSLATE_NOOP("trade", "First page")),
        text(QT_TRANSLATE_NOOP("trade", "The page that is shown when a fleet is opened.")),
    ),
    Setting(
        "time_zone",
        Section.GENERAL,
        Zone(),
        text(QT_TRANSLATE_NOOP("trade", "Time zone shown")),
        text(
            QT_TRANSLATE_NOOP(
                "trade",
                "The clock on which it is told when something happened. Days, deadlines, expiries,"
                " usage and filters stay on the carriers’ calendar, Asia/Shanghai.",
            )
        ),
    ),
    Setting(
        "theme",
        Section.APPEARANCE,
        _THEMES,
        text(QT_TRANSLATE_NOOP("trade", "Theme")),
        text(QT_TRANSLATE_NOOP("trade", "Light or dark colours.")),
    ),
    Setting(
        "density",
        Section.APPEARANCE,
        _DENSITIES,
        text(QT_TRANSLATE_NOOP("trade", "Row height")),
        text(QT_TRANSLATE_NOOP("trade", "How high the rows of the card table are.")),
    ),
    Setting(
        "columns",
        Section.TABLE,
        Names(KNOWN_COLUMNS),
        text(QT_TRANSLATE_NOOP("trade", "Columns of a new fleet")),
        text(
            QT_TRANSLATE_NOOP(
                "trade",
                "What the card table of a fleet shows that was never arranged, from the left.",
            )
        ),
    ),
    Setting(
        "copy_headers",
        Section.TABLE,
        Flag(),
        text(QT_TRANSLATE_NOOP("trade", "Copy with headers")),
        text(
            QT_TRANSLATE_NOOP(
                "trade", "Copied rows of several cards begin with the titles of their columns."
            )
        ),
    ),
    Setting(
        "sync_at_start",
        Section.SYNC,
        Flag(),
        text(QT_TRANSLATE_NOOP("trade", "Sync when a fleet is opened")),
        text(QT_TRANSLATE_NOOP("trade", "Read all cards from the provider at the start.")),
    ),
    Setting(
        "sync_minutes",
        Section.SYNC,
        Count(5, 1_440, _MINUTES, text(QT_TRANSLATE_NOOP("trade", "Only when asked"))),
        text(QT_TRANSLATE_NOOP("trade", "Sync every")),
        text(
            QT_TRANSLATE_NOOP(
                "trade",
                "Minutes between two syncs while a fleet is open, 5 to 1440; 0: only when asked.",
            )
        ),
    ),
    Setting(
        "backup_minutes",
        Section.BACKUPS,
        Count(5, 1_440, _MINUTES),
        text(QT_TRANSLATE_NOOP("trade", "Back up every")),
        text(
            QT_TRANSLATE_NOOP(
                "trade",
                "Minutes between two backups of a fleet that changes, 5 to 1440. A large fleet"
                " is copied less often, in proportion to its size.",
            )
        ),
    ),
    Setting(
        "backup_days",
        Section.BACKUPS,
        Count(1, 90, text(QT_TRANSLATE_NOOP("trade", "days"))),
        text(QT_TRANSLATE_NOOP("trade", "Daily backups kept")),
        text(
            QT_TRANSLATE_NOOP(
                "trade",
                "Days of which the last backup is kept, 1 to 90. All backups of the last two days"
                " are kept, and the newest whatever its age.",
            )
        ),
    ),
    Setting(
        "backup_weeks",
        Section.BACKUPS,
        Count(0, 104, text(QT_TRANSLATE_NOOP("trade", "weeks"))),
        text(QT_TRANSLATE_NOOP("trade", "Weekly backups kept")),
        text(QT_TRANSLATE_NOOP("trade", "Weeks of which the last backup is kept, 0 to 104.")),
    ),
    Setting(
        "backup_months",
        Section.BACKUPS,
        Count(0, 120, text(QT_TRANSLATE_NOOP("trade", "months"))),
        text(QT_TRANSLATE_NOOP("trade", "Monthly backups kept")),
        text(QT_TRANSLATE_NOOP("trade", "Months of which the last backup is kept, 0 to 120.")),
    ),
    Setting(
        "backup_copies",
        Section.BACKUPS,
        Folder(text(QT_TRANSLATE_NOOP("trade", "No copies"))),
        text(QT_TRANSLATE_NOOP("trade", "Copy backups to")),
        text(
            QT_TRANSLATE_NOOP(
                "trade",
                "A folder, best on another disk, that every backup is copied to as well."
                " Backups themselves lie in the folder of their fleet.",
            )
        ),
    ),
    Setting(
        "notifications",
        Section.NOTIFICATIONS,
        Flag(),
        text(QT_TRANSLATE_NOOP("trade", "Notify on the desktop")),
        text(
            QT_TRANSLATE_NOOP(
                "trade",
                "Tell on the desktop when long work has ended or failed behind other windows.",
            )
        ),
    ),
    Setting(
        "data_folder",
        Section.DATA,
        Folder(text(QT_TRANSLATE_NOOP("trade", "Where the system keeps data"))),
        text(QT_TRANSLATE_NOOP("trade", "Data folder")),
        text(
            QT_TRANSLATE_NOOP(
                "trade",
                "Where fleets are kept. Those that there are stay where they are.",
            )
        ),
        restart=True,
    ),
    Setting(
        "keys",
        Section.KEYS,
        Table(),
        text(QT_TRANSLATE_NOOP("trade", "Keys")),
        text(
            QT_TRANSLATE_NOOP(
                "trade", 'Keys of commands that have others than usual: "file.sync" = "F9".'
            )
        ),
    ),
)

SETTINGS: Mapping[str, Setting] = MappingProxyType({setting.key: setting for setting in _ALL})
"""Every setting by its key, in the order of the dialog and of the file."""

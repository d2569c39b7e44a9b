"""Icons: one set, one colour, named after what they mean; and our own drawings."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from PySide6.QtGui import QIcon

from simdesk.paths import resource
from simdesk.ui.glyphs import GlyphEngine

# On the right the names of Phosphor as qtawesome has them: under "ph." in its qta-browser.
_NAMES = {
    "activate": "lightning",
    "add": "plus",
    "audit": "fingerprint",
    "auto_renew": "repeat",
    "back": "arrow-left",
    "bug": "bug",
    "cancel_account": "prohibit",
    "card": "sim-card",
    "cards": "cards",
    "check": "check",
    "chevron_down": "caret-down",
    "chevron_left": "caret-left",
    "chevron_right": "caret-right",
    "clear": "x",
    "close": "x",
    "columns": "columns",
    "compare": "git-diff",
    "command": "command",
    "copy": "copy",
    "delete": "trash",
    "details": "identification-card",
    "download": "download-simple",
    "edit": "pencil-simple",
    "export": "export",
    "exports": "file-arrow-down",
    "eye": "eye",
    "failed": "warning-octagon",
    "filter": "funnel",
    "find": "magnifying-glass",
    "folder": "folder-open",
    "forward": "arrow-right",
    "group": "chart-bar-horizontal",
    "help": "question",
    "history": "clock-counter-clockwise",
    "info": "info",
    "keyboard": "keyboard",
    "limit": "gauge",
    "money": "coin",
    "merge": "git-merge",
    "more": "dots-three",
    "notifications": "bell",
    "open": "arrow-square-out",
    "operations": "list-bullets",
    "overview": "gauge",
    "orders": "receipt",
    "paste": "clipboard-text",
    "pause": "pause",
    "picture": "image",
    "pin": "push-pin",
    "read": "checks",
    "redo": "arrow-clockwise",
    "remark": "note-pencil",
    "resume": "play",
    "resume_use": "device-mobile",
    "rules": "flow-arrow",
    "save": "bookmark-simple",
    "review": "table",
    "settings": "gear-six",
    "stop": "stop",
    "suspend": "pause",
    "switch": "power",
    "sync": "arrows-clockwise",
    "tag": "tag",
    "tags": "tag",
    "top_up": "wallet",
    "undo": "arrow-counter-clockwise",
    "verify": "shield-check",
    "vouchers": "ticket",
    "warn": "warning",
}


def icon(name: str, role: str = "text") -> QIcon:
    """The icon of that meaning, drawn in a role. Raises KeyError for a name not in the list."""
    return _drawn(_NAMES[name], role)


@cache
def _drawn(glyph: str, role: str) -> QIcon:
    return QIcon(GlyphEngine(glyph, role))


def names() -> Mapping[str, str]:
    """Every meaning that has an icon, with the icon's own name."""
    return MappingProxyType(_NAMES)


def application_icon() -> QIcon:
    """SimDesk's own picture."""
    return QIcon(str(resource("icons/simdesk.svg")))

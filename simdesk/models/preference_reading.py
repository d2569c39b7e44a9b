"""From what a settings file holds to what is in force; what is unfit is told by its key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from simdesk.models.preference_kinds import Table, UnfitError
from simdesk.models.preference_list import SETTINGS, Setting
from simdesk.models.preferences import DEFAULTS, Preferences, Value
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, shortened, text

VERSION = 1
"""Of the settings file. A file of a later one may hold keys that are not known here."""
VERSION_KEY = "version"


@dataclass(frozen=True, slots=True)
class Complaint:
    """A key whose value is not used, and why: theme: “drak” is none of system, light, dark; …"""

    key: str
    words: Text


@dataclass(frozen=True, slots=True)
class Reading:
    """`preferences` are in force; `given` are the keys that the file sets to something fit."""

    preferences: Preferences
    given: frozenset[str]
    complaints: tuple[Complaint, ...]


def read_preferences(found: Mapping[str, object]) -> Reading:
    """Take what fits; everything else stays as it is at first. Never raises.

    A key that is not known is told too, but for those of a later version's file.
    """
    taken: dict[str, Value] = {}
    complaints: list[Complaint] = []
    for key, setting in SETTINGS.items():
        if key not in found:
            continue
        if isinstance(setting.kind, Table):
            taken[key] = _entries(key, found[key], complaints)
            continue
        try:
            taken[key] = setting.kind.read(found[key])
        except UnfitError as error:
            complaints.append(Complaint(key, _unused(setting, error.words)))
    complaints.extend(_unknown(found))
    changes: Mapping[str, object] = taken
    return Reading(replace(DEFAULTS, **changes), frozenset(taken), tuple(complaints))  # type: ignore[arg-type]  # each kind reads what its field takes


def _entries(key: str, found: object, complaints: list[Complaint]) -> Mapping[str, str]:
    # One bad entry costs no other.
    setting = SETTINGS[key]
    if not isinstance(found, Mapping):
        try:
            return Table().read(found)
        except UnfitError as error:
            complaints.append(Complaint(key, _unused(setting, error.words)))
            return {}
    taken: dict[str, str] = {}
    for name, words in found.items():
        try:
            taken |= Table().read({name: words})
        except UnfitError as error:
            where = f"{key}.{shortened(str(name))}"
            complaints.append(Complaint(where, _said(where, error.words, _NOTHING)))
    return taken


def _unknown(found: Mapping[str, object]) -> Iterator[Complaint]:
    version = found.get(VERSION_KEY, VERSION)
    whole = isinstance(version, int) and not isinstance(version, bool)
    if not whole:
        words = text(
            QT_TRANSLATE_NOOP("trade", "{key}: the version of the file is a whole number."),
            key=VERSION_KEY,
        )
        yield Complaint(VERSION_KEY, words)
    elif isinstance(version, int) and version > VERSION:
        return
    for key in found:
        if key not in SETTINGS and key != VERSION_KEY:
            words = text(
                QT_TRANSLATE_NOOP("trade", "{key}: there is no such setting."),
                key=shortened(" ".join(key.split())),
            )
            yield Complaint(key, words)


_NOTHING = text(QT_TRANSLATE_NOOP("trade", "nothing"))
_FIRST = text(QT_TRANSLATE_NOOP("trade", "what SimDesk begins with"))


def _unused(setting: Setting, why: Text) -> Text:
    default = setting.default
    if isinstance(default, bool):
        return _said(setting.key, why, str(default).lower())
    if isinstance(default, int) or (isinstance(default, str) and default):
        return _said(setting.key, why, str(default))
    return _said(setting.key, why, _FIRST)


def _said(key: str, why: Text, instead: Text | str) -> Text:
    return text(
        QT_TRANSLATE_NOOP("trade", "{key}: {why}; {instead} is used."),
        key=key,
        why=why,
        instead=instead,
    )

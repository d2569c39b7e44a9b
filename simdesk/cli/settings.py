"""`simdesk settings`: what the operator set, without a window."""

import argparse
import tomllib
from collections.abc import Mapping

from simdesk.cli.telling import table, tell
from simdesk.models.errors import KnownError
from simdesk.models.preference_kinds import UnfitError
from simdesk.models.preference_list import SETTINGS, Setting
from simdesk.models.preferences import Value
from simdesk.models.texts import QT_TRANSLATE_NOOP, shortened, text
from simdesk.services.preference_words import word
from simdesk.services.preferences import PreferenceService

_KEYS = "keys."


def settings(preferences: PreferenceService, words: argparse.Namespace) -> int:
    """Show, get, set or reset. Returns 1 where something of the file does not count.

    Raises KnownError for a key or value that is not known, and when the file cannot be written.
    """
    match words.settings:
        case "path":
            print(preferences.path)
        case "get":
            print(_plain(_value(preferences, words.key)))
        case "set":
            preferences.change(_changes(preferences, words.key, words.value))
        case "reset":
            preferences.change(_changes(preferences, words.key, None))
        case _:
            print(table(("key", "value", ""), [_line(preferences, key) for key in SETTINGS]))
    return _told(preferences)


def _told(preferences: PreferenceService) -> int:
    troubles = [one.words for one in preferences.complaints]
    if preferences.trouble is not None:
        troubles.append(preferences.trouble)
    for trouble in troubles:
        tell(f"simdesk: {trouble}")
    return 1 if troubles else 0


def _line(preferences: PreferenceService, key: str) -> tuple[str, str, str]:
    return key, word(preferences.current.value(key)), "set" if preferences.given(key) else ""


def _value(preferences: PreferenceService, key: str) -> Value:
    if key.startswith(_KEYS):
        return preferences.current.keys.get(key.removeprefix(_KEYS), "")
    return preferences.current.value(_known(key).key)


def _plain(value: Value) -> str:
    # For scripts: a word without its quotes.
    return value if isinstance(value, str) else word(value)


def _changes(
    preferences: PreferenceService, key: str, said: str | None
) -> Mapping[str, Value | None]:
    if key.startswith(_KEYS):
        command, keys = key.removeprefix(_KEYS), dict(preferences.current.keys)
        keys.pop(command, None)
        return {"keys": keys if said is None else keys | {command: said}}
    setting = _known(key)
    return {key: None if said is None else _read(setting, said)}


def _read(setting: Setting, said: str) -> Value:
    try:
        found: object = tomllib.loads(f"it = {said}")["it"]
    except ValueError:
        found = said
    try:
        return setting.kind.read(found)
    except UnfitError as error:
        unfit = error
    try:
        return setting.kind.read(said)  # a word that looks like a number
    except UnfitError:
        words = QT_TRANSLATE_NOOP("trade", "{key}: {why}.")
        raise KnownError(text(words, key=setting.key, why=unfit.words), setting.sentence) from unfit


def _known(key: str) -> Setting:
    if key in SETTINGS:
        return SETTINGS[key]
    raise KnownError(
        text(QT_TRANSLATE_NOOP("trade", "{key}: there is no such setting."), key=shortened(key)),
        text(QT_TRANSLATE_NOOP("trade", "List all with: simdesk settings")),
    )

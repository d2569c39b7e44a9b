"""Changing some keys of a settings file that a person may have written, and nothing else in it.

Lines are changed, not the file written anew, so that comments, order and unknown keys stay. What
came out is read back: where it does not say what it should, the whole file is written anew.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from simdesk.models.preference_list import SETTINGS
from simdesk.services.preference_words import assignment, comment_of, fresh

Changes = Mapping[str, object]
"""What keys are to be set to; None takes a key out. That of a key may be `keys.<command>`."""
KEYS = "keys"
_TABLE = re.compile(r"\s*\[")


@dataclass(frozen=True, slots=True)
class Edited:
    """`words` is the new file. `anew`: it was written anew and what people wrote in it is lost."""

    words: str
    anew: bool


def values_of(words: str) -> dict[str, object]:
    """What a file says. Raises ValueError for what is no TOML."""
    try:
        return tomllib.loads(words)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def edited(words: str, changes: Changes) -> Edited:
    """The file `words` with `changes`. Raises ValueError for what is no TOML."""
    wanted = changed(values_of(words), changes)
    lines = words.splitlines()
    for key, value in changes.items():
        lines = _with(lines, key, value)
    new = "\n".join(lines) + "\n"
    try:
        if _alike(values_of(new), wanted):
            return Edited(new, anew=False)
    except ValueError:
        pass
    return Edited(fresh(wanted), anew=True)


def _alike(one: dict[str, object], other: dict[str, object]) -> bool:
    return one | {KEYS: _flat(one.get(KEYS))} == other | {KEYS: _flat(other.get(KEYS))}


def changed(values: Mapping[str, object], changes: Changes) -> dict[str, object]:
    """What a file says after `changes`. Keys by command come flat, whatever they were before."""
    new = dict(values)
    for key, value in changes.items():
        table, _, command = key.partition(".")
        if command:
            inside = dict(_flat(new.get(table, {})))
            _put(inside, command, value)
            new[table] = inside
        else:
            _put(new, key, value)
    return new


def _put(values: dict[str, object], key: str, value: object) -> None:
    if value is None:
        values.pop(key, None)
    else:
        values[key] = list(value) if isinstance(value, tuple) else value


def _flat(found: object) -> dict[str, object]:
    if not isinstance(found, Mapping):
        return {}
    flat: dict[str, object] = {}
    for name, one in found.items():
        inner = _flat(one)
        flat |= {f"{name}.{last}": it for last, it in inner.items()} if inner else {name: one}
    return flat


def _with(lines: list[str], key: str, value: object) -> list[str]:
    table, _, command = key.partition(".")
    first = _first_table(lines)
    if not command:
        return [*_set(lines[:first], key, value), *lines[first:]]
    found = (at for at in range(first, len(lines)) if _is_header(lines[at], table))
    begin = next(found, None)
    if begin is None:
        lines, begin = [*lines, "", f"[{table}]"], len(lines) + 1
    end = begin + 1 + _first_table(lines[begin + 1 :])
    return [*lines[: begin + 1], *_set(lines[begin + 1 : end], command, value), *lines[end:]]


def _first_table(lines: list[str]) -> int:
    """Where the first table begins; a list may have lines that look like one."""
    at = 0
    while at < len(lines):
        if _TABLE.match(lines[at]):
            return at
        at = max(_end_of(lines, at), at + 1)
    return at


def _is_header(line: str, table: str) -> bool:
    if not _TABLE.match(line):
        return False
    try:
        return tomllib.loads(line) == {table: {}}
    except ValueError:
        return False


def _set(lines: list[str], key: str, value: object) -> list[str]:
    """The lines of one table with one key set, or not set any longer."""
    at = 0
    while at < len(lines):
        end = _end_of(lines, at)
        if end > at and _keys_of(lines[at:end]) == {key}:
            tail = _comment_behind(lines[at]) if end == at + 1 else ""
            new = [] if value is None else [assignment(key, value) + tail]
            return [*lines[:at], *(new or _unset(key)), *lines[end:]]
        at = max(end, at + 1)
    if value is None:
        return lines
    for at, line in enumerate(lines):
        if line.startswith("#") and _keys_of([line[1:]]) == {key}:
            return [*lines[:at], assignment(key, value), *lines[at + 1 :]]
    return _added(lines, key, value)


def _unset(key: str) -> list[str]:
    setting = SETTINGS.get(key)
    return [] if setting is None else [f"#{assignment(key, setting.default)}"]


def _added(lines: list[str], key: str, value: object) -> list[str]:
    full = len(lines)
    while full and not lines[full - 1].strip():
        full -= 1
    setting = SETTINGS.get(key)
    above = [] if setting is None else ["", *comment_of(setting)]
    return [*lines[:full], *above, assignment(key, value), *lines[full:]]


def _end_of(lines: list[str], at: int) -> int:
    """Behind the last line of the value that begins here; `at` itself where none does."""
    if "=" not in lines[at] or lines[at].lstrip().startswith("#"):
        return at
    for end in range(at + 1, min(at + _LONGEST, len(lines)) + 1):
        if _keys_of(lines[at:end]):
            return end
    return at


_LONGEST = 60
"""So many lines a value that one of ours is put in place of may have."""


def _keys_of(lines: list[str]) -> set[str]:
    try:
        return set(_flat(tomllib.loads("\n".join(lines))))
    except (ValueError, RecursionError):
        return set()


def _comment_behind(line: str) -> str:
    for at, letter in enumerate(line):
        if letter == "#" and _keys_of([line[:at]]):
            return f"  {line[at:]}"
    return ""

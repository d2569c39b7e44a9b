"""Keys of commands: how one is written, which may be given, and whose it is when two want it.

A key is written in English as `Ctrl+Shift+F5`, whatever the language of the window (peers.md 4.1).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, shortened, text

Keys = Mapping[str, tuple[str, ...]]
"""The keys of each command by its id, the first one shown first; none: an empty tuple."""

_HELD = ("Ctrl", "Alt", "Shift", "Meta")
"""What is held down, in the order in which it is written."""
_NAMED = (
    *("Backspace", "Del", "Down", "End", "Enter", "Esc", "Home", "Ins", "Left", "Menu", "Pause"),
    *("PgDown", "PgUp", "Print", "Return", "Right", "Space", "Tab", "Up"),
    *(f"F{number}" for number in range(1, 25)),
)
_SPELLED: Mapping[str, str] = MappingProxyType(
    {
        **{name.casefold(): name for name in (*_NAMED, *_HELD)},
        "control": "Ctrl",
        "escape": "Esc",
        "delete": "Del",
        "insert": "Ins",
        "pageup": "PgUp",
        "pagedown": "PgDown",
        "cmd": "Meta",
        "win": "Meta",
    }
)
_EDITING = frozenset(
    {"Backspace", "Del", "Down", "End", "Enter", "Esc", "Home", "Ins", "Left", "Menu"}
    | {"PgDown", "PgUp", "Return", "Right", "Space", "Tab", "Up"}
)
"""Keys that move, choose and edit, whatever is held down with them."""
OF_PAGES = frozenset(
    {"F2", "F5", "Ctrl+C", "Ctrl+F", "Ctrl+H", "Ctrl+I", "Ctrl+L", "Ctrl+M", "Ctrl+N", "Ctrl+P"}
    | {"Ctrl+S", "Ctrl+.", "Ctrl+Shift+C"}
)
"""What single pages do by these keys; a command has such a key only where it had it at first."""
_OF_SYSTEMS = frozenset({"Alt+F4", "Shift+F10", "Ctrl+Alt+Del", "Ctrl+Alt+Backspace"})


@dataclass(frozen=True, slots=True)
class KeyProblem:
    """Why the key that was set for a command does not count."""

    command: str
    why: Text


@dataclass(frozen=True, slots=True)
class Bound:
    """`keys` hold every command; `problems` tell what was left out of what was set."""

    keys: Keys
    problems: tuple[KeyProblem, ...] = ()


def read_key(words: str) -> str:
    """One key in the way it is always written; empty for no key. Raises KnownError for no such key.

    `control + shift+f5` is read as `Ctrl+Shift+F5`.
    """
    plain = "".join(words.split())
    if not plain:
        return ""
    *held, last = _parted(plain)
    names = [_SPELLED.get(one.casefold(), "") for one in held]
    key = last.upper() if len(last) == 1 else _SPELLED.get(last.casefold(), "")
    fits = key not in ("", *_HELD) and all(name in _HELD for name in names)
    if not fits or len(set(names)) < len(names) or not key.isprintable():
        raise KnownError(
            text(QT_TRANSLATE_NOOP("trade", "“{key}” is no key."), key=shortened(words)),
            text(QT_TRANSLATE_NOOP("trade", "Write it like Ctrl+Shift+F5.")),
        )
    return "+".join([*(name for name in _HELD if name in names), key])


def check_key(key: str, had: Collection[str] = ()) -> None:
    """Raise KnownError where `key`, as `read_key` gives it, cannot be a command's.

    `had` are the keys the command had at first: those it may always have again.
    """
    if not key or key in had:
        return
    *held, last = _parted(key)
    if last in _EDITING or key in _OF_SYSTEMS:
        raise _refused(
            QT_TRANSLATE_NOOP("trade", "“{key}” moves, chooses or edits, and cannot be changed."),
            key,
        )
    if key in OF_PAGES:
        raise _refused(
            QT_TRANSLATE_NOOP("trade", "“{key}” does something of its own on single pages."), key
        )
    if len(last) == 1 and not set(held) & {"Ctrl", "Meta"}:
        words = QT_TRANSLATE_NOOP("trade", "“{key}” is for writing.")
        if "Alt" in held:
            words = QT_TRANSLATE_NOOP("trade", "“{key}” opens a menu.")
        raise _refused(words, key)


def bind(first: Keys, wanted: Mapping[str, str]) -> Bound:
    """The keys in force: those that commands have at `first`, and what was `wanted` instead.

    `wanted` gives one key by the id of a command, an empty word for none. What is no command, no
    key or another command's key is told as a problem, and the command keeps the keys it had.
    """
    taken, problems = _readable(first, wanted)
    while True:
        keys = {
            command: (first[command] if command not in taken else _as_keys(taken[command]))
            for command in first
        }
        lost = _first_clash(keys, taken)
        if lost is None:
            return Bound(MappingProxyType(keys), tuple(problems))
        command, owner = lost
        problems.append(KeyProblem(command, used_by(taken.pop(command), owner)))


def used_by(key: str, owner: str) -> Text:
    """“F5” is the key of view.refresh."""
    return text(QT_TRANSLATE_NOOP("trade", "“{key}” is the key of {owner}."), key=key, owner=owner)


def changed(first: Keys, keys: Keys) -> dict[str, str]:
    """What to keep so that `bind` gives these keys again: only what is other than at first."""
    return {
        command: (keys[command][0] if keys[command] else "")
        for command in first
        if keys[command] != first[command]
    }


def _readable(first: Keys, wanted: Mapping[str, str]) -> tuple[dict[str, str], list[KeyProblem]]:
    taken: dict[str, str] = {}
    problems: list[KeyProblem] = []
    for command, words in wanted.items():
        if command not in first:
            unknown = text(QT_TRANSLATE_NOOP("trade", "There is no such command."))
            problems.append(KeyProblem(command, unknown))
            continue
        try:
            key = read_key(words)
            check_key(key, first[command])
        except KnownError as error:
            problems.append(KeyProblem(command, error.message))
        else:
            taken[command] = key
    return taken, problems


def _first_clash(keys: Keys, taken: Mapping[str, str]) -> tuple[str, str] | None:
    """A command whose wanted key another one has, and that other one; None when there is none.

    Of two that want a key the first one gets it; one that has it from the first keeps it.
    """
    owners: dict[str, str] = {}
    for command in (*(one for one in keys if one not in taken), *taken):
        for key in keys[command]:
            if key in owners:
                return command, owners[key]
            owners[key] = command
    return None


def _as_keys(key: str) -> tuple[str, ...]:
    return (key,) if key else ()


def _parted(words: str) -> list[str]:
    """`Ctrl++` is Ctrl and the plus sign."""
    if words == "+":
        return ["+"]
    if words.endswith("++"):
        return [*words[:-2].split("+"), "+"]
    return words.split("+")


def _refused(words: str, key: str) -> KnownError:
    return KnownError(
        text(words, key=key),
        text(QT_TRANSLATE_NOOP("trade", "Take one with Ctrl, or one of F1 to F24.")),
    )

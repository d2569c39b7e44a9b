"""The settings file in words: how one is written anew, with a comment for every key."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from textwrap import wrap

from simdesk.models.preference_kinds import Choice
from simdesk.models.preference_list import SETTINGS, Section, Setting
from simdesk.models.preference_reading import VERSION, VERSION_KEY

_HEAD = f"""\
# Settings of SimDesk. Change them here or in the program, under File, Settings.
# A line that begins with # sets nothing: it shows what counts as long as nothing is set.

{VERSION_KEY} = {VERSION}"""
_WIDTH = 90
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def word(value: object) -> str:
    """A value as TOML writes it. Raises TypeError for one that TOML does not know."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return _quoted(value)
        case float() if not math.isfinite(value):
            return "nan" if math.isnan(value) else "inf" if value > 0 else "-inf"
        case int() | float():
            return repr(value)
        case datetime() | date() | time():
            return value.isoformat()
        case list() | tuple():
            return f"[{', '.join(word(one) for one in value)}]"
        case Mapping():
            inner = (f"{name_word(name)} = {word(one)}" for name, one in value.items())
            return f"{{ {', '.join(inner)} }}" if value else "{}"
    raise TypeError(type(value).__name__)


def name_word(name: str) -> str:
    """A key as TOML writes it: in quotes unless it is a plain word."""
    return name if _BARE.fullmatch(name) else _quoted(name)


def _quoted(words: str) -> str:
    # JSON escapes what TOML escapes, but for DEL and the halves of pairs, which no file gives.
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def assignment(key: str, value: object) -> str:
    """`theme = "dark"`."""
    return f"{name_word(key)} = {word(value)}"


def comment_of(setting: Setting) -> tuple[str, ...]:
    """What stands above a key: what it does, what it takes, when it counts."""
    words = [str(setting.sentence)]
    if isinstance(setting.kind, Choice):
        words.append(f"One of {', '.join(setting.kind.labels)}.")
    if setting.restart:
        words.append("Counts when SimDesk is started next.")
    return tuple(
        line
        for one in words
        for line in wrap(one, _WIDTH, initial_indent="# ", subsequent_indent="# ")
    )


def fresh(values: Mapping[str, object]) -> str:
    """A whole file with `values`, among them keys that are not known here; in the dialog's order.

    Keys without a value stand there with their default, as a comment.
    """
    others = {name: one for name, one in values.items() if name not in {*SETTINGS, VERSION_KEY}}
    lines = [_head(values), *_plain(values)]
    if others:
        lines += ["", "# Not known to the version that wrote this file", ""]
        lines += [assignment(name, one) for name, one in others.items()]
    return "\n".join([*lines, *_keys(values.get("keys"))]) + "\n"


def _head(values: Mapping[str, object]) -> str:
    version = values.get(VERSION_KEY, VERSION)
    return _HEAD.replace(f"{VERSION_KEY} = {VERSION}", assignment(VERSION_KEY, version))


def _plain(values: Mapping[str, object]) -> Iterator[str]:
    for section in Section:
        settings = [one for one in SETTINGS.values() if one.section is section]
        if section is Section.KEYS:
            continue
        yield from ("", *_title(section))
        for setting in settings:
            set_here = setting.key in values
            line = assignment(setting.key, values[setting.key] if set_here else setting.default)
            yield from ("", *comment_of(setting), line if set_here else f"#{line}")


def _title(section: Section) -> tuple[str, ...]:
    words = f"# {section.label} "
    return (words + "-" * (_WIDTH - len(words)),)


def _keys(found: object) -> Iterator[str]:
    yield from ("", *_title(Section.KEYS), "", *comment_of(SETTINGS["keys"]), "[keys]")
    if isinstance(found, Mapping):
        yield from (assignment(name, one) for name, one in found.items())

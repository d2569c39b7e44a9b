"""A map of keys as a file of its own: to be carried to another machine, or to a colleague.

It is written like the part [keys] of the settings file, so that this file is read as well.
"""

from collections.abc import Mapping
from pathlib import Path

from simdesk.models.errors import KnownError
from simdesk.models.key_draft import KeyDraft
from simdesk.models.preference_kinds import Table, UnfitError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.files import write_atomically
from simdesk.services.preference_editing import KEYS, values_of
from simdesk.services.preference_file import read_words
from simdesk.services.preference_words import assignment

_HEAD = """\
# Keys of SimDesk's commands, to be read in under Edit, Keys.
# A line that begins with # sets nothing: it shows the key that a command has at first.
# "" is no key.

[keys]"""


def key_words(draft: KeyDraft) -> str:
    """The file: a line for every command, those with usual keys as comments."""
    set_here = draft.kept({})
    lines = [_HEAD]
    for command, first in draft.first.items():
        if command in set_here:
            lines.append(assignment(command, set_here[command]))
        else:
            lines.append(f"#{assignment(command, first[0] if first else '')}")
    return "\n".join(lines) + "\n"


def write_keys(path: Path, draft: KeyDraft) -> None:
    """Write the map. Raises KnownError when it cannot be written; an older file stays then."""
    with write_atomically(path) as file:
        file.write(key_words(draft).encode())


def read_keys(path: Path) -> Mapping[str, str]:
    """One key by the id of a command, as it stands there: `KeyDraft.imported` judges it.

    Raises KnownError for a file that cannot be read or has no [keys].
    """
    try:
        values = values_of(read_words(path))
    except ValueError as error:
        words = QT_TRANSLATE_NOOP("trade", "“{path}” is not written as TOML: {reason}.")
        raise KnownError(text(words, path=str(path), reason=str(error).rstrip("."))) from error
    if KEYS not in values:
        words = QT_TRANSLATE_NOOP("trade", "“{path}” names no keys: it has no part [keys].")
        raise KnownError(text(words, path=str(path)))
    try:
        return Table().read(values[KEYS])
    except UnfitError as error:
        raise KnownError(error.words) from error

"""Keys in words: as this system writes them, with what has them by its name."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from simdesk.models.keys import KeyProblem
from simdesk.models.texts import Text
from simdesk.ui.actions.spec import ActionSpec
from simdesk.ui.joining import told
from simdesk.ui.text import shown


def key_shown(key: str) -> str:
    """`Ctrl+F`, or what this system and language call it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def keys_shown(keys: Iterable[str]) -> str:
    """All of them in one line; empty for none."""
    return ", ".join(key_shown(key) for key in keys)


def name_of(spec: ActionSpec) -> str:
    """What a command is called in a sentence or a list."""
    return spec.shown.rstrip("…")


def has_it(key: str, owner: ActionSpec) -> str:
    """“F5” is the key of “Refresh the table”."""
    words = QCoreApplication.translate("keys", "“{key}” is the key of “{command}”.")
    return words.format(key=key_shown(key), command=name_of(owner))


def problem_words(problem: KeyProblem, specs: Mapping[str, ActionSpec]) -> str:
    """A line on a key that was not to be had, commands by their names."""
    spec = specs.get(problem.command)
    name = problem.command if spec is None else name_of(spec)
    arguments = tuple(
        (gap, name_of(specs[str(value)]) if gap == "owner" and value in specs else value)
        for gap, value in problem.why.arguments
    )
    why = shown(Text(problem.why.source, arguments))
    return told(name, why)

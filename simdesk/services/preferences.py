"""What the operator set: read from one file, told to who listens, written one key at a time."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from simdesk.models.errors import KnownError
from simdesk.models.preferences import DEFAULTS, Preferences, Value
from simdesk.models.texts import Text
from simdesk.services.preference_file import no_toml, read_words, stamp_of, write_words

if TYPE_CHECKING:
    from simdesk.models.preference_reading import Complaint, Reading

Listener = Callable[[Preferences], None]
Changes = Mapping[str, Value | None]
"""Values by key; None takes a key back to what SimDesk begins with."""


class PreferenceService:
    """One for the whole program. Without a file it holds what it is told, for as long as it lives.

    Nothing that is wrong with the file is fatal: what is fit counts, what is not is told in
    `complaints` by key, and a file that cannot be read at all in `trouble`.
    """

    def __init__(self, path: Path | None = None) -> None:
        """`path` is the file; it is read now. It need not be there, nor its folder."""
        self.path = path
        self.complaints: tuple[Complaint, ...] = ()
        self.trouble: Text | None = None
        """Why nothing of the file counts; None where it was read or is not there."""
        self._listeners: list[Listener] = []
        self._given: frozenset[str] = frozenset()
        self._read: Preferences = DEFAULTS
        self._unwritten: dict[str, Value | None] = {}
        self._tried: dict[str, Value | None] = {}
        self._seen: object = None
        self._load()
        self.current = self._counting()
        """What is in force."""

    def complain(self, key: str, words: Text) -> None:
        """Tell of a value that is fit as such, and cannot be used here."""
        from simdesk.models.preference_reading import Complaint

        self.complaints += (Complaint(key, words),)

    def given(self, key: str) -> bool:
        """The key is set, be it to what SimDesk begins with."""
        if key in self._unwritten:
            return self._unwritten[key] is not None
        return key in self._given

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` whenever other values count; call what is returned to end that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def refresh(self) -> None:
        """Read the file again if it is another one than before: a person may have edited it."""
        if self.path is not None and stamp_of(self.path) != self._seen:
            self._load()
            self._tell()

    def try_out(self, changes: Changes) -> None:
        """Let these count for a look, unwritten, instead of those tried before; {} ends it."""
        self._tried = dict(changes)
        self._tell()

    def change(self, changes: Changes) -> None:
        """Set keys, in the file as it is by now, so that what others wrote there stays.

        The values are fit, as `Setting.kind.read` gives them. Raises KnownError when the file
        cannot be written; they count anyway, until the program ends.
        """
        self._tried = {}
        self._unwritten |= changes
        try:
            if self.path is not None and self._unwritten:
                self._write(self.path)
        finally:
            self._tell()

    # Reading

    def _load(self) -> None:
        from_file: Reading | None = None
        self.trouble = None
        self._seen = None if self.path is None else stamp_of(self.path)
        words = None
        try:
            words = "" if self.path is None else read_words(self.path)
        except KnownError as error:
            self.trouble = error.message
        if words:
            from_file = self._understood(words)
        self._read = DEFAULTS if from_file is None else from_file.preferences
        self._given = frozenset() if from_file is None else from_file.given
        self.complaints = () if from_file is None else from_file.complaints

    def _understood(self, words: str) -> "Reading | None":
        # Read here: who has no file is not to wait for what reads it.
        from simdesk.models.preference_reading import read_preferences
        from simdesk.services.preference_editing import values_of

        try:
            return read_preferences(values_of(words))
        except ValueError as error:
            self.trouble = no_toml(error)
            return None

    def _counting(self) -> Preferences:
        changes = self._unwritten | self._tried
        new = {key: getattr(DEFAULTS, key) if one is None else one for key, one in changes.items()}
        return replace(self._read, **new) if new else self._read  # type: ignore[arg-type]  # fit, see `change`

    def _tell(self) -> None:
        before, self.current = self.current, self._counting()
        if self.current != before:
            for listener in tuple(self._listeners):
                listener(self.current)

    # Writing

    def _write(self, path: Path) -> None:
        write_words(path, self._as_written())
        self._unwritten = {}
        self._load()

    def _as_written(self) -> dict[str, Value | None]:
        """Single keys of commands, not their table: others may have set other ones."""
        changes = dict(self._unwritten)
        if "keys" in changes:
            wanted = changes.pop("keys") or {}
            before = self._read.keys
            assert isinstance(wanted, Mapping)
            changes |= {f"keys.{name}": None for name in before if name not in wanted}
            changes |= {
                f"keys.{name}": word for name, word in wanted.items() if before.get(name) != word
            }
        return changes

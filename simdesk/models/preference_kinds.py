"""What kinds of values an operator may set, and what makes one of them unfit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from zoneinfo import ZoneInfo

from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, shortened, text


class UnfitError(ValueError):
    """A value that cannot be taken. `words` say what it is not: “drak” is none of system, light."""

    def __init__(self, words: Text) -> None:
        super().__init__(str(words))
        self.words = words


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some words, each with its label for people."""

    labels: Mapping[str, Text]

    def read(self, found: object) -> str:
        """The word. Raises UnfitError."""
        if isinstance(found, str) and found in self.labels:
            return found
        raise _unfit(
            QT_TRANSLATE_NOOP("trade", "“{found}” is none of {known}"),
            found,
            known=", ".join(self.labels),
        )


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    def read(self, found: object) -> bool:
        """The flag. Raises UnfitError."""
        if isinstance(found, bool):
            return found
        raise _unfit(QT_TRANSLATE_NOOP("trade", "“{found}” is neither true nor false"), found)


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number from `least` to `most`; 0 is taken as well where `zero` says what it means."""

    least: int
    most: int
    unit: Text
    zero: Text | None = None

    def read(self, found: object) -> int:
        """The number. Raises UnfitError."""
        if isinstance(found, int) and not isinstance(found, bool) and self._holds(found):
            return found
        raise _unfit(
            QT_TRANSLATE_NOOP("trade", "“{found}” is not a whole number from {least} to {most}"),
            found,
            least=self.least,
            most=self.most,
        )

    def _holds(self, number: int) -> bool:
        return self.least <= number <= self.most or (number == 0 and self.zero is not None)


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone by its name, such as Europe/Berlin."""

    def read(self, found: object) -> str:
        """The name. Raises UnfitError for a zone that this system does not know."""
        if isinstance(found, str) and found:
            try:
                return ZoneInfo(found).key
            except (OSError, ValueError, LookupError):  # folders of zones, bad names, unknown ones
                pass
        raise _unfit(QT_TRANSLATE_NOOP("trade", "“{found}” is no known time zone"), found)


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder by its whole path; nothing for the one that is meant where none is named."""

    nothing: Text

    def read(self, found: object) -> str:
        """The path. Raises UnfitError; whether it is there is for others to say."""
        if isinstance(found, str) and (not found or _whole_path(found)):
            return found
        raise _unfit(
            QT_TRANSLATE_NOOP("trade", "“{found}” is not the whole path of a folder"), found
        )


@dataclass(frozen=True, slots=True)
class Names:
    """Some of the known names, one at least, in an order."""

    known: Sequence[str]

    def read(self, found: object) -> tuple[str, ...]:
        """The names, each once. Raises UnfitError for the first that is not known."""
        if not isinstance(found, list | tuple) or not found:
            raise _unfit(QT_TRANSLATE_NOOP("trade", "“{found}” is not a list of names"), found)
        for name in found:
            if not isinstance(name, str) or name not in self.known:
                raise _unfit(QT_TRANSLATE_NOOP("trade", "“{found}” is no known name"), name)
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Table:
    """Words by name. What the names and words mean is for those to judge who use them."""

    def read(self, found: object) -> Mapping[str, str]:
        """Names with their words; tables in tables count as names with dots. Raises UnfitError."""
        if not isinstance(found, Mapping):
            raise _unfit(QT_TRANSLATE_NOOP("trade", "“{found}” is not a table of names"), found)
        flat: dict[str, str] = {}
        for name, words in found.items():
            if isinstance(words, Mapping):
                flat |= {f"{name}.{inner}": word for inner, word in self.read(words).items()}
            elif isinstance(words, str):
                flat[str(name)] = words
            else:
                raise _unfit(QT_TRANSLATE_NOOP("trade", "“{found}” is not in quotes"), words)
        return flat


def _whole_path(words: str) -> bool:
    return "\0" not in words and PurePath(words).is_absolute()


Kind = Choice | Flag | Count | Zone | Folder | Names | Table


def _unfit(words: str, found: object, **more: object) -> UnfitError:
    return UnfitError(text(words, found=shortened(_plain(found)), **more))


def _plain(found: object) -> str:
    # As it is written in the file: true, not True.
    return str(found).lower() if isinstance(found, bool) else " ".join(str(found).split())

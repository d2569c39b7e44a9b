"""Keys while they are being chosen: one key has one command, and what is kept gives them again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from simdesk.models.keys import Bound, Keys, bind, changed, check_key, read_key


@dataclass(frozen=True, slots=True)
class KeyDraft:
    """`first` are the keys that commands have at first, `keys` those that were chosen by now."""

    first: Keys
    keys: Keys

    def read(self, command: str, words: str) -> str:
        """The key that `words` mean, empty for none. Raises KnownError where it cannot be had."""
        key = read_key(words)
        check_key(key, self.first[command])
        return key

    def owner(self, command: str, keys: tuple[str, ...]) -> tuple[str, str] | None:
        """The first of `keys` that another command than `command` has, and that other one."""
        for other, theirs in self.keys.items():
            for key in theirs:
                if other != command and key in keys:
                    return key, other
        return None

    def given(self, command: str, keys: tuple[str, ...]) -> "KeyDraft":
        """The command has these keys, taken from whoever has them; the first ones stay together.

        What is left to another command is one key at most: more could not be kept.
        """
        new = dict(self.keys)
        for other, theirs in self.keys.items():
            left = tuple(key for key in theirs if key not in keys)
            new[other] = theirs if left == theirs else left[:1]
        new[command] = keys
        return replace(self, keys=new)

    def usual(self) -> "KeyDraft":
        """Every command has the keys that it had at first."""
        return replace(self, keys=self.first)

    def imported(self, wanted: Mapping[str, str]) -> tuple["KeyDraft", Bound]:
        """The keys of another map, in place of all these, and what of it could not be had.

        `wanted` gives one key by the id of a command; who is not in it has the usual keys.
        """
        bound = bind(self.first, wanted)
        return replace(self, keys=bound.keys), bound

    def differing(self, other: "KeyDraft") -> int:
        """How many commands have other keys there."""
        return sum(other.keys[command] != keys for command, keys in self.keys.items())

    def kept(self, before: Mapping[str, str]) -> dict[str, str]:
        """What to keep so that these keys count again.

        `before` was kept until now: what it says of commands that are not here, as those of a
        window of another kind, stays.
        """
        others = {name: key for name, key in before.items() if name not in self.first}
        return others | changed(self.first, self.keys)

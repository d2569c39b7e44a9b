"""What may leave the program in words: no secrets, no whole card numbers, one record one line.

(reliability.md 4.12, F08, F57, I14)
"""

import re
from collections.abc import Iterable, Mapping

from simdesk.models.secret_forms import ESCAPES, SHORTEST, forms
from simdesk.models.texts import Text

HIDDEN = "•••"
"""Stands where something was hidden. Shorter than any secret, so that it can hold none."""
LONGEST = 1_000_000
"""Characters of one text that are kept; bodies of a hundred megabytes have been seen."""
_NOTE = "… ({cut} characters cut)"
_ROOM_FOR_NOTE = 64
_ACROSS = 4_096
"""Read beyond the cut before hiding, or half of a secret might be left standing at it."""

_NAME = (
    r"(?:(?i:secret|token|passw(?:or)?d|passphrase|pwd|signature|authorization|credential|cookie"
    r"|api_?key|access_?key)[\w\-]{0,24}"
    r"|(?:(?<![A-Za-z])(?i:key|sign|auth)|Key|KEY)(?:[_\-]?(?i:id))?(?![A-Za-z0-9]))"
)
_STEMS = ("key", "sign", "auth", "secret", "token", "pass", "pwd", "credential", "cookie")
"""One of these is in every name; most lines have none and need no search."""
_OPENING = r"[buBU]?(?P<escape>\\{0,8})(?P<quote>[\"'])"
_NAMED = re.compile(
    rf"(?P<name>{_NAME})"
    rf"(?:(?:\\{{0,8}}[\"'])?\s{{0,8}}(?:[:=]>?|%3[dD]|%3[aA])\s{{0,8}}(?:{_OPENING})?"
    # a pair in a list of pairs: ('Signature', 'abc')
    rf"|\\{{0,8}}[\"']\s{{0,8}},\s{{0,8}}[buBU]?(?P<escape2>\\{{0,8}})(?P<quote2>[\"']))"
)
_BARE = re.compile(r"(?:(?!%26)[^\s&,;\"'<>(){}\[\]])+")
_HEADER = re.compile(r"[^\r\n\"'{}\[\]]+")
_REST_OF_LINE = ("authorization", "cookie")
_QUOTED = {
    (quote, escaped): re.compile(
        rf"(?:(?!\\{{0,8}}{quote}).)*" if escaped else rf"(?:[^{quote}\\]|\\.)*", re.DOTALL
    )
    for quote in "\"'"
    for escaped in (False, True)
}
_WITHOUT_NAMES = re.compile(
    r"(?P<scheme>://)[^/\s@\"'•]{1,256}(?=@)"
    r"|(?P<kind>\b(?i:bearer|basic)\s{1,8})[\w\-+/=.~]{16,}"
    r"|-----BEGIN[^-]{0,64}PRIVATE KEY-----.{0,8192}?-----END[^-]{0,64}-----",
    re.DOTALL,
)
_NUMBERS = re.compile(
    # Ids and digests stay whole: they name operations and records, not cards.
    r"(?<![0-9A-Za-z])(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})(?![0-9A-Za-z])"
    r"|(?P<number>(?<![0-9A-Za-z])8986[0-9A-Z]{15,16}(?![0-9A-Za-z])"
    r"|(?<!\d)(?:\d{19,20}|\d{11,15})(?!\d))",
    re.ASCII,
)


class Redactor:
    """Hides secrets by the names they stand under, and registered ones wherever they stand.

    One for the whole program: a provider's secrets are registered when it is opened. It may be
    used from any thread.
    """

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._forms: frozenset[str] = frozenset()
        self._known: re.Pattern[str] | None = None
        for secret in secrets:
            self.register(secret)

    def register(self, secret: str) -> None:
        """From now on `secret` stands in no text. Raises ValueError for one below 6 characters."""
        if len(secret) < SHORTEST:
            raise ValueError(f"a secret of fewer than {SHORTEST} characters cannot be hidden")
        self._forms |= forms(secret)
        # The longest first: a form may be the beginning of another.
        listed = sorted(self._forms, key=lambda form: (-len(form), form))
        self._known = re.compile("|".join(map(re.escape, listed)))

    def values(self, words: str) -> str:
        """`words` without registered secrets, in any of their forms; nothing else changes."""
        # To look for each form is much faster than to try all of them at every letter.
        if self._known is None or not any(form in words for form in self._forms):
            return words
        return self._known.sub(HIDDEN, words)

    def secrets(self, words: str) -> str:
        """`words` without registered secrets and without what stands under a secret's name."""
        return _WITHOUT_NAMES.sub(_without_names, _hide_named(self.values(words)))

    def sentence(self, words: Text) -> Text:
        """A sentence whose arguments give nothing away, those that are sentences included."""
        filled = tuple((name, self._argument(value)) for name, value in words.arguments)
        return Text(self.values(words.source), filled)

    def _argument(self, value: object) -> object:
        match value:
            case Text():
                return self.sentence(value)
            case str():
                return self.secrets(value)
        return value

    def text(self, words: str) -> str:
        """`words` for a file: no secrets, card numbers shortened, a mega of characters at most."""
        kept = words[: LONGEST + _ACROSS]
        shown = shortened_numbers(self.secrets(kept)).translate(_ESCAPES_IN_TEXT)
        return _cut(shown, len(words) - len(kept))

    def line(self, words: str) -> str:
        """As `text`, on one line: whoever writes a line break writes no second record."""
        kept = words[: LONGEST + _ACROSS]
        shown = shortened_numbers(self.secrets(kept.translate(ESCAPES)))
        return _cut(shown, len(words) - len(kept))

    def tree(self, value: object) -> object:
        """Plain JSON values as `text` shows them, hidden whole under a secret's name."""
        match value:
            case str():
                return self.text(value)
            case Mapping():
                return {
                    self.text(str(name)): HIDDEN if _secretive(str(name)) else self.tree(part)
                    for name, part in value.items()
                }
            case list() | tuple():
                return [self.tree(part) for part in value]
            case int() if not isinstance(value, bool) and shortened_numbers(str(value)) != str(
                value
            ):
                return shortened_numbers(str(value))
        return value


_ESCAPES_IN_TEXT = {code: said for code, said in ESCAPES.items() if code != ord("\n")}


def shortened_numbers(words: str) -> str:
    """ICCIDs, IMSIs, MSISDNs and IMEIs as their first 6 and last 4 characters."""
    return _NUMBERS.sub(_shortened, words)


def _shortened(found: re.Match[str]) -> str:
    number = found["number"]
    return found[0] if number is None else f"{number[:6]}…{number[-4:]}"


def _secretive(name: str) -> bool:
    return _NAMED.search(f"{name}=") is not None


def _hide_named(words: str) -> str:
    folded = words.casefold()
    if not any(stem in folded for stem in _STEMS):
        return words
    parts: list[str] = []
    at = 0
    while found := _NAMED.search(words, at):
        value = _value_of(found).match(words, found.end())
        parts.append(words[at : found.end()])
        at = found.end()
        if value is not None and value.end() > at:
            parts.append(HIDDEN)
            at = value.end()
    parts.append(words[at:])
    return "".join(parts)


def _value_of(found: re.Match[str]) -> re.Pattern[str]:
    quote = found["quote"] or found["quote2"]
    if quote is not None:
        return _QUOTED[quote, bool(found["escape"] or found["escape2"])]
    whole = found["name"].casefold().startswith(_REST_OF_LINE)
    return _HEADER if whole else _BARE


def _without_names(found: re.Match[str]) -> str:
    return f"{found['scheme'] or found['kind'] or ''}{HIDDEN}"


def _cut(words: str, left_out: int) -> str:
    if len(words) <= LONGEST and not left_out:
        return words
    kept = words[: LONGEST - _ROOM_FOR_NOTE]
    return kept + _NOTE.format(cut=len(words) - len(kept) + left_out)

"""In how many spellings a secret travels: each of them gives it away (reliability.md 4.12)."""

import base64
import json
from collections.abc import Iterator
from urllib.parse import quote, quote_plus

SHORTEST = 6
"""Characters below which a secret cannot be told from an ordinary word."""
_BLOCK = 3
_CUT_FRONT = (0, 2, 3)
_CUT_BACK = (0, 3, 2)
"""Of a base64 text: letters that its neighbours take part in, by the place in a block of three."""


def forms(secret: str) -> frozenset[str]:
    """The secret as it stands and as URLs, JSON, Python, HTML, base64 and hexadecimal spell it."""
    return frozenset(form for form in _forms(secret) if len(form) >= SHORTEST)


def _forms(secret: str) -> Iterator[str]:
    raw = secret.encode("utf-8", "surrogatepass")
    yield secret
    yield secret.translate(_HTML)
    yield _escaped(secret)
    for text in (json.dumps(secret), json.dumps(secret, ensure_ascii=False), repr(secret)):
        yield text[1:-1]
        yield json.dumps(text[1:-1])[1:-1]  # JSON inside JSON
    yield repr(raw)[2:-1]
    for safe in ("", "/", "~"):
        for quoted in (quote(raw, safe=safe), quote_plus(raw, safe=safe)):
            yield from _in_both_cases(quoted)
            yield from _in_both_cases(quote(quoted, safe=""))  # as a string to sign is
    yield raw.hex()
    yield raw.hex().upper()
    yield from _base64(raw)


_HTML = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}


def _in_both_cases(quoted: str) -> Iterator[str]:
    """Percent escapes with capital and with small digits."""
    yield quoted
    parts = quoted.split("%")
    yield "%".join([parts[0], *(part[:2].lower() + part[2:] for part in parts[1:])])


def _base64(raw: bytes) -> Iterator[str]:
    """What is always there of it, wherever in a longer text that was encoded it lies."""
    for before in range(_BLOCK):
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            letters = encode(b"\0" * before + raw).decode()
            end = len(letters) - _CUT_BACK[(before + len(raw)) % _BLOCK]
            yield letters[_CUT_FRONT[before] : end]


def _escaped(secret: str) -> str:
    return secret.translate(ESCAPES)


ESCAPES: dict[int, str] = {
    **{code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0))},
    ord("\n"): "\\n",
    ord("\r"): "\\r",
    ord("\t"): "\\t",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
    **{code: f"\\u{code:04x}" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))},
}
"""Characters that break a line, move a terminal or turn the direction of text, and what is written
instead of them."""

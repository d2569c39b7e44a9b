"""A language nobody speaks: every translated text stands in brackets and is 40 % longer."""

import re
from collections.abc import Container, Iterator

from PySide6.QtCore import QTranslator

LEFT, RIGHT = "⟦", "⟧"
LONGER = 0.4
_INNERMOST = re.compile(f"{LEFT}[^{LEFT}{RIGHT}]*{RIGHT}")
_WORD = re.compile(r"[A-Za-z]{3,}")
_CUT = re.compile(f"{LEFT}[^{RIGHT}]*…")
"""Words of a translation whose end was elided."""
_DATA = re.compile(
    r"""
    \w*[_\d]\w*                                  # names of vouchers and files, ids, figures
    | \b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b       # days by locale
    | [\w-]+(?:[ ][\w-]+)*\s?/\s?[\w\-./ ]*        # paths, and a provider's names of its packages
    | [\w\-]*\.(?:csv|xlsx|db|txt|log|json|toml|zip)\b
    | \b[a-z_]+(?::|[<>=]+)\S*                    # a filter, which is written in one language
    """,
    re.VERBOSE,
)
NAMES = frozenset({
    "APN", "CMCC", "CNY", "CSV", "CTCC", "CUCC", "Ctrl", "Alt", "Shift", "Del", "Return", "Space",
    "Esc", "Enter", "Ins", "Home", "End", "PgUp", "PgDown", "ICCID", "IMEI", "IMSI", "KiB",
    "MSISDN", "MiB", "GiB", "SIM", "SimDesk", "VNO", "XLSX", "JSON",
})  # fmt: skip
"""What is called so in every language."""


class PseudoLanguage(QTranslator):
    """Answers for every context; gaps such as `{count}` stay as they are."""

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        del context, disambiguation, n
        return f"{LEFT}{source}{_longer(source)}{RIGHT}" if source else ""

    def isEmpty(self) -> bool:
        return False


def _longer(source: str) -> str:
    # In words of six letters, which can be broken as a language's own can.
    more = round(len(source) * LONGER)
    words = "éîøüåñ " * (more // 7 + 1)
    return f"{' ' if more > 6 else ''}{words[:more]}".rstrip()


def unmarked(words: str, data: Container[str] = ()) -> Iterator[str]:
    """The words that no translation gave, names, figures and words of the `data` left out."""
    left, before = words.replace("\u200b", ""), ""
    while left != before:
        left, before = _INNERMOST.sub(" ", left), left
    for word in _WORD.findall(_DATA.sub(" ", _CUT.sub(" ", left))):
        if word not in NAMES and word not in data:
            yield word


def words_in(said: str) -> set[str]:
    """The words of a text."""
    return set(_WORD.findall(said))

"""The operator's guide: its chapters as files, in the language of the window, and finding in it."""

import re
from dataclasses import dataclass
from pathlib import Path

from simdesk.paths import resource

ENGLISH, CHINESE = "en", "zh_CN"
LANGUAGES = (ENGLISH, CHINESE)
CHAPTERS = (
    "index",
    "first-minutes",
    "finding",
    "filter",
    "card",
    "acting",
    "money",
    "spreadsheets",
    "rules",
    "trouble",
    "keys",
    "settings",
    "words",
)
"""The chapters in their order; each is a file of this name in the folder of every language."""
OF_PAGES = {
    "overview": "card",
    "cards": "finding",
    "vouchers": "money",
    "tags": "spreadsheets",
    "rules": "rules",
    "notifications": "rules",
    "orders": "money",
    "exports": "spreadsheets",
    "operations": "acting",
    "money": "money",
    "audit": "trouble",
}
"""The chapter that explains each page of the window."""
_HEADING = re.compile(r"^# +(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter; `words` is its Markdown."""

    name: str
    title: str
    path: Path
    words: str

    def hits(self, sought: str) -> int:
        """How often `sought` stands in it, whatever its case; 0 for nothing sought."""
        return self.words.casefold().count(sought.casefold()) if sought else 0


def chapters(locale: str) -> tuple[Chapter, ...]:
    """All chapters in the language of a locale such as `zh_CN`; English where there is no other.

    Raises FileNotFoundError: the installation is incomplete.
    """
    language = CHINESE if locale.partition("_")[0] == "zh" else ENGLISH
    return tuple(_chapter(name, language) for name in CHAPTERS)


def _chapter(name: str, language: str) -> Chapter:
    path = resource(f"guide/{language}/{name}.md")
    words = path.read_text(encoding="utf-8")
    heading = _HEADING.search(words)
    return Chapter(name, name if heading is None else heading[1], path, words)


def chapter_of_page(page: str) -> str:
    """The name of the chapter on a page of the window; the contents for one it does not know."""
    return OF_PAGES.get(page, CHAPTERS[0])

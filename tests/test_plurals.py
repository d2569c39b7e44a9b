"""What is counted is said of one as well: English has no plural forms but two sentences."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

MARKED = Path(__file__).parents[1] / "resources" / "languages" / "simdesk_zh_CN.ts"
_COUNTED = re.compile(r"\{(?:count|cards|rows)\} (?!as\b)([a-z]+?)(ies|s)\b")
NEVER_OF_ONE = {
    "{count} exports are being written",
    "Cancel {count} exports and close",
    "Delete {count} exports",
    "{count} operations stand still and wait for your word.",
    "Show its {count} cards",
    "Exported files, kept for {count} days",
    "None of the next {count} cards says “{words}” in {column}. Narrow the search.",
    "{percent} % of {count} cards",
    "All {rows} rows are read. Making them quick to search.",
    "{count} rows of {tables} tables are in {folder}",
}
"""One alone is called by its name, or there are always more."""


def _marked() -> Iterator[tuple[str, set[str]]]:
    for context in ElementTree.parse(MARKED).getroot().iter("context"):
        sources = {str(message.findtext("source")) for message in context.iter("message")}
        yield str(context.findtext("name")), sources


def _of_one(counted: re.Match[str]) -> re.Pattern[str]:
    stem, end = counted.groups()
    noun = stem + ("y" if end == "ies" else "")
    return re.compile(rf"\b(1|one|a|an|its) (\w+ )?{noun}\b", re.IGNORECASE)


def test_what_is_counted_is_also_said_of_one() -> None:
    found = {
        (context, source)
        for context, sources in _marked()
        for source in sources - NEVER_OF_ONE
        for counted in _COUNTED.finditer(source)
        if not any(_of_one(counted).search(other) for other in sources - {source})
    }
    assert found == set()


def test_every_exception_is_still_said() -> None:
    assert set().union(*(sources for _, sources in _marked())) >= NEVER_OF_ONE

"""A language that nobody speaks: every translated word stands in brackets and is 40 % longer.

A word on the screen without brackets was never marked, or is asked for in a context that the
translators never see; one that does not fit will not fit in some real language either.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication, QTranslator

ROOT = Path(__file__).resolve().parents[1]
TS = ROOT / "resources" / "languages" / "simdesk_zh_CN.ts"
LONGER = 0.4


def pseudo(words: str) -> str:
    """`Cards` as `[Cards··]`."""
    return f"[{words}{'·' * math.ceil(len(words) * LONGER)}]"


def said_in(ts: Path) -> frozenset[tuple[str, str]]:
    """Every context and source of a .ts file."""
    root = ElementTree.parse(ts).getroot()
    return frozenset(
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in root.iter("context")
        for message in context.iter("message")
    )


class PseudoTranslator(QTranslator):
    """Translates what the .ts file has; `strangers` are those of ours that it has not.

    A class is asked for in its own context first and then in those of the classes it derives from,
    so a stranger is a source that no context at all has.
    """

    def __init__(self) -> None:
        super().__init__()
        self._known = said_in(TS)
        self._sources = {source for _, source in self._known}
        self._contexts = {context for context, _ in self._known}
        self.strangers: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        if (context, source) in self._known:
            return pseudo(source)
        if context in self._contexts and source not in self._sources:
            self.strangers.add((context, source))
        return None


@contextmanager
def spoken_pseudo() -> Iterator[PseudoTranslator]:
    """Speak it in what is built inside; needs an application."""
    translator = PseudoTranslator()
    QCoreApplication.installTranslator(translator)
    try:
        yield translator
    finally:
        QCoreApplication.removeTranslator(translator)

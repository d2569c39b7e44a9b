"""Says what a journal keeps in English in the window's language."""

from PySide6.QtCore import QCoreApplication

from simdesk.models.kept_words import understood
from simdesk.ui.text import CONTEXT, shown


def kept(words: str | None) -> str:
    """Words of a journal; as they are in English, and where they are none of ours. Empty for none.

    What a provider said stays as it said it.
    """
    if not words:
        return ""
    found = understood(words)
    if found is None or QCoreApplication.translate(CONTEXT, found.source) == found.source:
        return words
    return shown(found)

"""Joins words that were translated one by one as the window's language joins them.

English has a blank between sentences and a comma and a blank between facts, Chinese neither.
"""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication


def sentences(parts: Iterable[str]) -> str:
    """Whole sentences one behind the other; those without words are left out."""
    return _joined(QCoreApplication.translate("joining", "{first} {second}"), parts)


def listed(parts: Iterable[str]) -> str:
    """Facts one behind the other: `2 paused, 1 card needs a person`."""
    return _joined(QCoreApplication.translate("joining", "{first}, {second}"), parts)


def named(parts: Iterable[str]) -> str:
    """Names one behind the other: `depot, north`; Chinese has a comma of its own between them."""
    return _joined(QCoreApplication.translate("names", "{first}, {second}"), parts)


def told(name: str, words: str) -> str:
    """A name and what there is to say of it: `Remark: north gate`."""
    return QCoreApplication.translate("joining", "{name}: {words}").format(name=name, words=words)


def sentence(words: str) -> str:
    """`words` closed by a full stop."""
    return QCoreApplication.translate("joining", "{words}.").format(words=words)


def _joined(pattern: str, parts: Iterable[str]) -> str:
    so_far = ""
    for part in filter(None, parts):
        so_far = pattern.format(first=so_far, second=part) if so_far else part
    return so_far

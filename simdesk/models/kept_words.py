"""Sentences of ours that a journal keeps in English, understood again so that all can say them.

What became of a card is written down as words, which outlive the window and its language. What a
provider said is its own and is no sentence of ours.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from simdesk.models.orders import OrderState
from simdesk.models.status import SimStatus, SpecificStatus
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text

SENTENCES = (
    QT_TRANSLATE_NOOP("trade", "Accepted; the result is read from the card."),
    QT_TRANSLATE_NOOP("trade", "An answer could not be written to the disk."),
    QT_TRANSLATE_NOOP("trade", "An unexpected error stopped it; it was reported."),
    QT_TRANSLATE_NOOP("trade", "Another operation on it is not settled yet; nothing was sent."),
    QT_TRANSLATE_NOOP("trade", "Auto-renew is {state}."),
    QT_TRANSLATE_NOOP("trade", "Automatic rebind is {state}."),
    QT_TRANSLATE_NOOP(
        "trade", "It costs more than was approved, or is no longer sold; nothing was sent."
    ),
    QT_TRANSLATE_NOOP("trade", "It leaves no trace on the card."),
    QT_TRANSLATE_NOOP("trade", "It may or may not have taken effect: {why}"),
    QT_TRANSLATE_NOOP("trade", "It was revoked before its time."),
    QT_TRANSLATE_NOOP("trade", "Its order {number} is not paid."),
    QT_TRANSLATE_NOOP("trade", "Its order {number} is paid."),
    QT_TRANSLATE_NOOP("trade", "Its time came while SimDesk was closed."),
    QT_TRANSLATE_NOOP("trade", "No answer came within the time limit."),
    QT_TRANSLATE_NOOP("trade", "Not sent: {why}"),
    QT_TRANSLATE_NOOP("trade", "Nothing of it is to be seen; it can no longer happen."),
    QT_TRANSLATE_NOOP("trade", "One of the first {count} did not go as expected: {why}"),
    QT_TRANSLATE_NOOP("trade", "Order {number} is {state}."),
    QT_TRANSLATE_NOOP("trade", "Paused by the operator."),
    QT_TRANSLATE_NOOP("trade", "Refused, but an earlier attempt may have taken effect."),
    QT_TRANSLATE_NOOP("trade", "SimDesk ended before all was sent."),
    QT_TRANSLATE_NOOP("trade", "SimDesk ended before the answer came; the card is being asked."),
    QT_TRANSLATE_NOOP("trade", "SimDesk is closing."),
    QT_TRANSLATE_NOOP("trade", "The card has changed since the preview; nothing was sent."),
    QT_TRANSLATE_NOOP("trade", "The card has no usage limit of its own."),
    QT_TRANSLATE_NOOP("trade", "The card shows {status}."),
    QT_TRANSLATE_NOOP("trade", "The card's usage limit is {limit} MB."),
    QT_TRANSLATE_NOOP("trade", "The operation was stopped before its turn."),
    QT_TRANSLATE_NOOP("trade", "The plan expires on {day}."),
    QT_TRANSLATE_NOOP("trade", "The preview was too old when its turn came; nothing was sent."),
    QT_TRANSLATE_NOOP("trade", "The provider accepted it. {found}"),
    QT_TRANSLATE_NOOP("trade", "The provider asks for fewer calls."),
    QT_TRANSLATE_NOOP("trade", "The provider does not list the card."),
    QT_TRANSLATE_NOOP("trade", "The provider has no order for it."),
    QT_TRANSLATE_NOOP("trade", "The provider lets nothing of this account through: {why}"),
    QT_TRANSLATE_NOOP("trade", "Too many calls; it is sent again later."),
    QT_TRANSLATE_NOOP("trade", "{count} in a row did not go as expected, the last: {why}"),
    QT_TRANSLATE_NOOP("trade", "{found} But the provider has no order for it since it was sent."),
    QT_TRANSLATE_NOOP("trade", "{found} It can no longer take effect."),
    QT_TRANSLATE_NOOP(
        "trade", "{found} Look it up at the provider: did the act of {sent} take effect?"
    ),
    QT_TRANSLATE_NOOP("trade", "{left} KB are left in the cycle."),
    QT_TRANSLATE_NOOP("trade", "{who} looked it up."),
    QT_TRANSLATE_NOOP("trade", "{wrong} of {count} did not go as expected, the last: {why}"),
)
"""Those that operations, their settling and purchases keep; a test finds each where it is said."""

_GAP = re.compile(r"\\\{(\w+)\\\}")
# What ends after another sentence comes before that sentence alone, which would take all of it.
_PATTERNS = tuple(
    (re.compile(_GAP.sub(r"(?P<\1>.+)", re.escape(source)), re.DOTALL), source)
    for source in sorted(SENTENCES, key=lambda one: not one.startswith("{found}"))
)
_WORDS: Mapping[str, Text] = MappingProxyType(
    {str(one.label): one.label for one in (*SimStatus, *SpecificStatus)}
    | {one.value: one.label for one in OrderState}
    | {
        "on": text(QT_TRANSLATE_NOOP("trade", "on")),
        "off": text(QT_TRANSLATE_NOOP("trade", "off")),
    }
)
"""Words that fill gaps and have a label."""
_GAPS_IN_WORDS = frozenset({"status", "state"})


@lru_cache(maxsize=1024)
def understood(words: str) -> Text | None:
    """The sentence that these words were, its gaps filled with texts where they are ours again.

    None for what is no sentence of ours.
    """
    for pattern, source in _PATTERNS:
        found = pattern.fullmatch(words)
        if found is not None:
            return text(
                source, **{name: _gap(name, said) for name, said in found.groupdict().items()}
            )
    return None


def _gap(name: str, said: str) -> Text | str:
    if name in _GAPS_IN_WORDS:
        return _WORDS.get(said, said)
    return understood(said) or said

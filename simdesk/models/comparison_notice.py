"""What a comparison notifies of, as it is kept and in words."""

import json
from collections import Counter
from collections.abc import Sequence

from simdesk.models.comparison import Compared, Verdict
from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, shortened, text

NAME = QT_TRANSLATE_NOOP("trade", "Daily comparison of orders")
_KEY, _LEDGER = "incidents", "ledger"


def notice_to_json(lines: Sequence[Compared], imbalances: int = 0) -> str:
    """How many new lines of each verdict somebody has to look at.

    `imbalances` counts places of the ledger where money does not lie where it should.
    """
    counts = Counter(line.verdict.value for line in lines)
    told: dict[str, object] = {_KEY: dict(sorted(counts.items()))}
    if imbalances:
        told[_LEDGER] = imbalances
    return json.dumps(told, separators=(",", ":"))


def notice_text(stored: str) -> Text:
    """The same in words. Raises KnownError for what this version cannot read."""
    try:
        kept = json.loads(stored)
        found = [(Verdict(name), int(count)) for name, count in kept[_KEY].items()]
        wrong = int(kept.get(_LEDGER, 0))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        words = QT_TRANSLATE_NOOP("trade", "A notification cannot be read: {stored}")
        raise KnownError(text(words, stored=shortened(stored))) from error
    told = [
        text(QT_TRANSLATE_NOOP("trade", "{what}: {count}"), what=verdict.label, count=f"{count:,}")
        for verdict, count in sorted(found, key=lambda one: list(Verdict).index(one[0]))
    ]
    if wrong:
        words = QT_TRANSLATE_NOOP("trade", "Ledger wrong: {count}")
        told.insert(0, text(words, count=f"{wrong:,}"))
    if not told:
        return text(QT_TRANSLATE_NOOP("trade", "Nothing."))
    words_so_far = told[0]
    for more in told[1:]:
        words_so_far = text(
            QT_TRANSLATE_NOOP("trade", "{first}, {second}"), first=words_so_far, second=more
        )
    return words_so_far

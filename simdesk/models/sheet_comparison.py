"""Two sides compared: how many cards came, went and changed, and in what (F55)."""

from collections.abc import Mapping
from dataclasses import dataclass

from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text


@dataclass(frozen=True, slots=True)
class ComparedSheets:
    """Cards by ICCID: `same`, `added`, `gone` and `changed`; together they are all cards.

    `fields` counts the changes of each field, by the key of its export column, most first; a field
    that both sides tell and that never differs is there with 0. `usage_kb` is what the cards of
    both used more, or less, in their cycle. `cautions` is what a person must know first.
    """

    before: str
    after: str
    same: int
    added: int
    gone: int
    changed: int
    fields: Mapping[str, int]
    usage_kb: int
    cautions: tuple[Text, ...] = ()

    @property
    def cards(self) -> int:
        return self.same + self.added + self.gone + self.changed


def other_account(before: str | None, after: str | None) -> Text | None:
    """The caution where the two sides are of different accounts; nothing is refused for it."""
    if before is None or after is None or before == after:
        return None
    return text(
        QT_TRANSLATE_NOOP(
            "trade", "These are different accounts: “{before}” before, “{after}” after."
        ),
        before=before,
        after=after,
    )


TOLD_LESS = text(
    QT_TRANSLATE_NOOP("trade", "Only fields that both sides tell are compared: {count} of {all}.")
)

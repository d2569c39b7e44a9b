"""Rules, notifications and trigger records as pages show them."""

from dataclasses import dataclass
from datetime import datetime

from simdesk.models.errors import KnownError
from simdesk.models.filters import CardFilter, Operator, Term
from simdesk.models.rule_words import condition_text, group_text
from simdesk.models.rules import Group, PoolShare, Push, RuleDraft
from simdesk.models.texts import Text
from simdesk.services.storage.comparison_store import NO_RULE


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule in the list; `draft` is None where `trouble` says why it cannot be read.

    `fired_at` is its last notification, about `fired_cards` cards; None and 0 for none.
    """

    id: int
    name: str
    group: Group
    push: Push
    enabled: bool
    draft: RuleDraft | None
    trouble: KnownError | None
    checked_at: datetime | None
    fired_at: datetime | None
    fired_cards: int

    @property
    def group_words(self) -> Text:
        return group_text(self.group)

    @property
    def condition_words(self) -> Text:
        if self.draft is None:
            return Text("?") if self.trouble is None else self.trouble.message
        return condition_text(self.draft.condition)


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A notification; one of a pool is about `cards` cards of `voucher`."""

    id: int
    rule_id: int
    rule_name: str
    condition: Text
    at: datetime
    cards: int
    unread: bool
    voucher: str | None

    @property
    def of_money(self) -> bool:
        """No rule told it, but the comparison with the provider's orders."""
        return self.rule_id == NO_RULE

    @property
    def question(self) -> CardFilter:
        """Its cards, cancelled ones included; those of its voucher where it is about a pool."""
        everyone = Term("cancelled", Operator.ANY_OF, ("any",))
        if self.voucher is not None:
            return CardFilter((Term("voucher", Operator.ANY_OF, (self.voucher,)), everyone))
        return CardFilter((Term("notification", Operator.ANY_OF, (str(self.id),)), everyone))


@dataclass(frozen=True, slots=True)
class TriggerRecord:
    """A card, or a voucher's pool, that met a rule's condition.

    `value` is what was measured as stored: KB, percent, a status or days. `notification_id` is
    None where the push rule kept quiet.
    """

    id: int
    at: datetime
    card_id: int | None
    iccid: str | None
    voucher: str | None
    condition: Text
    measured: Text
    value: str
    notification_id: int | None

    @property
    def told(self) -> bool:
        """Somebody heard of it."""
        return self.notification_id is not None


@dataclass(frozen=True, slots=True)
class CardRule:
    """A rule that concerns a card, or once did, with the newest of its records of this card.

    `row` is None for a deleted rule, of which `name` is what it was last told under.
    """

    rule_id: int
    name: str
    row: RuleRow | None
    records: tuple[TriggerRecord, ...]

    @property
    def of_pool(self) -> bool:
        """Its records are of the card's voucher."""
        draft = None if self.row is None else self.row.draft
        return draft is not None and isinstance(draft.condition, PoolShare)

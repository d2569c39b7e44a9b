"""What the journal holds for a person: cards whose outcome nobody knows, acts that wait."""

from dataclasses import dataclass
from datetime import datetime

from simdesk.models.operations import ActRequest
from simdesk.models.orders import Money


@dataclass(frozen=True, slots=True)
class PersonItem:
    """One card that needs a person: all that is needed to recognise its act at the provider.

    `sent_at` is when it was last sent; `serial` is the number it was sent under.
    """

    operation_id: str
    seq: int
    card_id: int
    iccid: str
    request: ActRequest
    serial: str
    sent_at: datetime | None
    price: Money | None
    order_number: str | None
    reason: str | None
    requested_by: str


@dataclass(frozen=True, slots=True)
class WaitingAct:
    """An act on one card that waits for its time; until `not_before` it can be revoked.

    `cards` is how many of its operation wait with it.
    """

    operation_id: str
    request: ActRequest
    not_before: datetime | None
    cards: int

"""What the operator should look at in the journal: cards that need a person, acts that wait."""

from functools import partial

from simdesk.models.attention import PersonItem, WaitingAct
from simdesk.services.operation_codec import request_from_json
from simdesk.services.storage import journal_attention
from simdesk.services.storage.codec import moment_or_none
from simdesk.services.storage.database import Database
from simdesk.services.storage.journal_attention import StoredPerson

MOST = 1_000
"""More cards than that are not listed at once; those decided make room for the next."""


class Attention:
    """Reads only: what is decided or revoked goes through the operations."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def persons(self) -> tuple[PersonItem, ...]:
        """Cards whose outcome only a person can find out, the oldest send first, `MOST` of them."""
        found = await self._database.read(partial(journal_attention.persons, limit=MOST))
        return tuple(map(_person, found))

    async def waiting_of(self, card_id: int) -> WaitingAct | None:
        """What waits to be sent for this card, and until when it can be revoked."""
        job = partial(journal_attention.waiting_of_card, card_id=card_id)
        found = await self._database.read(job)
        if found is None:
            return None
        request = request_from_json(found.request_json)
        return WaitingAct(found.op_id, request, moment_or_none(found.not_before), found.cards)


def _person(stored: StoredPerson) -> PersonItem:
    return PersonItem(
        stored.op_id,
        stored.seq,
        stored.card_id,
        stored.iccid,
        request_from_json(stored.request_json),
        stored.serial,
        moment_or_none(stored.sent_at),
        stored.price,
        stored.order_number,
        stored.reason,
        stored.requested_by,
    )

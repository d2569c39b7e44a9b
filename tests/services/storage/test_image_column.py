"""The image of a card before an act, which SQL spells, against the card itself."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from simdesk.models.card import CardRow
from simdesk.services.storage import card_store
from simdesk.services.storage.before_image import BeforeImage
from simdesk.services.storage.codec import seconds, seconds_or_none
from simdesk.services.storage.image_column import image_json
from simdesk.services.storage.tables import card
from tests.services.storage.desk_file import memory_engine, put_rows
from tests.strategies import card_rows


def image_of(row: CardRow) -> BeforeImage:
    """As reliability.md 0, finding 2, has it, field by field."""
    facts, details = row.facts, row.details
    listed, detailed = seconds(row.stamps.listed_at), seconds_or_none(row.stamps.detailed_at)
    return BeforeImage(
        specific=facts.specific,
        expires_at=seconds_or_none(facts.expires_at),
        auto_renew=facts.auto_renew,
        cancellation_due=facts.cancellation_due,
        cycle_usage_kb=facts.cycle_usage_kb,
        cycle_left_kb=facts.cycle_left_kb,
        tier_kb=facts.tier_kb,
        usage_as_of=seconds(facts.usage_as_of),
        detailed=detailed is not None,
        card_limit_kb=None if details is None else details.card_limit_kb,
        limit_auto_restore=None if details is None else details.limit_auto_restore,
        auto_rebind=None if details is None else details.auto_rebind,
        sub_cards={}
        if details is None
        else {number: sub.specific for sub in details.sub_cards for number in sub.msisdns},
        read_at=max(listed, detailed or 0),
    )


@given(fleet=st.tuples(*(card_rows(number) for number in range(1, 5))))
@settings(max_examples=40)
def test_the_image_is_that_of_the_card(fleet: tuple[CardRow, ...]) -> None:
    with memory_engine().begin() as connection:
        put_rows(connection, fleet)
        stored = card_store.rows(connection, [1, 2, 3, 4])
        words = connection.scalars(select(image_json()).order_by(card.c.id)).all()
    for row, image in zip(stored, words, strict=True):
        assert BeforeImage.from_json(image) == image_of(row)
        # As numbers, true and false would compare equal and still be other words.
        flags = {name: type(value) for name, value in json.loads(image).items() if value in (0, 1)}
        booleans = {"auto_renew", "cancellation_due", "detailed", "limit_auto_restore"}
        assert all(flags[name] is bool for name in flags.keys() & (booleans | {"auto_rebind"}))

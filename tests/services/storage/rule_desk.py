"""A small desk for tests of rules: cards put in as they are, days of usage, observed changes."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import Connection, insert

from simdesk.models.periods import Month
from simdesk.models.rules import EVERY_CARD, Condition, Group, Push, Rule, RuleDraft
from simdesk.services.storage import rule_store
from simdesk.services.storage.codec import seconds
from simdesk.services.storage.tables import card_change, usage
from simdesk.services.storage.usage_store import month_number, packed_days
from tests.factories import a_moment

NOW = a_moment(2026, 6, 15, 9)


def put_rule(
    connection: Connection,
    condition: Condition,
    group: Group = EVERY_CARD,
    push: Push = Push.CYCLE,
    at: datetime = NOW,
    name: str = "Rule",
) -> Rule:
    """A rule that is switched on at `at`."""
    number = rule_store.add(connection, RuleDraft(name, group, condition, push), "lin", at)
    assert isinstance(number, int)
    rule_store.switch(connection, number, on=True)
    return the_rule(connection, number)


def the_rule(connection: Connection, number: int) -> Rule:
    stored = rule_store.rule_of(connection, number)
    assert stored is not None
    assert stored.rule is not None
    return stored.rule


def put_change(
    connection: Connection,
    card_id: int,
    field: str,
    before: object,
    after: object,
    observed_at: datetime,
) -> int:
    """A change as a sync would have observed it; moments are given as such. Its number."""
    values = [seconds(one) if isinstance(one, datetime) else one for one in (before, after)]
    said = [None if one is None else str(one) for one in values]
    new = insert(card_change).values(
        card_id=card_id,
        field=field,
        before=said[0],
        after=said[1],
        observed_at=seconds(observed_at),
    )
    return int(connection.execute(new.returning(card_change.c.id)).scalar_one())


def put_days(connection: Connection, card_id: int, first: date, days: Iterable[int | None]) -> None:
    """Daily KB from `first` on; the rest of the months is unknown."""
    months: dict[Month, list[int | None]] = {}
    for ordinal, kb in enumerate(days, first.toordinal()):
        day = date.fromordinal(ordinal)
        months.setdefault(Month.of(day), [None] * 31)[day.day - 1] = kb
    for month, held in months.items():
        connection.execute(
            insert(usage).values(card_id=card_id, month=month_number(month), days=packed_days(held))
        )

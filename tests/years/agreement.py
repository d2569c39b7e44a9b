"""The desk, once synced, says what the world says, field by field."""

from dataclasses import fields
from functools import partial

from simdesk.models.card import CardRow
from simdesk.models.filters import Sort
from simdesk.models.periods import Month
from simdesk.services.providers.simulator.truth import CardTruth, Truth
from simdesk.services.storage.usage_store import days_by_month
from tests.years.life import EVERY_CARD, Life

_DESKS_OWN = frozenset({"tags", "remark"})
"""Imported once, then the desk's; what the provider says later is listed, not merged."""


async def differences(life: Life, world: Truth) -> list[str]:
    """Every field in which desk and world differ, as `iccid field: desk, world`."""
    mine = {row.facts.ref: row for row in await rows_of(life)}
    found = [f"{ref.iccid} only on one side" for ref in mine.keys() ^ world.cards.keys()]
    for ref, row in mine.items():
        if ref in world.cards:
            found.extend(_card_differences(row, world.cards[ref]))
    return found


async def rows_of(life: Life) -> tuple[CardRow, ...]:
    """Every card of the desk, cancelled ones included."""
    return await life.desk.cards.rows(await life.desk.cards.ids(EVERY_CARD, Sort()))


def _card_differences(row: CardRow, card: CardTruth) -> list[str]:
    if row.facts == card.facts and row.details == card.details:
        return []
    found: list[str] = []
    for mine, theirs in ((row.facts, card.facts), (row.details, card.details)):
        for field in fields(theirs):
            held, told = getattr(mine, field.name, None), getattr(theirs, field.name)
            if field.name not in _DESKS_OWN and held != told:
                found.append(f"{row.facts.iccid} {field.name}: {held!r}, {told!r}")
    return found


async def usage_differences(life: Life, world: Truth) -> list[str]:
    """The months in which a card's daily usage differs, among those a provider still delivers."""
    last = Month.of(life.today)
    first = last.plus(1 - life.desk.cards.capabilities.history_months)
    rows = await rows_of(life)
    job = partial(days_by_month, ids=[row.id for row in rows], first=first, last=last)
    held = await life.desk.database.read(job)
    unknown = (None,) * 31
    found: list[str] = []
    for row in rows:
        told = {usage.month: usage.days for usage in world.cards[row.facts.ref].usage}
        found.extend(
            f"{row.facts.iccid} usage of {month}"
            for month in first.until(last)
            if held.get((row.id, month), unknown) != told.get(month, unknown)
        )
    return found

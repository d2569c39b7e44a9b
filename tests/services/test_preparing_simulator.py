"""A desk begins empty and lives: the cards in memory stay those of the file, field by field."""

import asyncio
from pathlib import Path

from simdesk.models.action import Action
from simdesk.models.filter_fields import FIELDS
from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import CardFilter, Direction, Sort, SortKey
from simdesk.models.operations import Request
from simdesk.services.storage import card_store
from tests.services.small_desk import SmallDesk, small_desk

ASKED = (
    *("", "cancelled:any", "status:in_use,suspended", "-carrier:CMCC usage>1MB", "pending:yes"),
    *("898", "meter", "remark:none", "tag:none", "tag:vip,depot", "left_share<=50", "due:yes"),
    *("expires<30d", "-expires:none activated>-90d", "idle>-10d", "synced>-1d", "missing:none"),
    *("voucher:none", "apn:cmiot", "limit>0KB", "-plan:UP rate>=1101", "smart:yes", "imei:none"),
    *("silent_ends<400d", "auto_cancel:none", "auto_renew:yes method:none", "notification:none"),
)
SORTS = tuple(
    Sort(name, direction, second)
    for name, field in FIELDS.items()
    if field.sortable
    for direction in Direction
    for second in (None, SortKey("usage", Direction.DESCENDING))
)


async def compare(small: SmallDesk, when: str) -> None:
    desk = small.desk
    assert desk.cards.prepared, when
    for place, sort in enumerate(SORTS):
        question = parse_filter(ASKED[place % len(ASKED)])
        await _same(small, question, sort, when)
    for words in ASKED:
        await _same(small, parse_filter(words), Sort(), when)


async def _same(small: SmallDesk, question: CardFilter, sort: Sort, when: str) -> None:
    desk = small.desk
    dated = question.on(desk.cards.today())
    by_sql = await desk.database.read(lambda one: card_store.ids(one, dated, sort))
    assert await desk.cards.ids(question, sort) == by_sql, (when, question, sort)
    sums = await desk.database.read(lambda one: card_store.sums(one, by_sql))
    totals = await desk.cards.sums(by_sql)
    assert (totals.count, totals.usage_kb, totals.usage_as_of) == (
        sums.count,
        sums.usage_kb,
        sums.as_of,
    )


async def test_it_stays_true_through_a_life(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        desk = small.desk
        await desk.cards.preparing.once()
        await compare(small, "empty")
        await desk.following.sync()
        await compare(small, "first sync")
        ids = await desk.cards.ids(CardFilter(), Sort())
        await desk.edits.add_tags(ids[:30], ["vip", "depot"])
        await desk.edits.set_remark(ids[10:20], "Meter at the gate")
        await compare(small, "edits")
        await desk.edits.remove_tags(ids[:10], ["vip"])
        preview = await desk.operations.preview(Request(Action.SUSPEND), ids[:40])
        await desk.operations.start(preview)
        while desk.operations.running:
            await asyncio.sleep(0)
        await compare(small, "suspended")
        for day in range(3):
            await small.pass_time(days=11)
            await desk.following.sync()
            await compare(small, f"day {11 * (day + 1)}")

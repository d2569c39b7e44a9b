"""Goals 1, 2 and 5: questions of every kind, jumps in their results, sums; SQL beside them."""

import asyncio
import random
import statistics
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection, func, select

from simdesk.compose import Desk
from simdesk.models.card import CardRow
from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import CardFilter, Direction, Sort
from simdesk.services.storage import card_store, where
from simdesk.services.storage.tables import card, card_tag, tag
from tests.benchmarks.fleet import Fleet
from tests.benchmarks.frame import Line, interleaved_async, main, percentile

PAGE = 128
JUMPS = 20
DOWN = Direction.DESCENDING
BY_ICCID = Sort()
JUMPED = ("iccid", "msisdn", "status", "usage", "expires", "voucher", "left_share", "remark")


@dataclass(frozen=True)
class Question:
    words: str
    sort: Sort = BY_ICCID

    @property
    def name(self) -> str:
        return f"“{self.words}” by {self.sort.field}"


async def questions(desk: Desk) -> list[Question]:
    """Broad ones and rare ones, in this fleet's own words."""

    def some(connection: Connection) -> tuple[str, str, str, str]:
        middle = select(func.max(card.c.id) // 2).scalar_subquery()
        iccid = connection.scalars(select(card.c.iccid).where(card.c.id >= middle)).first()
        remarks = select(card.c.remark).where(card.c.id >= middle, card.c.remark != "")
        remark = connection.scalars(remarks).first()
        counted = select(tag.c.name).join(card_tag).group_by(tag.c.name).order_by(func.count())
        tags = connection.scalars(counted).all()
        return str(iccid), str(remark), str(tags[0]), str(tags[-1])

    iccid, remark, rare, broad = await desk.database.read(some)
    five = "status:in_use carrier:CMCC,CUCC plan:SC,SF usage>10MB expires<90d"
    return [
        Question(five, Sort("usage", DOWN)),
        Question(five),
        Question(five + " -left_share<10", Sort("expires")),
        Question("7777"),
        Question(iccid[-7:]),
        Question("98765432"),
        Question(iccid[:5]),
        Question(remark[:3], Sort("usage", DOWN)),
        Question(f'"{remark}"'),
        Question(f"tag:{broad} expires<60d", Sort("expires")),
        Question(f"tag:{rare} opened<-30d", Sort("remark")),
        Question(f"-tag:{broad} usage>1MB", Sort("usage")),
        Question("status:in_use", Sort("usage")),
        Question("", Sort("remark")),
    ]


def sql_first(connection: Connection, question: CardFilter, sort: Sort) -> tuple[CardRow, ...]:
    return card_store.first(connection, question, sort, 200)


def sql_count(connection: Connection, question: CardFilter) -> int:
    counted = select(func.count()).select_from(card).where(where.condition(question))
    return connection.execute(counted).scalar_one()


def sql_page(
    connection: Connection, question: CardFilter, sort: Sort, place: int
) -> tuple[CardRow, ...]:
    wanted = where.wanted(question, sort).limit(PAGE).offset(place)
    return card_store.rows(connection, connection.scalars(wanted).all())


async def finding(desk: Desk, runs: int) -> list[Line]:
    """First rows and the exact count of every question, through the service and in plain SQL."""
    found: dict[str, list[float]] = {"first": [], "count": [], "sql": []}
    ours, theirs = [], []
    for asked in await questions(desk):
        question = parse_filter(asked.words)
        dated, read = question.on(desk.cards.today()), desk.database.read
        works: dict[str, Callable[[], Awaitable[object]]] = {
            "first": partial(desk.cards.first, question, asked.sort),
            "count": partial(desk.cards.ids, question, asked.sort),
            "sql first": partial(read, partial(sql_first, question=dated, sort=asked.sort)),
            "sql count": partial(read, partial(sql_count, question=dated)),
            # So that the next first rows are not those of the answer before.
            "another": partial(desk.cards.ids, CardFilter(card_ids=(1,)), Sort()),
        }
        assert len(await desk.cards.ids(question, asked.sort)) == await works["sql count"]()
        times = await interleaved_async(runs, works)
        found["first"] += times["first"]
        found["count"] += [a + b for a, b in zip(times["first"], times["count"], strict=True)]
        mine = statistics.median(times["first"]) + statistics.median(times["count"])
        plain = statistics.median(times["sql first"]) + statistics.median(times["sql count"])
        ours.append(mine)
        theirs.append(plain)
        first = statistics.median(times["first"]) * 1e3
        print(
            f"{asked.name:90} first {first:6.1f} all {mine * 1e3:7.1f}  SQL {plain * 1e3:8.1f} ms"
        )
    number = f"{len(ours)} questions"
    first, late = statistics.median(found["first"]) * 1e3, percentile(found["first"], 0.95) * 1e3
    count, ratio = percentile(found["count"], 0.95) * 1e3, sum(theirs) / sum(ours)
    return [
        Line(1, f"{number}: first rows, median", first, "ms", "60 ms", first <= 60),
        Line(1, f"{number}: first rows, p95", late, "ms", "150 ms", late <= 150),
        Line(1, f"{number}: exact count, p95", count, "ms", "300 ms", count <= 300),
        Line(
            *(1, f"{number}: rows and count, all together", sum(ours) * 1e3, "ms", "5x"),
            *(ratio >= 5, "LIMIT + count(*)", sum(theirs) * 1e3, ratio),
        ),
    ]


async def jumping(desk: Desk, runs: int) -> list[Line]:
    """A page anywhere in the result, under every kind of order."""
    chance = random.Random(1)
    ours: list[float] = []
    theirs: list[float] = []
    for field in JUMPED:
        sort = Sort(field)
        ids = await desk.cards.ids(CardFilter(), sort)
        places = [chance.randrange(max(1, len(ids) - PAGE)) for _ in range(JUMPS)]

        async def jump(place: int, ids: Sequence[int] = ids) -> None:
            await desk.cards.rows(ids[place : place + PAGE])

        async def offset(place: int, sort: Sort = sort) -> None:
            await desk.database.read(
                lambda connection: sql_page(connection, CardFilter(), sort, place)
            )

        for place in places:
            times = await interleaved_async(1, {"jump": partial(jump, place)})
            ours += times["jump"]
        for place in places[: max(1, runs // 2)]:
            times = await interleaved_async(1, {"offset": partial(offset, place)})
            theirs += times["offset"]
    mine, plain = statistics.median(ours) * 1e3, statistics.median(theirs) * 1e3
    what, ratio = f"jump to any of {JUMPS} pages, {len(JUMPED)} orders", plain / mine
    return [
        Line(2, what, mine, "ms", "5 ms", mine <= 5),
        Line(2, what, mine, "ms", "12x", ratio >= 12, "OFFSET", plain, ratio),
    ]


async def summing(desk: Desk, runs: int) -> list[Line]:
    """What the window asks for after everything was selected."""
    ids = await desk.cards.ids(CardFilter(), Sort())
    times = await interleaved_async(
        runs,
        {
            "sums": partial(desk.cards.sums, ids),
            "verdicts": partial(desk.cards.verdicts, ids),
            "sql": partial(desk.database.read, partial(card_store.sums, card_ids=ids)),
        },
    )
    sums, plain = statistics.median(times["sums"]) * 1e3, statistics.median(times["sql"]) * 1e3
    judged = statistics.median(times["verdicts"]) * 1e3
    return [
        Line(5, "sums of all cards", sums, "ms", "300 ms", sums <= 300, "SQL", plain, plain / sums),
        Line(5, "what may be done to all cards", judged, "ms", "300 ms", judged <= 300),
    ]


async def measured(fleet: Fleet, runs: int) -> list[Line]:
    desk = await fleet.open()
    await desk.cards.preparing.once()
    lines = [*await finding(desk, runs), *await jumping(desk, runs), *await summing(desk, runs)]
    await desk.aclose()
    return lines


if __name__ == "__main__":
    main(lambda fleet, runs: asyncio.run(measured(fleet, runs)))

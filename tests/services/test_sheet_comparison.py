"""Two desk files compared by ICCID: what came, went and changed."""

import asyncio
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from simdesk.models.errors import KnownError
from simdesk.models.periods import Month
from simdesk.models.sheet_lines import LineKind, LineQuestion
from simdesk.models.status import SpecificStatus
from simdesk.models.usage import CardUsage, MonthUsage
from simdesk.services.sheet_comparison import ComparisonDesk, SheetComparison
from simdesk.services.sheet_words import value_words
from simdesk.services.storage import sheet_differences, usage_store
from simdesk.services.storage.database import Database
from simdesk.services.storage.engines import writer_engine
from tests.factories import a_moment
from tests.services.auditing import departing
from tests.services.sheet_files import a_card, a_side, cards, iccid
from tests.services.spreadsheets.read_back import by_calamine, by_csv

EVERY = LineQuestion()


async def compared(tmp_path: Path, before: Any, after: Any) -> SheetComparison:
    return await SheetComparison.compare(before, after, tmp_path)


async def test_cards_came_went_and_changed(tmp_path: Path) -> None:
    before = a_side(tmp_path / "june.db", cards(5, {2: {"remark": "old"}}))
    after = a_side(
        tmp_path / "july.db",
        [
            a_card(1, cycle_usage_kb=14_345),
            a_card(2, remark="new", tags=("depot", "x"), specific=SpecificStatus.MANUAL),
            a_card(3),
            a_card(6),
        ],
    )
    comparison = await compared(tmp_path, before, after)
    found = comparison.found
    assert (found.same, found.added, found.gone, found.changed, found.cards) == (1, 1, 2, 2, 6)
    assert {name: count for name, count in found.fields.items() if count} == {
        "status": 1,
        "specific": 1,
        "usage": 1,
        "tags": 1,
        "remark": 1,
    }
    assert (found.usage_kb, found.cautions) == (2_000, ())
    lines = await comparison.lines(EVERY)
    shown = [
        (
            line.kind.value,
            line.iccid[-1],
            line.field,
            value_words(line.field, line.before) if line.field else "",
            value_words(line.field, line.after) if line.field else "",
            line.usage_kb,
        )
        for line in lines
    ]
    assert shown == [
        ("changed", "1", "usage", "12.0556640625 MB", "14.0087890625 MB", 2_000),
        ("changed", "2", "status", "In Use", "Suspended", None),
        ("changed", "2", "specific", "In use", "Manually Deactivated", None),
        ("changed", "2", "tags", "", "depot, x", None),
        ("changed", "2", "remark", "old", "new", None),
        ("gone", "4", "", "", "", None),
        ("gone", "5", "", "", "", None),
        ("added", "6", "", "", "", None),
    ]
    await comparison.aclose()
    assert sorted(path.name for path in tmp_path.iterdir() if "lines" in path.name) == []


async def test_lines_are_found_by_kind_field_and_words(tmp_path: Path) -> None:
    before = a_side(tmp_path / "a.db", cards(3, {1: {"remark": "North Gate"}}))
    suspended = {"specific": SpecificStatus.MANUAL}
    after = a_side(tmp_path / "b.db", cards(2, {1: {"remark": "south"}, 2: suspended}))
    comparison = await compared(tmp_path, before, after)

    async def found(**asked: Any) -> list[tuple[str, str]]:
        question = LineQuestion(**asked)
        lines = await comparison.lines(question)
        assert len(lines) == await comparison.count(question)
        return [(line.iccid[-1], line.field) for line in lines]

    assert await found(kind=LineKind.GONE) == [("3", "")]
    assert await found(kind=LineKind.CHANGED, field="remark") == [("1", "remark")]
    assert await found(words=" NORTH ") == [("1", "remark")]
    assert await found(words=iccid(2)) == [("2", "status"), ("2", "specific")]
    # Codes are found by the words they are shown in, not by their numbers.
    assert await found(words="manual") == [("2", "specific")]
    assert await found(words="%") == []
    pages = [await comparison.lines(EVERY, offset, 3) for offset in (0, 3)]
    assert [len(page) for page in pages] == [3, 1]
    await comparison.aclose()


async def test_only_what_both_sides_tell_is_compared(tmp_path: Path) -> None:
    before = a_side(
        tmp_path / "a.db",
        cards(1, {1: {"remark": "theirs", "apn": "other"}}),
        fields=frozenset({"iccid", "remark"}),
        account="north",
    )
    after = a_side(tmp_path / "b.db", cards(1), account="south")
    comparison = await compared(tmp_path, before, after)
    assert dict(comparison.found.fields) == {"remark": 1}
    assert [str(one) for one in comparison.found.cautions] == [
        "These are different accounts: “north” before, “south” after.",
        "Only fields that both sides tell are compared: 1 of 27.",
    ]
    await comparison.aclose()


async def test_cancelled_cards_that_a_list_leaves_out_are_no_difference(tmp_path: Path) -> None:
    cancelled = {"specific": SpecificStatus.CANCELLED}
    before = a_side(tmp_path / "a.db", cards(2, {2: cancelled}))
    after = a_side(tmp_path / "b.db", [a_card(1), a_card(3, **cancelled)])
    comparison = await compared(tmp_path, before, after)
    assert comparison.found.cards == comparison.found.same == 1
    await comparison.aclose()


async def test_of_a_reissued_number_the_living_card_counts(tmp_path: Path) -> None:
    old = a_card(1, specific=SpecificStatus.CANCELLED, remark="dead")
    new = a_card(1, id=2, instance_id="9", remark="alive")
    before = a_side(tmp_path / "a.db", [new, old])
    after = a_side(tmp_path / "b.db", [a_card(1, remark="alive")])
    comparison = await compared(tmp_path, before, after)
    assert (comparison.found.same, comparison.found.cards) == (1, 1)
    await comparison.aclose()


@pytest.mark.parametrize(
    ("name", "was", "now", "same"),
    [
        ("remark", "", None, True),
        ("remark", "a", "", False),
        ("limit", 0, None, True),
        ("limit", 0, 5, False),
        ("left", 0, None, False),
        ("status", 0, 30, True),
        ("method", None, "manage", True),
        ("status", 35, 30, False),
        ("sms", 0, 1, False),
    ],
)
def test_nothing_is_said_in_more_than_one_way(
    name: str, was: object, now: object, same: bool
) -> None:
    assert sheet_differences.alike(name, was, now) is same  # type: ignore[arg-type]  # a table


async def test_totals_of_months_that_both_tell_are_compared(tmp_path: Path) -> None:
    june = Month(2026, 6)
    sides = [a_side(tmp_path / f"{name}.db", cards(2), months={june}) for name in "ab"]
    engine = writer_engine(sides[1].path)
    days = (1024, *[None] * 30)
    read = {a_card(2).facts.ref: CardUsage((MonthUsage(june, days),))}
    with engine.begin() as connection:
        usage_store.put_usage(connection, "demo", read, a_moment())
    engine.dispose()
    comparison = await compared(tmp_path, *sides)
    (line,) = await comparison.lines(EVERY)
    assert (line.iccid, line.field, line.before, line.after) == (
        iccid(2),
        "month.202606",
        None,
        1024,
    )
    await comparison.aclose()


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
async def test_a_comparison_is_exported_as_it_is_shown(tmp_path: Path, ending: str) -> None:
    before = a_side(tmp_path / "a.db", cards(2, {1: {"remark": "=1"}}))
    after = a_side(tmp_path / "b.db", [a_card(1, cycle_usage_kb=11_321)])
    comparison = await compared(tmp_path, before, after)
    database = await Database.open(tmp_path / "desk.db", "world 1")
    desk = ComparisonDesk(departing(database, tmp_path, a_moment), "demo", a_moment)
    path = tmp_path / f"differences.{ending}"
    assert await comparison.export(path, EVERY, desk) == 3
    await database.aclose()
    await comparison.aclose()
    sheet = by_calamine(path, "Comparison") if ending == "xlsx" else by_csv(path.read_bytes())
    assert [[str(cell) for cell in line] for line in sheet] == [
        ["ICCID", "Difference", "Field", "Before", "After", "Used since (MB)"],
        [
            iccid(1),
            "Changed",
            "Cumulative traffic in cycle",
            "12.0556640625 MB",
            "11.0556640625 MB",
            "-1.0" if ending == "xlsx" else "-1.00",
        ],
        [iccid(1), "Changed", "Remarks", "=1", "", ""],
        [iccid(2), "Gone", "", "", "", ""],
    ]


async def test_any_two_sides_add_up(tmp_path: Path) -> None:
    chance = random.Random(5)
    left, right = (
        {number: chance.choice(("a", "b", "")) for number in chance.sample(range(60), 40)}
        for _ in range(2)
    )
    rows = [[a_card(n, remark=words) for n, words in side.items()] for side in (left, right)]
    sides = [a_side(tmp_path / f"{at}.db", side) for at, side in enumerate(rows)]
    heard: list[tuple[int, int]] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sheet_differences, "_BATCH", 7)
        comparison = await SheetComparison.compare(
            *sides, tmp_path, lambda done, total: heard.append((done, total))
        )
        await asyncio.sleep(0)
    both = left.keys() & right.keys()
    changed = {number for number in both if left[number] != right[number]}
    found = comparison.found
    assert (found.same, found.changed) == (len(both - changed), len(changed))
    assert (found.gone, found.added) == (len(left.keys() - both), len(right.keys() - both))
    lines = await comparison.lines(EVERY, limit=1_000)
    assert [line.iccid for line in lines] == sorted(line.iccid for line in lines)
    assert {line.iccid for line in lines if line.field} == {iccid(one) for one in changed}
    assert (heard[0], heard[-1]) == ((0, 80), (80, 80))
    await comparison.aclose()


async def test_a_file_that_is_gone_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    side = a_side(tmp_path / "a.db", cards(1))
    gone = replace(side, path=tmp_path / "gone.db")
    with pytest.raises(KnownError, match="may only be read"):
        await compared(tmp_path, side, gone)
    assert not list(tmp_path.glob("*.lines"))


async def test_a_comparison_nobody_waits_for_leaves_nothing(tmp_path: Path) -> None:
    sides = [a_side(tmp_path / f"{name}.db", cards(50)) for name in "ab"]
    before = set(tmp_path.iterdir())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sheet_differences, "_BATCH", 1)
        comparing: asyncio.Task[SheetComparison]
        comparing = asyncio.create_task(
            SheetComparison.compare(*sides, tmp_path, lambda done, total: comparing.cancel())
        )
        with pytest.raises(asyncio.CancelledError):
            await comparing
    assert {path for path in tmp_path.iterdir() if "lines" in path.name} == set()
    assert before <= set(tmp_path.iterdir())

"""The list of tags: every change reaches its cards, rules and searches, and can be taken back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from simdesk.models.changes import CardsChanged, TagsChanged
from simdesk.models.errors import KnownError
from simdesk.models.filters import CardFilter, Operator, Sort, Term
from simdesk.models.tags import TagColor, TagRow
from simdesk.services.storage.tables import rule
from simdesk.services.tags import TagService
from tests.factories import a_card_row
from tests.services.auditing import an_auditor
from tests.services.desk_stage import Stage, now, staged


def told(rows: tuple[TagRow, ...]) -> dict[str, tuple[str, int, int]]:
    return {row.name: (row.color.value, row.cards, row.cancelled) for row in rows}


@asynccontextmanager
async def desk(folder: Path) -> AsyncIterator[tuple[Stage, TagService]]:
    """Five cards: 1 and 2 depot, 2 and 3 north, 4 nothing, 5 cancelled and depot."""
    carried = [("depot",), ("depot", "north"), ("north",), (), ("depot",)]
    rows = [
        a_card_row(
            id=number, instance_id=str(number), tags=tags, specific=50 if number == 5 else 100
        )
        for number, tags in enumerate(carried, start=1)
    ]
    async with staged(folder, rows) as stage:
        yield stage, TagService(stage.database, stage.announcer, stage.edits, now, an_auditor(now))


async def carried(stage: Stage) -> list[tuple[str, ...]]:
    return [row.tags for row in await stage.cards.rows([1, 2, 3, 4, 5])]


BEFORE = [("depot",), ("depot", "north"), ("north",), (), ("depot",)]


async def watch(stage: Stage, tag: str) -> None:
    values = {
        "name": "Too much",
        "group_kind": "tag",
        "group_value": tag,
        "kind": "usage",
        "condition_json": "{}",
        "push": "day",
        "enabled": True,
        "created_by": "lin",
        "created_at": 0,
        "changed_at": 0,
    }
    await stage.database.write(lambda one: one.execute(insert(rule).values(values)))


async def test_the_list_counts_cards_and_cancelled_ones_apart(tmp_path: Path) -> None:
    async with desk(tmp_path) as (_, tags):
        assert told(await tags.list()) == {"depot": ("slate", 2, 1), "north": ("slate", 2, 0)}


async def test_a_new_tag_stays_though_no_card_carries_it(tmp_path: Path) -> None:
    async with desk(tmp_path) as (stage, tags):
        await tags.create("  spare ", TagColor.TEAL)
        assert told(await tags.list())["spare"] == ("teal", 0, 0)
        await stage.edits.add_tags([4], ["spare"])
        await stage.edits.remove_tags([4], ["spare"])
        assert "spare" in await stage.cards.known("tag")
        assert str(stage.edits.undo_label) == "Tags of 1 card"
        for _ in range(3):
            await stage.edits.undo()
        assert "spare" not in told(await tags.list())
        await stage.edits.redo()
        assert told(await tags.list())["spare"] == ("teal", 0, 0)


@pytest.mark.parametrize("name", ["depot", "DEPOT", "", "x" * 21, "two\nlines"])
async def test_a_name_that_cannot_be_is_refused(tmp_path: Path, name: str) -> None:
    async with desk(tmp_path) as (_, tags):
        with pytest.raises(KnownError):
            await tags.create(name)
        assert len(await tags.list()) == 2


async def test_a_new_name_reaches_cards_rules_and_searches(tmp_path: Path) -> None:
    async with desk(tmp_path) as (stage, tags):
        await watch(stage, "depot")
        await stage.searches.save("mine", "tag:depot,north -tag:depot remark:depot")
        await stage.searches.save("other", "carrier:CMCC")
        ids = {row.name: row.id for row in await tags.list()}
        stage.told()
        await tags.rename(ids["depot"], "yard 4")
        assert (await carried(stage))[1] == ("north", "yard 4")
        assert (await tags.list())[1].rules == ("Too much",)
        (mine, other) = await stage.searches.all()
        assert mine.filter_text == 'tag:"yard 4",north -tag:"yard 4" remark:depot'
        assert other.filter_text == "carrier:CMCC"
        assert CardsChanged(None, frozenset({"tag"})) in stage.told()
        await stage.edits.undo()
        assert await carried(stage) == BEFORE
        assert (await stage.searches.all())[0].filter_text.startswith("tag:depot,north")


async def test_another_case_of_the_same_name_is_no_other_tag(tmp_path: Path) -> None:
    async with desk(tmp_path) as (_, tags):
        ids = {row.name: row.id for row in await tags.list()}
        await tags.rename(ids["depot"], "Depot")
        with pytest.raises(KnownError, match="Depot"):
            await tags.rename(ids["north"], "depot")


async def test_a_colour_is_changed_and_taken_back(tmp_path: Path) -> None:
    async with desk(tmp_path) as (stage, tags):
        (depot, _) = await tags.list()
        await tags.recolour(depot.id, TagColor.PINK)
        assert (await tags.list())[0].color is TagColor.PINK
        await stage.edits.undo()
        assert (await tags.list())[0].color is TagColor.SLATE
        await stage.edits.redo()
        assert (await tags.list())[0].color is TagColor.PINK


async def test_a_deleted_tag_leaves_every_card_and_comes_back_whole(tmp_path: Path) -> None:
    async with desk(tmp_path) as (stage, tags):
        (depot, _) = await tags.list()
        await tags.recolour(depot.id, TagColor.RED)
        stage.told()
        assert await tags.delete(depot.id) == 3
        assert await carried(stage) == [(), ("north",), ("north",), (), ()]
        assert stage.told()[0] == CardsChanged(frozenset({1, 2, 5}), frozenset({"tag"}))
        (newest, *_) = await stage.cards.records(2)
        assert str(newest.content) == "depot, north → north"
        await stage.edits.undo()
        assert await carried(stage) == BEFORE
        assert told(await tags.list())["depot"] == ("red", 2, 1)
        await stage.edits.redo()
        assert await carried(stage) == [(), ("north",), ("north",), (), ()]


async def test_merged_cards_carry_the_other_tag_once(tmp_path: Path) -> None:
    async with desk(tmp_path) as (stage, tags):
        ids = {row.name: row.id for row in await tags.list()}
        assert await tags.merge(ids["depot"], ids["north"]) == 3
        assert await carried(stage) == [("north",), ("north",), ("north",), (), ("north",)]
        assert told(await tags.list()) == {"north": ("slate", 3, 1)}
        await stage.edits.undo()
        assert await carried(stage) == BEFORE
        await stage.edits.redo()
        await stage.edits.undo()
        assert await carried(stage) == BEFORE


async def test_what_a_rule_watches_stays_and_the_rule_is_named(tmp_path: Path) -> None:
    async with desk(tmp_path) as (stage, tags):
        await watch(stage, "depot")
        ids = {row.name: row.id for row in await tags.list()}
        with pytest.raises(KnownError, match="“depot” is watched by the rule “Too much”"):
            await tags.delete(ids["depot"])
        with pytest.raises(KnownError, match="“Too much”"):
            await tags.merge(ids["depot"], ids["north"])
        assert await carried(stage) == BEFORE
        assert await tags.merge(ids["north"], ids["depot"]) == 2
        rows = await stage.database.read(lambda one: one.scalars(select(rule.c.name)).all())
        assert list(rows) == ["Too much"]


async def test_a_tag_that_is_gone_is_told(tmp_path: Path) -> None:
    async with desk(tmp_path) as (stage, tags):
        for act in (tags.delete(99), tags.rename(99, "x"), tags.recolour(99, TagColor.RED)):
            with pytest.raises(KnownError, match="gone"):
                await act
        (depot, north) = await tags.list()
        with pytest.raises(KnownError, match="gone"):
            await tags.merge(depot.id, 99)
        assert TagsChanged() not in stage.told()
        asked = CardFilter((Term("tag", Operator.ANY_OF, (north.name,)),))
        assert list(await stage.cards.ids(asked, Sort())) == [2, 3]


async def test_what_cannot_be_put_back_stays_to_be_undone(tmp_path: Path) -> None:
    async with desk(tmp_path) as (stage, tags):
        (depot, _) = await tags.list()
        await tags.delete(depot.id)
        label = stage.edits.undo_label
        await tags.create("Depot")
        await stage.edits.undo()
        await tags.create("DEPOT")
        stage.edits._done.pop()
        with pytest.raises(KnownError, match="exists"):
            await stage.edits.undo()
        assert stage.edits.undo_label == label

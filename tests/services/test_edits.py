"""Tags and remarks are edited for many cards at once, and taken back where nobody edited since."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from simdesk.models.card import CardRow
from simdesk.models.changes import CardsChanged, TagsChanged, UndoChanged
from simdesk.models.errors import KnownError
from simdesk.services import edits
from tests.factories import a_card_row
from tests.services.desk_stage import Stage, staged
from tests.services.scripted_provider import EVERYTHING


def fleet(count: int, **changes: object) -> list[CardRow]:
    return [
        a_card_row(**{"id": number, "instance_id": str(number), **changes})
        for number in range(1, count + 1)
    ]


async def tags(stage: Stage, *ids: int) -> list[str]:
    return [" ".join(row.tags) for row in await stage.cards.rows(ids)]


async def remarks(stage: Stage, *ids: int) -> list[str]:
    return [row.remark for row in await stage.cards.rows(ids)]


async def test_a_remark_is_written_to_the_cards_that_have_another(tmp_path: Path) -> None:
    rows = fleet(3, remark="old")
    rows[1] = replace(rows[1], remark="new")
    async with staged(tmp_path, rows) as stage:
        assert await stage.edits.set_remark([3, 1, 2, 99], " new ") == 2
        assert await remarks(stage, 1, 2, 3) == ["new", "new", "new"]
        assert stage.told() == [
            CardsChanged(frozenset({1, 3}), frozenset({"remark"})),
            UndoChanged(),
        ]
        assert [row.facts.remark for row in await stage.cards.rows([1])] == ["old"]


async def test_nothing_to_change_is_nothing_to_undo(tmp_path: Path) -> None:
    async with staged(tmp_path, fleet(1, remark="same")) as stage:
        assert await stage.edits.set_remark([1], "same") == 0
        assert await stage.edits.set_remark([], "other") == 0
        assert (stage.told(), stage.edits.undo_label) == ([], None)


async def test_tags_are_added_removed_and_set(tmp_path: Path) -> None:
    rows = [
        a_card_row(tags=("depot",)),
        a_card_row(id=2, instance_id="2", tags=()),
    ]
    async with staged(tmp_path, rows) as stage:
        assert await stage.edits.add_tags([1, 2], ["north", "depot"]) == 2
        assert await tags(stage, 1, 2) == ["depot north", "depot north"]
        assert stage.told() == [
            CardsChanged(frozenset({1, 2}), frozenset({"tag"})),
            TagsChanged(),
            UndoChanged(),
        ]
        assert await stage.edits.remove_tags([1], ["depot", "unknown"]) == 1
        assert await stage.edits.change_tags([1, 2], add=["x"], remove=["north"]) == 2
        assert await tags(stage, 1, 2) == ["x", "depot x"]
        assert await stage.edits.set_tags([1, 2], ["only"]) == 2
        assert await tags(stage, 1, 2) == ["only", "only"]
        assert await stage.cards.known("tag") == ("depot", "north", "only", "x")


async def test_a_card_gets_no_more_tags_than_the_provider_allows(tmp_path: Path) -> None:
    rows = [
        a_card_row(tags=("a", "b")),
        a_card_row(id=2, instance_id="2", tags=("a", "b", "c", "d", "e")),
    ]
    async with staged(tmp_path, rows, replace(EVERYTHING, max_tags=4)) as stage:
        with pytest.raises(KnownError, match=r"Cards that would have more than 4 tags: 1"):
            await stage.edits.add_tags([1, 2], ["e", "c"])
            await stage.edits.add_tags([1], ["f"])
        assert await tags(stage, 1, 2) == ["a b c e", "a b c d e"]
        # One that came with more may keep them, lose some and swap one.
        assert await stage.edits.change_tags([2], add=["x"], remove=["a"]) == 1
        assert await tags(stage, 2) == ["b c d e x"]
        with pytest.raises(KnownError, match="more than 4"):
            await stage.edits.add_tags([2], ["y"])


@pytest.mark.parametrize("name", ["", "y" * 21, "a\tb", "\udc00"])
async def test_a_bad_tag_changes_nothing(tmp_path: Path, name: str) -> None:
    async with staged(tmp_path, fleet(1)) as stage:
        for adding in (stage.edits.add_tags, stage.edits.set_tags):
            with pytest.raises(KnownError):
                await adding([1], ["good", name])
        assert await tags(stage, 1) == [""]
        assert stage.told() == []


async def test_cancelled_cards_keep_what_they_have(tmp_path: Path) -> None:
    rows = [a_card_row(specific=50, remark="old"), a_card_row(id=2, instance_id="2")]
    async with staged(tmp_path, rows) as stage:
        assert await stage.edits.set_remark([1, 2], "new") == 1
        assert await remarks(stage, 1, 2) == ["old", "new"]
        with pytest.raises(KnownError, match="account is cancelled"):
            await stage.edits.add_tags([1], ["depot"])


async def test_undo_and_redo_walk_the_session(tmp_path: Path) -> None:
    async with staged(tmp_path, fleet(2, remark="0", tags=("a",))) as stage:
        await stage.edits.set_remark([1, 2], "1")
        await stage.edits.set_remark([1], "2")
        await stage.edits.add_tags([2], ["b"])
        assert str(stage.edits.undo_label) == "Tags of 1 card"
        assert await stage.edits.undo() == 1
        stage.told()
        assert await stage.edits.undo() == 1
        assert stage.told() == [
            CardsChanged(frozenset({1}), frozenset({"remark"})),
            UndoChanged(),
        ]
        assert await stage.edits.undo() == 2
        assert await remarks(stage, 1, 2) == ["0", "0"]
        assert (await stage.edits.undo(), stage.edits.undo_label) == (0, None)
        assert await stage.edits.redo() == 2
        assert await stage.edits.redo() == 1
        assert await remarks(stage, 1, 2) == ["2", "1"]
        assert str(stage.edits.redo_label) == "Tags of 1 card"
        await stage.edits.set_remark([2], "other")
        assert (await stage.edits.redo(), stage.edits.redo_label) == (0, None)


async def test_undo_leaves_what_somebody_edited_since(tmp_path: Path) -> None:
    async with staged(tmp_path, fleet(3, remark="0")) as stage:
        await stage.edits.set_remark([1, 2, 3], "1")
        await stage.database.write(
            lambda one: one.execute(text("UPDATE card SET remark = 'theirs' WHERE id = 2"))
        )
        assert await stage.edits.undo() == 2
        assert await remarks(stage, 1, 2, 3) == ["0", "theirs", "0"]
        assert await stage.edits.redo() == 2
        assert await remarks(stage, 1, 2, 3) == ["1", "theirs", "1"]


async def test_two_hundred_edits_can_be_taken_back(tmp_path: Path) -> None:
    async with staged(tmp_path, fleet(1, remark="start")) as stage:
        for number in range(edits.DEPTH + 5):
            await stage.edits.set_remark([1], str(number))
        while stage.edits.undo_label is not None:
            await stage.edits.undo()
        assert await remarks(stage, 1) == ["4"]


async def test_an_undo_that_cannot_be_written_can_be_tried_again(tmp_path: Path) -> None:
    async with staged(tmp_path, fleet(1, remark="0")) as stage:
        await stage.edits.set_remark([1], "1")
        refuse = "CREATE TRIGGER full BEFORE UPDATE ON card BEGIN SELECT raise(ABORT, 'no'); END"
        await stage.database.write(lambda one: one.execute(text(refuse)))
        with pytest.raises(Exception, match="no"):
            await stage.edits.undo()
        await stage.database.write(lambda one: one.execute(text("DROP TRIGGER full")))
        assert await stage.edits.undo() == 1
        await stage.database.write(lambda one: one.execute(text(refuse)))
        with pytest.raises(Exception, match="no"):
            await stage.edits.redo()
        await stage.database.write(lambda one: one.execute(text("DROP TRIGGER full")))
        assert await stage.edits.redo() == 1
        assert await remarks(stage, 1) == ["1"]


async def test_edits_are_in_the_card_s_records(tmp_path: Path) -> None:
    async with staged(tmp_path, fleet(1, remark="")) as stage:
        await stage.edits.set_remark([1], "north gate")
        await stage.edits.add_tags([1], ["depot", "x"])
        await stage.edits.undo()
        found = [
            (str(one.kind), str(one.content), str(one.operator))
            for one in (await stage.cards.records(1))[:3]
        ]
    assert found == [
        ("Tags edited", "depot, x → nothing", "lin"),
        ("Tags edited", "nothing → depot, x", "lin"),
        ("Remark edited", "nothing → north gate", "lin"),
    ]

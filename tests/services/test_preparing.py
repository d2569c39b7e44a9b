"""The cards are kept in memory beside the work, whatever is written meanwhile."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import update

from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import CardFilter, Sort
from simdesk.services.storage.tables import card
from tests.factories import fleet_of
from tests.services.desk_stage import staged


async def until_prepared(cards: object) -> None:
    while not cards.prepared:  # type: ignore[attr-defined]
        await asyncio.sleep(0)


async def test_what_is_written_is_found_at_once(tmp_path: Path) -> None:
    async with staged(tmp_path, fleet_of({"remark": "depot"}, {"remark": "gate"})) as stage:
        stage.cards.preparing.begin()
        await until_prepared(stage.cards)
        await stage.database.write(
            lambda connection: connection.execute(
                update(card).where(card.c.id == 2).values(remark="old gate")
            )
        )
        assert list(await stage.cards.ids(parse_filter("old"), Sort())) == [2]
        assert stage.cards.prepared
        await stage.cards.preparing.aclose()


async def test_a_write_that_is_taken_back_changes_nothing(tmp_path: Path) -> None:
    async with staged(tmp_path, fleet_of({"remark": "depot"})) as stage:
        await stage.cards.preparing.once()

        def failing(connection: object) -> None:
            connection.execute(update(card).values(remark="gate"))  # type: ignore[attr-defined]
            raise RuntimeError("no")

        with pytest.raises(RuntimeError, match="no"):
            await stage.database.write(failing)
        assert list(await stage.cards.ids(parse_filter("gate"), Sort())) == []
        assert list(await stage.cards.ids(parse_filter("depot"), Sort())) == [1]


async def test_it_is_loaded_anew_when_too_much_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simdesk.services.storage.finding.touched.MOST", 1)
    async with staged(tmp_path, fleet_of({"remark": "depot"}, {"remark": "gate"})) as stage:
        stage.cards.preparing.begin()
        await until_prepared(stage.cards)
        await stage.database.write(lambda one: one.execute(update(card).values(remark="yard")))
        assert len(await stage.cards.ids(parse_filter("yard"), Sort())) == 2
        await until_prepared(stage.cards)
        assert len(await stage.cards.ids(parse_filter("yard"), Sort())) == 2
        await stage.cards.preparing.aclose()


async def test_ending_while_it_loads_leaves_nothing_behind(tmp_path: Path) -> None:
    async with staged(tmp_path, fleet_of({"remark": "depot"})) as stage:
        stage.cards.preparing.begin()
        stage.cards.preparing.begin()
        await asyncio.sleep(0)
        await stage.cards.preparing.aclose()
        assert len(await stage.cards.ids(CardFilter(), Sort())) == 1

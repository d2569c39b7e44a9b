"""Exports that cannot begin, cannot be removed, or find nothing of what was chosen."""

import asyncio
import threading
from pathlib import Path
from typing import Any

import pytest

from simdesk.models.errors import KnownError
from simdesk.models.texts import text
from simdesk.services.exports import ExportState
from simdesk.services.storage import export_reading, export_store
from tests.services.export_stage import a_stage, facts

FULL = KnownError(text("The disk is full."))


async def test_an_export_that_cannot_be_listed_keeps_no_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: Any, **kwargs: Any) -> int:
        raise FULL

    async with a_stage(tmp_path) as stage:
        monkeypatch.setattr(export_store, "add", full)
        with pytest.raises(KnownError, match="disk is full"):
            await stage.export(name="June")
        monkeypatch.undo()
        assert not stage.service.running
        assert (await stage.export(name="June")).name == "June.xlsx"


async def test_an_export_given_up_while_it_is_being_listed_never_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing, go_on = threading.Event(), threading.Event()
    add = export_store.add

    def slow(*args: Any, **kwargs: Any) -> int:
        writing.set()
        go_on.wait(10)
        return add(*args, **kwargs)

    async with a_stage(tmp_path) as stage:
        monkeypatch.setattr(export_store, "add", slow)
        asked = asyncio.create_task(stage.export(name="June"))
        await asyncio.to_thread(writing.wait, 10)
        asked.cancel()
        go_on.set()
        with pytest.raises(asyncio.CancelledError):
            await asked
        assert await stage.states() == [ExportState.CANCELLED]
        assert not stage.service.running
        monkeypatch.undo()
        assert (await stage.export(name="June")).name == "June.xlsx"


async def test_a_file_that_cannot_be_removed_stays_on_the_list(tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        row = await stage.export(name="June")
        row.path.unlink()
        row.path.mkdir()  # somebody put a folder in its place
        with pytest.raises(KnownError) as told:
            await stage.service.delete(row.id)
        assert str(row.path) in str(told.value)
        assert await stage.states() == [ExportState.COMPLETED]


async def test_cards_that_are_gone_leave_no_gap(tmp_path: Path) -> None:
    async with a_stage(tmp_path) as stage:
        await stage.cards(facts(1))
        gone = range(2, 2 + export_reading.CHUNK)
        row = await stage.export(card_ids=(*gone, 1), format="csv")
        assert (row.state, row.rows) == (ExportState.COMPLETED, 1)
        assert len(row.path.read_text("utf-8-sig").splitlines()) == 2

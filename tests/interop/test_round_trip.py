"""Export, edit in LibreOffice, bring back: what was changed there is what is wanted here.

The cells are edited by openpyxl, the file is then opened and saved by LibreOffice, whose marks it
bears from then on: our own part of it is what it keeps of that.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import text as sql

from simdesk.compose import Desk, make_reviews
from simdesk.models.action import Action
from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import Sort
from simdesk.models.operations import LimitRequest, Request
from simdesk.models.periods import Month
from simdesk.models.sheet_lines import LineKind, LineQuestion
from simdesk.models.voucher import PlanType
from simdesk.services.exports import ExportRequest, ExportState
from simdesk.services.providers.simulator import FleetPlan, Profile
from simdesk.services.returning import Returning
from simdesk.services.storage import listing_store
from tests.interop.office import saved_again
from tests.services.providers.worlds import CALM
from tests.services.small_desk import small_desk

CARDS = 10_000
PLAN = FleetPlan(CARDS, 4, Profile.DEMO, CALM, months=1)
EVERY = parse_filter("cancelled:any")
EDITED, MOVED = 300, 3
KEPT = ("SELECT id, remark FROM card", "SELECT * FROM card_tag")
Edit = Callable[[dict[str, Any]], None]


async def exported(desk: Desk, folder: Path) -> Path:
    month = Month.of(desk.cards.today())
    asked = ExportRequest(EVERY, Sort(), None, month, month, name="cards", folder=folder)
    row = await desk.exports.wait(await desk.exports.start(asked))
    assert row.state is ExportState.COMPLETED
    return row.path


def edited(path: Path, edits: dict[str, Edit], folder: Path) -> Path:
    """The file with the rows of these ICCIDs edited, saved again by LibreOffice."""
    book = openpyxl.load_workbook(path)
    sheet = book["Cards"]
    titles = [cell.value for cell in sheet[1]]
    sheet.cell(1, len(titles) + 1, "Wished action")
    for row in sheet.iter_rows(min_row=2, max_col=len(titles) + 1):
        edit = edits.get(row[0].value)
        if edit is not None:
            edit(dict(zip([*titles, "Wished action"], row, strict=True)))
    (folder / "edited").mkdir()
    (folder / "saved").mkdir()
    changed = folder / "edited" / path.name
    book.save(changed)
    (saved,) = saved_again([changed], folder / "saved")
    return saved


@asynccontextmanager
async def brought_back(desk: Desk, path: Path, folder: Path) -> AsyncIterator[Returning]:
    review = await make_reviews().load(path, None, folder / "review", lambda loaded: None)
    assert (review.rows, review.refused_rows, review.refused_cells) == (CARDS, 0, 0)
    assert review.own is not None, "LibreOffice lost whose file it was"
    returning = await desk.sheets.look_at_changes(review, folder / "review", folder)
    try:
        yield returning
    finally:
        await returning.aclose()


async def kept(desk: Desk) -> list[list[tuple[Any, ...]]]:
    return await desk.database.read(
        lambda c: [[tuple(row) for row in c.execute(sql(words))] for words in KEPT]
    )


def set_to(title: str, value: object) -> Edit:
    def edit(cells: dict[str, Any]) -> None:
        cells[title].value = value
        if isinstance(value, str):
            cells[title].data_type = "s"

    return edit


@pytest.mark.long_async(400)
async def test_300_rows_edited_in_libreoffice_are_300_changes(tmp_path: Path) -> None:
    (tmp_path / "fleet").mkdir()
    async with small_desk(tmp_path / "fleet", PLAN) as small:
        desk = small.desk
        await desk.sync.run()
        found = await desk.cards.rows(await desk.cards.ids(parse_filter("status:in_use"), Sort()))
        pooled = [row for row in found if row.facts.plan_type in (PlanType.UP, PlanType.SF)]
        chosen = pooled[:: len(pooled) // EDITED][:EDITED]
        assert len(chosen) == EDITED
        kinds = (
            set_to("Remarks", "=北门 3 号, +1 'quoted'"),
            set_to("Tags", '"a,b", depot'),
            set_to("Usage limit (MB)", 99_991),
            set_to("Wished action", "suspend"),
        )
        edits = {row.facts.iccid: kinds[at % 4] for at, row in enumerate(chosen)}
        path = edited(await exported(desk, tmp_path), edits, tmp_path)
        before = await kept(desk)

        moved = chosen[:MOVED]
        facts = [row.facts for row in moved]
        changed = [replace(one, auto_renew=not one.auto_renew) for one in facts]
        await small.pass_time(minutes=1)
        account, now = desk.provider.account, desk.provider.now()
        await desk.database.write(lambda c: listing_store.put_listing(c, account, changed, now))

        async with brought_back(desk, path, tmp_path) as returning:
            told = returning.found
            assert (told.unchanged, told.changed, told.conflicts, told.refused) == (
                CARDS - EDITED,
                EDITED - MOVED,
                MOVED,
                0,
            )
            conflicts = await returning.lines(LineQuestion(LineKind.CONFLICT))
            assert {line.card_id for line in conflicts} == {row.id for row in moved}
            acts = await returning.acts()
            # A new limit resumes by itself where the old one did.
            limits = [LimitRequest(99_991, auto_restore=restores) for restores in (True, False)]
            assert {act.request for act in acts} == {Request(Action.SUSPEND), *limits}
            sent = {card_id for act in acts for card_id in act.card_ids}
            assert sent.isdisjoint(row.id for row in moved)
            for act in acts:
                preview = await desk.operations.preview(act.request, act.card_ids)
                assert preview.eligible_count == len(act.card_ids)
            assert await desk.operations.operations() == ()
            count = await returning.keep()
            assert count == told.fields["remark"] + told.fields["tags"]
        remark = await desk.cards.rows([chosen[4].id, chosen[5].id])
        assert (remark[0].remark, remark[1].tags) == ("=北门 3 号, +1 'quoted'", ("a,b", "depot"))
        assert await desk.edits.undo() == count
        assert await kept(desk) == before

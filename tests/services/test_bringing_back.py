"""A sheet that comes back edited: what it wants, what is refused, and what moved on meanwhile."""

import asyncio
import random
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text as sql

from simdesk.models.action import Action
from simdesk.models.bringing_back import WishedAct
from simdesk.models.card import CardRow
from simdesk.models.operations import LimitRequest, RenewRequest, Request
from simdesk.models.sheet_lines import LineKind, LineQuestion
from simdesk.models.sheet_sides import RefusedRow, SheetSide
from simdesk.models.status import SpecificStatus
from simdesk.models.texts import text
from simdesk.models.voucher import PlanType
from simdesk.services.bringing_back import BringingBack
from simdesk.services.returning import Returning
from simdesk.services.sheet_words import value_words
from simdesk.services.storage import listing_store, sheet_returns
from simdesk.services.tags import TagService
from tests.factories import a_moment, some_details
from tests.services.auditing import an_auditor
from tests.services.desk_stage import Stage, now, staged
from tests.services.scripted_provider import EVERYTHING
from tests.services.sheet_files import a_card, a_side, cards

WRITTEN = a_moment(2026, 6, 14, 18)
KEPT = ("SELECT id, remark FROM card", "SELECT * FROM card_tag")


@dataclass
class Bench:
    """A desk, and sheets that come back to it."""

    stage: Stage
    folder: Path
    sheets: int = 0

    async def look(
        self, rows: Sequence[CardRow], wishes: Iterable[tuple[int, str]] = (), **told: Any
    ) -> Returning:
        """Bring back a sheet with these rows, written yesterday evening."""
        self.sheets += 1
        path = self.folder / f"sheet {self.sheets}.db"
        side = a_side(path, rows, wishes, exported_at=WRITTEN, account="demo")
        return await self.bring(replace(side, **told))

    async def bring(self, side: SheetSide) -> Returning:
        stage = self.stage
        bringing = BringingBack(stage.database, stage.edits, EVERYTHING, now, "demo")
        return await bringing.look(side, self.folder)

    async def edited_here(self, card_id: int, remark: str) -> None:
        await self.stage.edits.set_remark([card_id], remark)

    async def changed_there(self, row: CardRow, **changes: Any) -> None:
        facts = replace(row.facts, **changes)
        await self.stage.database.write(
            lambda c: listing_store.put_listing(c, "demo", [facts], now())
        )

    async def kept(self) -> list[list[tuple[Any, ...]]]:
        """All remarks and tags, as they lie in the file."""
        return await self.stage.database.read(
            lambda c: [[tuple(row) for row in c.execute(sql(words))] for words in KEPT]
        )


@asynccontextmanager
async def a_bench(folder: Path, rows: Sequence[CardRow]) -> AsyncIterator[Bench]:
    async with staged(folder, rows) as stage:
        yield Bench(stage, folder)


def groups(returning: Returning) -> tuple[int, int, int, int]:
    found = returning.found
    return found.unchanged, found.changed, found.conflicts, found.refused


async def told(returning: Returning, **asked: Any) -> list[tuple[str, str, str, str]]:
    lines = await returning.lines(LineQuestion(**asked), limit=10_000)
    return [
        (
            line.cell,
            line.kind.value,
            value_words(line.field, line.after),
            "" if line.reason is None else str(line.reason),
        )
        for line in lines
    ]


def pooled(number: int, **changes: Any) -> dict[str, Any]:
    del number
    return {"plan_type": PlanType.UP, **changes}


async def test_a_sheet_that_nobody_edited_wants_nothing(tmp_path: Path) -> None:
    rows = cards(30, {2: {"tags": ("a,b", "depot"), "remark": "'=1"}})
    async with a_bench(tmp_path, rows) as bench:
        returning = await bench.look(rows)
        assert groups(returning) == (30, 0, 0, 0)
        assert (await told(returning), returning.found.cautions) == ([], ())
        assert (await returning.keep(), await returning.acts()) == (0, ())
        assert bench.stage.edits.undo_label is None
        await returning.aclose()


async def test_edited_cells_are_changes_with_before_and_after(tmp_path: Path) -> None:
    limited = {"plan_type": PlanType.UP, "details": some_details(card_limit_kb=20 * 1024)}
    rows = cards(6, {3: limited, 5: {"specific": SpecificStatus.MANUAL}, 2: {"tags": ("x",)}})
    async with a_bench(tmp_path, rows) as bench:
        edited = [
            replace(rows[0], remark=" north gate "),
            replace(rows[1], tags=("depot", "y")),
            replace(rows[2], details=some_details(card_limit_kb=30 * 1024)),
            *rows[3:],
        ]
        returning = await bench.look(edited, [(4, "renew 2"), (5, "复用"), (6, "  ")])
        assert groups(returning) == (1, 5, 0, 0)
        assert dict(returning.found.fields) == {"remark": 1, "tags": 1, "limit": 1, "wish": 2}
        lines = await returning.lines(LineQuestion())
        shown = [(line.row, line.field, line.before, line.after) for line in lines]
        assert shown == [
            (1, "remark", "", "north gate"),
            (2, "tags", "x", "depot\ny"),
            (3, "limit", 20 * 1024, 30 * 1024),
            (4, "wish", None, "renew 2"),
            (5, "wish", None, "复用"),
        ]
        assert await returning.acts() == (
            WishedAct(Request(Action.RESUME), (5,)),
            WishedAct(RenewRequest(2), (4,)),
            WishedAct(LimitRequest(30), (3,)),
        )
        assert await returning.local_cards() == 2
        await returning.aclose()


async def test_remarks_and_tags_are_one_step_of_undo(tmp_path: Path) -> None:
    rows = cards(5, {1: {"remark": "one", "tags": ("a",)}, 2: {"tags": ("a", "b")}})
    async with a_bench(tmp_path, rows) as bench:
        before = await bench.kept()
        edited = [
            replace(rows[0], remark="1", tags=("new",)),
            replace(rows[1], tags=()),
            replace(rows[2], remark="3"),
            *rows[3:],
        ]
        returning = await bench.look(edited)
        assert await bench.kept() == before
        assert await returning.keep() == 3
        after = await bench.kept()
        assert [(row.remark, row.tags) for row in await bench.stage.cards.rows([1, 2, 3])] == [
            ("1", ("new",)),
            ("", ()),
            ("3", ()),
        ]
        assert str(bench.stage.edits.undo_label) == "3 cards from a spreadsheet"
        assert await bench.stage.edits.undo() == 3
        assert (await bench.kept(), bench.stage.edits.undo_label) == (before, None)
        assert await bench.stage.edits.redo() == 3
        assert await bench.kept() == after
        acts = await bench.stage.database.read(
            lambda c: list(c.scalars(sql("SELECT act FROM audit ORDER BY n")))
        )
        assert acts == ["remark_edited", "tags_edited"] * 3
        await returning.aclose()


async def test_what_is_edited_after_the_look_is_left_alone(tmp_path: Path) -> None:
    rows = cards(2)
    async with a_bench(tmp_path, rows) as bench:
        returning = await bench.look([replace(row, remark="sheet") for row in rows])
        await bench.edited_here(2, "mine")
        assert await returning.keep() == 1
        assert [row.remark for row in await bench.stage.cards.rows([1, 2])] == ["sheet", "mine"]
        await returning.aclose()


async def test_what_changed_since_the_sheet_was_written_is_a_conflict(tmp_path: Path) -> None:
    rows = cards(8, {number: pooled(number) for number in (4, 5, 6, 7)})
    async with a_bench(tmp_path, rows) as bench:
        for card_id, remark in ((1, "mine"), (2, "mine"), (3, "same")):
            await bench.edited_here(card_id, remark)
        for row in rows[4:7]:
            await bench.changed_there(row, specific=SpecificStatus.MANUAL, status=35)
        edited = [
            replace(rows[0], remark="theirs"),  # both edited it
            rows[1],  # edited here alone
            replace(rows[2], remark="same"),  # both, to the same
            replace(rows[3], details=some_details(card_limit_kb=1024)),
            replace(rows[4], details=some_details(card_limit_kb=1024)),
            replace(rows[5], remark="theirs"),
            rows[6],  # changed at the provider, not in the sheet
            replace(rows[7], remark="theirs"),
        ]
        returning = await bench.look(edited, [(6, "suspend")])
        assert groups(returning) == (3, 2, 3, 0)
        moved = "The card changed at the provider since the file was written."
        refused = await told(returning, kind=LineKind.CONFLICT)
        assert [(cell[-1], why) for cell, _, _, why in refused] == [
            ("1", "It was changed here since the file was written."),
            ("5", moved),
            ("6", moved),
            ("6", moved),
        ]
        await returning.aclose()


async def test_what_only_the_provider_changed_loses_no_remark_on_a_word(tmp_path: Path) -> None:
    rows = cards(3)
    async with a_bench(tmp_path, rows) as bench:
        for row in rows[:2]:
            await bench.changed_there(row, auto_renew=True)
        await bench.edited_here(2, "mine")
        edited = [replace(row, remark="sheet", tags=("x",)) for row in rows]
        returning = await bench.look(edited, [(1, "suspend")])
        assert groups(returning) == (0, 1, 2, 0)
        assert (await returning.local_cards(), await returning.local_cards(moved=True)) == (1, 3)
        assert await returning.keep(moved=True) == 3
        told = [(row.remark, row.tags) for row in await bench.stage.cards.rows([1, 2, 3])]
        assert told == [("sheet", ("x",)), ("mine", ("x",)), ("sheet", ("x",))]
        assert await returning.acts() == ()
        assert await bench.stage.edits.undo() == 3
        await returning.aclose()


async def test_a_tag_that_was_renamed_since_is_no_wish_for_its_old_name(tmp_path: Path) -> None:
    rows = cards(4, {number: {"tags": ("depot", "x")} for number in (1, 2, 3)})
    async with a_bench(tmp_path, rows) as bench:
        stage = bench.stage
        auditor = an_auditor(now)
        tags = TagService(stage.database, stage.announcer, stage.edits, now, auditor)
        ids = {row.name: row.id for row in await tags.list()}
        await tags.rename(ids["depot"], "yard")
        await stage.edits.add_tags([3], ["late"])
        await tags.rename(ids["depot"], "garage")
        returning = await bench.look([rows[0], replace(rows[1], tags=("depot",)), *rows[2:]])
        # Edited in the sheet, renamed here: nobody knows which of the names is meant.
        assert groups(returning) == (3, 0, 1, 0)
        await returning.aclose()


async def test_a_conflict_in_one_cell_holds_back_the_whole_row(tmp_path: Path) -> None:
    rows = cards(1)
    async with a_bench(tmp_path, rows) as bench:
        await bench.edited_here(1, "mine")
        returning = await bench.look([replace(rows[0], remark="theirs", tags=("x",))])
        assert [why for *_, why in await told(returning)] == [
            "It was changed here since the file was written.",
            "Another cell of this row is in conflict.",
        ]
        assert (groups(returning), await returning.keep()) == ((0, 0, 1, 0), 0)
        await returning.aclose()


async def test_a_limit_that_the_provider_changed_is_a_conflict_only_where_it_was_edited(
    tmp_path: Path,
) -> None:
    had = some_details(card_limit_kb=10 * 1024)
    rows = cards(2, {number: pooled(number, details=had) for number in (1, 2)})
    async with a_bench(tmp_path, rows) as bench:
        line = "INSERT INTO card_change (card_id, field, before, after, observed_at) VALUES"
        for card_id in (1, 2):
            words = f"{line} ({card_id}, 'limit', '10240', '20480', {int(now().timestamp())})"
            await bench.stage.database.write(lambda c, words=words: c.execute(sql(words)))
        limit = "UPDATE card SET card_limit_kb = 20480"
        await bench.stage.database.write(lambda c: c.execute(sql(limit)))
        edited = replace(rows[1], details=some_details(card_limit_kb=30 * 1024))
        returning = await bench.look([rows[0], edited])
        assert groups(returning) == (1, 0, 1, 0)
        await returning.aclose()


REFUSED = [
    ({"remark": "x" * 101}, {}, "A remark has at most 100 characters; this has 101. Shorten it."),
    ({"remark": "a\tb"}, {}, "A remark is one line of text; character 2 (U+0009) is not text."),
    ({"tags": ("y" * 21,)}, {}, "A tag has at most 20 characters; this has 21. Shorten it."),
    ({"tags": tuple("abcdefghijk")}, {}, "A card has at most 4 tags; this would have 11."),
    (
        {"details": some_details(card_limit_kb=1500)},
        pooled(1),
        "A usage limit is a whole number of MB, 0 for none.",
    ),
    (
        {"details": some_details(card_limit_kb=1024)},
        {},
        "Usage limits apply to same-tier and pooled plans only.",
    ),
    (
        {"details": some_details(card_limit_kb=0)},
        pooled(1, details=some_details(voucher_limit_kb=1024)),
        "The limit is its voucher's: the card has none of its own to take away.",
    ),
    (
        {"remark": "new"},
        {"specific": SpecificStatus.CANCELLED},
        "The card's account is cancelled.",
    ),
]


@pytest.mark.parametrize(("edited", "card", "why"), REFUSED, ids=[one[2][:30] for one in REFUSED])
async def test_a_cell_that_cannot_be_kept_is_refused_with_its_place(
    tmp_path: Path, edited: Mapping[str, Any], card: Mapping[str, Any], why: str
) -> None:
    rows = [a_card(1, **card)]
    async with a_bench(tmp_path, rows) as bench:
        returning = await bench.look([replace(rows[0], **edited)])
        ((cell, kind, _, reason),) = await told(returning)
        assert kind == "refused"
        assert reason.startswith(why)
        assert cell[-1] == "1"
        assert cell[:-1].isalpha()
        assert groups(returning) == (0, 0, 0, 1)
        await returning.aclose()


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        ("resume", "Resume lifts a manual or usage-limit suspension only; its status is In use."),
        ("renew", "“renew” is not an action that a sheet can ask for. Write for how many"),
        ("dance", "“dance” is not an action that a sheet can ask for."),
    ],
)
async def test_a_wish_that_is_not_permitted_is_refused(tmp_path: Path, wish: str, why: str) -> None:
    rows = cards(1)
    async with a_bench(tmp_path, rows) as bench:
        returning = await bench.look(rows, [(1, wish)])
        ((_, kind, words, reason),) = await told(returning)
        assert (kind, words, await returning.acts()) == ("refused", wish, ())
        assert reason.startswith(why)
        await returning.aclose()


async def test_a_refused_cell_holds_back_the_whole_row(tmp_path: Path) -> None:
    rows = cards(1)
    async with a_bench(tmp_path, rows) as bench:
        returning = await bench.look([replace(rows[0], remark="x" * 101, tags=("x",))])
        assert [why for *_, why in await told(returning)] == [
            "A remark has at most 100 characters; this has 101. Shorten it.",
            "Another cell of this row was refused.",
        ]
        assert (await returning.keep(), groups(returning)) == (0, (0, 0, 0, 1))
        await returning.aclose()


async def test_rows_the_desk_cannot_place_are_refused(tmp_path: Path) -> None:
    rows = cards(2)
    async with a_bench(tmp_path, rows) as bench:
        sheet = [
            rows[0],
            a_card(99),
            replace(a_card(1), id=3, facts=replace(rows[0].facts, instance_id="9"), remark="again"),
        ]
        numeric = RefusedRow(5, "A5", text("The ICCID is a number."))
        returning = await bench.look(sheet, refused_rows=7, refused=(numeric,))
        assert groups(returning) == (1, 0, 0, 9)
        assert returning.found.rows == 10
        assert await told(returning) == [
            ("A5", "refused", "", "The ICCID is a number."),
            ("A2", "refused", "", "The desk does not know this card."),
            ("A3", "refused", "", "An earlier row of the sheet is about the same card."),
        ]
        await returning.aclose()


async def test_a_blank_limit_wants_nothing_and_0_takes_the_limit_off(tmp_path: Path) -> None:
    limited = some_details(card_limit_kb=5 * 1024, limit_auto_restore=False)
    rows = cards(3, {number: pooled(number, details=limited) for number in (1, 2, 3)})
    async with a_bench(tmp_path, rows) as bench:
        sheet = [
            replace(rows[0], details=some_details(card_limit_kb=None)),
            replace(rows[1], details=some_details(card_limit_kb=0)),
            replace(rows[2], details=some_details(card_limit_kb=7 * 1024)),
        ]
        returning = await bench.look(sheet)
        assert groups(returning) == (1, 2, 0, 0)
        # A card that stays suspended at its limit goes on to do so.
        assert await returning.acts() == (
            WishedAct(LimitRequest(0, auto_restore=False), (2,)),
            WishedAct(LimitRequest(7, auto_restore=False), (3,)),
        )
        await returning.aclose()


async def test_a_cell_that_was_not_read_is_no_wish(tmp_path: Path) -> None:
    rows = cards(4, {number: pooled(number, tags=("x",)) for number in (1, 2, 3, 4)})
    why = text("“a lot” is not a data size.")
    async with a_bench(tmp_path, rows) as bench:
        sheet = [rows[0], replace(rows[1], tags=()), replace(rows[2], remark="new"), rows[3]]
        unread = {(1, "limit"): why, (2, "tags"): why, (3, "limit"): why}
        returning = await bench.look(sheet, unread=unread)
        assert [line[1:] for line in await told(returning)] == [
            ("refused", "", "“a lot” is not a data size."),
            ("refused", "", "“a lot” is not a data size."),
            ("refused", "", "“a lot” is not a data size."),
            ("refused", "new", "Another cell of this row was refused."),
        ]
        assert groups(returning) == (1, 0, 0, 3)
        await returning.aclose()


async def test_what_no_sheet_carries_is_no_edit_where_it_is_left_out(tmp_path: Path) -> None:
    rows = cards(2, {1: {"remark": "bell\x07 and\r\nline"}, 2: {"tags": ("a\x1b",)}})
    async with a_bench(tmp_path, rows) as bench:
        sheet = [replace(rows[0], remark="bell and\nline"), replace(rows[1], tags=("a",))]
        returning = await bench.look(sheet)
        assert groups(returning) == (2, 0, 0, 0)
        await returning.aclose()


def test_cells_have_their_address_in_their_own_sheet() -> None:
    side = SheetSide(Path("x"), "x", columns={"remark": 27}, starts=(0, 1_048_575))
    assert side.cell(17, "remark") == "AB17"
    assert side.cell(1_048_577, "remark") == "AB2"
    assert side.cell(17, "tags") == "17"


async def test_columns_that_the_sheet_lacks_want_nothing(tmp_path: Path) -> None:
    rows = cards(2, {1: {"remark": "here", "tags": ("x",)}})
    async with a_bench(tmp_path, rows) as bench:
        bare = [replace(row, remark="", tags=(), version=1) for row in rows]
        returning = await bench.look(bare, fields=frozenset({"iccid", "remark"}))
        assert await told(returning) == [("AA1", "change", "", "")]
        await returning.aclose()
        returning = await bench.look(bare, fields=frozenset({"iccid"}), account="other")
        assert groups(returning) == (2, 0, 0, 0)
        assert [str(one)[:40] for one in returning.found.cautions] == [
            "These are different accounts: “other” be",
            "The file does not tell when it was writt",
            "The file has no column of remarks, tags,",
        ]
        await returning.aclose()


async def test_a_sheet_without_versions_conflicts_with_nothing(tmp_path: Path) -> None:
    rows = cards(1, {1: {"remark": "old"}})
    async with a_bench(tmp_path, rows) as bench:
        await bench.changed_there(rows[0], specific=SpecificStatus.MANUAL, status=35)
        await bench.edited_here(1, "mine")
        sheet = [replace(rows[0], remark="theirs", version=0)]
        returning = await bench.look(sheet, exported_at=None)
        assert groups(returning) == (0, 1, 0, 0)
        await returning.aclose()


@pytest.mark.parametrize("seed", range(4))
async def test_a_sheet_that_was_sorted_and_cut_wants_what_was_edited_in_it(
    tmp_path: Path, seed: int
) -> None:
    """Rows are known by their ICCIDs, wherever they stand (reliability.md F55)."""
    chance = random.Random(seed)
    rows = cards(60, {number: {"remark": f"old {number % 3}"} for number in range(1, 61)})
    async with a_bench(tmp_path, rows) as bench:
        left = chance.sample(rows, 40)
        edited = {row.id: f"new {row.id}" for row in chance.sample(left, 15)}
        sheet = [replace(row, remark=edited.get(row.id, row.remark)) for row in left]
        here = set(chance.sample(range(1, 61), 20))
        for card_id in here:
            await bench.edited_here(card_id, "mine")
        returning = await bench.look(sheet)
        conflicts = len(here & edited.keys())
        assert groups(returning) == (25, 15 - conflicts, conflicts, 0)
        lines = await returning.lines(LineQuestion(LineKind.CHANGE))
        assert {line.card_id: line.after for line in lines} == {
            card_id: words for card_id, words in edited.items() if card_id not in here
        }
        assert [sheet[(line.row or 0) - 1].id for line in lines] == [line.card_id for line in lines]
        await returning.aclose()


@pytest.mark.long_async(120)
async def test_300_of_10_000_rows_are_300_changes(tmp_path: Path) -> None:
    """Done when, 4: and 3 cards changed at the provider meanwhile are flagged, not sent."""
    changed = {number: pooled(number) for number in range(1, 10_001)}
    rows = cards(10_000, changed)
    chosen = range(17, 10_000, 33)
    numbers = list(chosen)[:300]
    async with a_bench(tmp_path, rows) as bench:
        before = await bench.kept()
        sheet = list(rows)
        wishes: list[tuple[int, str]] = []
        for place, number in enumerate(numbers):
            row = rows[number - 1]
            if place % 3 == 0:
                sheet[number - 1] = replace(row, remark=f"visited {number}")
            elif place % 3 == 1:
                sheet[number - 1] = replace(row, details=some_details(card_limit_kb=50 * 1024))
            else:
                wishes.append((number, "suspend"))
        returning = await bench.look(sheet, wishes)
        assert groups(returning) == (9_700, 300, 0, 0)
        assert dict(returning.found.fields) == {"remark": 100, "limit": 100, "wish": 100}
        await returning.aclose()

        moved = numbers[:3]
        for number in moved:
            await bench.changed_there(rows[number - 1], auto_renew=True)
        returning = await bench.look(sheet, wishes)
        assert groups(returning) == (9_700, 297, 3, 0)
        sent = {card_id for act in await returning.acts() for card_id in act.card_ids}
        assert len(sent) == 198
        assert sent.isdisjoint(moved)
        assert await returning.keep() == 99
        assert await bench.stage.edits.undo() == 99
        assert await bench.kept() == before
        await returning.aclose()


async def test_a_look_nobody_waits_for_leaves_nothing(tmp_path: Path) -> None:
    rows = cards(40)
    async with a_bench(tmp_path, rows) as bench:
        side = a_side(tmp_path / "sheet.db", rows)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sheet_returns, "_BATCH", 1)
            stage = bench.stage
            bringing = BringingBack(stage.database, stage.edits, EVERYTHING, now, "demo")
            looking: asyncio.Task[Returning] = asyncio.create_task(
                bringing.look(side, tmp_path, lambda done, total: looking.cancel())
            )
            with pytest.raises(asyncio.CancelledError):
                await looking
    assert not list(tmp_path.glob("*.lines"))

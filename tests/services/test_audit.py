"""The audit over a desk: what each act told, finding it, verifying it, taking it elsewhere."""

import asyncio
import csv
import hashlib
import json
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, text

from simdesk.compose import DESK_FILE, open_desk
from simdesk.models.audit import Audited, AuditFilter, AuditHead
from simdesk.models.audit_chain import Breach
from simdesk.models.changes import AuditChanged
from simdesk.models.errors import KnownError
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.periods import ZONE, Month
from simdesk.models.rules import EVERY_CARD, CycleUsage, RuleDraft, TierShare
from simdesk.models.tags import TagColor
from simdesk.services import audit_bodies
from simdesk.services.anchors import FILE, read_anchors
from simdesk.services.exports import ExportRequest, ExportState
from simdesk.services.rescue import Rescue, forget_copy
from simdesk.services.storage import audit_store
from simdesk.services.storage.audit_store import NewRecord
from simdesk.services.storage.tables import audit
from tests.conftest import VirtualClock
from tests.factories import a_moment
from tests.services.auditing import audited
from tests.services.small_desk import PLAN, SmallDesk, small_desk
from tests.services.spreadsheets.read_back import by_openpyxl
from tests.services.storage.desk_file import memory_engine

JUNE = Month(2026, 6)
CARDS = ExportRequest(CardFilter(), Sort(), None, JUNE, JUNE, format="csv", name="cards")


async def told(small: SmallDesk) -> list[tuple[str, str, dict[str, Any]]]:
    return await audited(small.desk.database)


async def iccids(small: SmallDesk, count: int) -> tuple[tuple[int, ...], list[str]]:
    ids = await small.desk.cards.ids(CardFilter(), Sort())
    rows = await small.desk.cards.rows(ids[:count])
    return tuple(row.id for row in rows), [row.facts.iccid for row in rows]


# What acts tell


async def test_an_edit_of_one_card_tells_before_and_after(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        await small.desk.sync.run()
        (card,), (iccid,) = await iccids(small, 1)
        (row,) = await small.desk.cards.rows([card])
        tags, remark = list(row.tags), row.remark
        await small.desk.edits.set_remark([card], "gate 4")
        await small.desk.edits.set_remark([card], "gate 4")  # changes nothing
        await small.desk.edits.undo()
        await small.desk.edits.redo()
        await small.desk.edits.add_tags([card], ["loaned"])
        assert await told(small) == [
            ("remark_edited", iccid, {"before": remark, "after": "gate 4"}),
            ("remark_edited", iccid, {"before": "gate 4", "after": remark, "by": "undo"}),
            ("remark_edited", iccid, {"before": remark, "after": "gate 4", "by": "redo"}),
            ("tags_edited", iccid, {"before": tags, "after": sorted([*tags, "loaned"])}),
        ]
        found = await small.desk.audit.list(AuditFilter())
        assert {(one.who, one.at) for one in found.records} == {("lin", small.desk.cards.now())}


async def test_an_edit_of_many_tells_some_and_a_digest_of_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit_bodies, "SAMPLE", 2)
    async with small_desk(tmp_path) as small:
        await small.desk.sync.run()
        cards, numbers = await iccids(small, 5)
        await small.desk.edits.set_remark(cards, "")
        await small.desk.edits.set_remark(cards[:1], "old")
        await small.desk.edits.set_remark(cards, "new")
        act, subject, body = (await told(small))[-1]
    places = sorted(range(5), key=lambda place: cards[place])
    triples = [[numbers[place], "old" if place == 0 else "", "new"] for place in places]
    whole = "".join(json.dumps(one, separators=(",", ":")) for one in triples)
    assert (act, subject) == ("remark_edited", "")
    assert body == {
        "cards": 5,
        "sample": triples[:2],
        "digest": hashlib.sha256(whole.encode()).hexdigest(),
        "after": "new",
    }


async def test_tags_tell_what_became_of_them(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        desk = small.desk
        await desk.sync.run()
        cards, _ = await iccids(small, 3)
        hired = await desk.tags.create("hired", TagColor.RED)
        await desk.edits.add_tags(cards, ["hired"])
        await desk.tags.rename(hired, "rented")
        await desk.tags.rename(hired, "rented")
        await desk.tags.recolour(hired, TagColor.BLUE)
        await desk.tags.recolour(hired, TagColor.BLUE)
        other = await desk.tags.create("unlent")
        with pytest.raises(KnownError):
            await desk.tags.create("unlent")
        await desk.tags.merge(hired, other)
        await desk.edits.undo()
        await desk.tags.delete(hired)
        with pytest.raises(KnownError):
            await desk.tags.rename(hired, "gone")
        of_tags = [(sub, body) for act, sub, body in await told(small) if act == "tag_changed"]
    rented = {"name": "rented", "color": "blue"}
    assert of_tags == [
        ("hired", {"did": "created", "after": {"name": "hired", "color": "red"}, "cards": 0}),
        ("rented", {"did": "renamed", "before": {"name": "hired"}, "after": {"name": "rented"}}),
        ("rented", {"did": "recoloured", "before": {"color": "red"}, "after": {"color": "blue"}}),
        ("unlent", {"did": "created", "after": {"name": "unlent", "color": "slate"}, "cards": 0}),
        ("rented", {"did": "merged", "before": rented, "cards": 3, "into": "unlent"}),
        ("rented", {"did": "put back", "after": rented, "cards": 3}),
        ("rented", {"did": "deleted", "before": rented, "cards": 3}),
    ]


async def test_rules_tell_what_they_were_and_are(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        rules = small.desk.automation
        draft = RuleDraft("Too much", EVERY_CARD, CycleUsage(100))
        number = await rules.create(draft)
        with pytest.raises(KnownError):
            await rules.create(draft)
        await rules.switch(number, on=True)
        await rules.switch(number, on=True)
        await rules.edit(number, draft)
        await rules.edit(number, replace(draft, condition=TierShare(80)))
        await rules.delete(number)
        found = await told(small)
    first = {
        "name": "Too much",
        "group": "all",
        "push": draft.push.value,
        "enabled": False,
        "what": "cycle_usage",
        "mb": 100,
    }
    second = {**first, "what": "tier_share", "percent": 80}
    del second["mb"]
    on = {**first, "enabled": True}
    assert found == [
        ("rule_changed", "Too much", {"did": "added", "after": first}),
        ("rule_changed", "Too much", {"did": "switched on", "before": first, "after": on}),
        ("rule_changed", "Too much", {"did": "changed", "before": on, "after": second}),
        ("rule_changed", "Too much", {"did": "deleted", "before": second}),
    ]


async def test_an_export_is_told_and_carries_the_head(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        await small.desk.sync.run()
        await small.desk.tags.create("unlent")
        head = await small.desk.audit.head()
        row = await small.desk.exports.wait(
            await small.desk.exports.start(replace(CARDS, format="xlsx"))
        )
        assert (await told(small))[-1] == (
            "cards_exported",
            "cards.xlsx",
            {
                "question": "All cards",
                "cards": row.rows,
                "file": "cards.xlsx",
                "bytes": row.size,
                "months": "202606–202606",
                "daily": False,
            },
        )
        assert head.mark in _about(row.path)
        (anchor,) = read_anchors(tmp_path / FILE).anchors
        assert (anchor.head, anchor.why) == (head, "export cards.xlsx")


def _about(path: Path) -> list[str]:
    book = openpyxl.load_workbook(path)
    assert book.custom_doc_props["SimDesk audit"].value
    return [str(cell) for line in book.worksheets[-1].iter_rows(values_only=True) for cell in line]


async def test_what_is_not_kept_is_not_told(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        desk = small.desk
        await desk.sync.run()
        cards, _ = await iccids(small, 1)
        with pytest.raises(KnownError):
            await desk.edits.set_tags(cards, [f"tag {number}" for number in range(30)])
        await desk.exports.cancel(await desk.exports.start(CARDS))
        assert [row.state for row in await desk.exports.list()] == [ExportState.CANCELLED]
        assert await told(small) == []


# Telling listeners, and anchors


async def test_listeners_hear_once_it_is_committed_and_not_before(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        await small.desk.tags.create("unlent")
        await asyncio.sleep(0)
        assert [one for one in small.heard if isinstance(one, AuditChanged)] == [AuditChanged()]
        small.heard.clear()

        def fails(connection: Connection) -> None:
            small.desk.edits._auditor.write(connection, Audited.TAG_CHANGED, "x", {})
            raise ValueError("on purpose")

        with pytest.raises(ValueError, match="on purpose"):
            await small.desk.database.write(fails)
        await small.desk.tags.list()
        await asyncio.sleep(0)
        assert not small.heard
        assert (await small.desk.audit.list(AuditFilter())).total == 1


async def test_closing_anchors_the_end(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        await small.desk.tags.create("unlent")
        head = await small.desk.audit.head()
    async with small_desk(tmp_path) as small:
        assert (await small.desk.audit.verify()).anchors == 1
    (anchor,) = read_anchors(tmp_path / FILE).anchors
    assert (anchor.head, anchor.why) == (head, "closed")


async def test_a_copy_to_look_at_leaves_the_desk_its_anchors(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        await small.desk.tags.create("unlent")
    before = (tmp_path / FILE).read_bytes()
    copy = await Rescue(tmp_path / DESK_FILE).copy()
    desk = await open_desk(tmp_path, PLAN, VirtualClock(), "lin", copy=copy)
    await desk.tags.create("only in the copy")
    await desk.aclose()
    assert (tmp_path / FILE).read_bytes() == before
    assert read_anchors(copy.parent / FILE).anchors
    forget_copy(copy)
    async with small_desk(tmp_path) as small:
        assert (await small.desk.audit.verify()).whole


async def test_a_broken_chain_is_named(tmp_path: Path) -> None:
    moved: list[tuple[int, int]] = []
    async with small_desk(tmp_path) as small:
        desk = small.desk
        assert (await desk.audit.verify()).head.number == 0
        for name in ("a", "b", "c"):
            await desk.tags.create(name)
        desk.anchors.note(await desk.audit.head(), "backup")
        whole = await desk.audit.verify(lambda *how: moved.append(how))
        assert (whole.whole, whole.anchors, whole.head) == (True, 1, await desk.audit.head())
        await desk.database.write(_cut_off)
        broken = (await desk.audit.verify()).broken
        assert broken is not None
        assert (broken.number, broken.breach) == (3, Breach.CUT_OFF)
        assert desk.audit.anchor_trouble is None


def _cut_off(connection: Connection) -> None:
    connection.exec_driver_sql("DROP TRIGGER kept_audit_delete")
    connection.exec_driver_sql("DELETE FROM audit WHERE n > 2")


async def test_verifying_is_stopped_by_closing(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        await small.desk.database.write(lambda c: _fill(c, 20_000))
        task = asyncio.create_task(small.desk.audit.verify())
        for _ in range(20):
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert (await small.desk.audit.verify()).head.number == 20_000


def _fill(connection: Connection, count: int) -> None:
    head = AuditHead(0, audit_store.GENESIS)
    rows = []
    for number in range(1, count + 1):
        told = (number, "lin", "desk-7", "tags_edited", f"{number}", "{}")
        h = audit_store.digest(head.digest, (number, *told))
        rows.append(dict(zip(audit.c.keys(), (number, *told, head.digest, h), strict=True)))
        head = AuditHead(number, h)
    connection.execute(insert(audit), rows)


# Finding

_WORDS = st.text(st.sampled_from("aäB 1%_\\\"'"), max_size=4)
_RECORDS = st.builds(
    NewRecord,
    st.integers(0, 4).map(lambda days: int(a_moment(2026, 6, 10).timestamp()) + 50_000 * days),
    _WORDS,
    _WORDS,
    st.sampled_from([Audited.TAG_CHANGED, Audited.REMARK_EDITED]),
    _WORDS,
    st.fixed_dictionaries({"after": _WORDS}),
)
_DAYS = st.none() | st.integers(9, 13).map(lambda day: date(2026, 6, day))
_QUESTIONS = st.builds(
    AuditFilter,
    _WORDS,
    st.frozensets(st.sampled_from([Audited.TAG_CHANGED, Audited.REMARK_EDITED])),
    _DAYS,
    _DAYS,
)


def matches(record: NewRecord, question: AuditFilter) -> bool:
    """What the SQL says, in Python."""
    day = datetime.fromtimestamp(record.at, ZONE).date()
    fields = [record.who, record.host, record.act.value, record.subject]
    fields.append(audit_store.canonical(record.body))

    def lower(words: str) -> str:
        return "".join(sign.lower() if sign.isascii() else sign for sign in words)

    return (
        (not question.acts or record.act in question.acts)
        and (question.first is None or day >= question.first)
        and (question.last is None or day <= question.last)
        and all(any(word in lower(one) for one in fields) for word in lower(question.words).split())
    )


@settings(max_examples=60)
@given(st.lists(_RECORDS, max_size=8), _QUESTIONS, st.integers(1, 4))
async def test_words_acts_and_days_find_records(
    records: list[NewRecord],
    question: AuditFilter,
    page: int,
) -> None:
    engine = memory_engine()
    with engine.begin() as connection:
        for record in records:
            audit_store.append(connection, record)
        wanted = [n for n, one in enumerate(records, 1) if matches(one, question)]
        found = audit_store.listed(connection, question, page)
        assert found.total == len(wanted)
        paged = [record.number for record in found.records]
        while len(found.records) == page:
            found = audit_store.listed(connection, question, page, found.records[-1].number)
            assert found.total == len(wanted)
            paged += [record.number for record in found.records]
        assert paged == wanted[::-1]
        reader = audit_store.AuditReader(connection)
        assert [one.number for one, _, _ in reader.records(question)] == wanted
    engine.dispose()


async def test_a_record_that_somebody_else_wrote_is_shown(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        await small.desk.tags.create("unlent")

        def forge(connection: Connection) -> None:
            for trigger in ("update", "delete"):
                connection.execute(text(f"DROP TRIGGER kept_audit_{trigger}"))
            connection.execute(text("UPDATE audit SET at = 'noon', act = 'x', body_json = '['"))

        await small.desk.database.write(forge)
        (record,) = (await small.desk.audit.list(AuditFilter())).records
        assert record.act == "x"
        assert record.at.year == 1970
        assert record.body == {audit_store.UNREADABLE: "["}


# Exporting


async def test_an_exported_audit_can_be_verified_by_others(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        desk = small.desk
        await desk.tags.create("=1+“é”")
        await desk.automation.create(RuleDraft("Too much", EVERY_CARD, CycleUsage(100)))
        assert await desk.audit.export(tmp_path / "audit.csv", AuditFilter()) == 2
        assert await desk.audit.export(tmp_path / "audit.xlsx", AuditFilter("audit.csv")) == 1
        head = await desk.audit.head()
        assert head.number == 4
        acts = [(act, subject, body["records"]) for act, subject, body in (await told(small))[2:]]
        assert acts == [("audit_exported", "audit.csv", 2), ("audit_exported", "audit.xlsx", 1)]
        noted = [(one.head.number, one.why) for one in desk.anchors.read().anchors]
        assert noted == [(2, "export audit.csv"), (3, "export audit.xlsx")]
    prev = "0" * 64
    with closing((tmp_path / "audit.csv").open(encoding="utf-8-sig", newline="")) as file:
        for row in csv.DictReader(file):
            record = [
                int(row["Record"]),
                int(row["Seconds of UTC"]),
                *(row[name] for name in ("Operator", "Machine", "Code")),
                row["About"].removeprefix("'"),
                row["What happened (JSON)"],
            ]
            listed = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
            assert row["Follows"] == prev
            prev = hashlib.sha256((prev + listed).encode()).hexdigest()
            assert row["Digest"] == prev
    titles, values = by_openpyxl(tmp_path / "audit.xlsx", "Audit")
    assert dict(zip(titles, values, strict=True))["Act"] == "Audit exported"


async def test_a_file_that_cannot_be_written_is_not_told(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        await small.desk.tags.create("unlent")
        with pytest.raises(KnownError):
            await small.desk.audit.export(tmp_path / "nowhere" / "audit.csv", AuditFilter())
        assert (await small.desk.audit.list(AuditFilter())).total == 1
        assert small.desk.audit.today == date(2026, 6, 15)

"""The Audit page over a whole desk: its list, filter, one record below, verifying, exporting."""

from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog
from sqlalchemy import Connection

from simdesk.models.action import Action
from simdesk.models.audit import Audited, AuditFilter, AuditList, AuditRecord
from simdesk.models.audit_chain import ChainVerdict
from simdesk.models.errors import KnownError
from simdesk.models.filters import CardFilter, Operator, Sort, Term
from simdesk.models.operations import Request
from simdesk.models.rules import EVERY_CARD, CycleUsage, RuleDraft
from simdesk.models.texts import text
from simdesk.ui.audit_words import Fact, act_words, facts, subject_words, summary
from simdesk.ui.listing.day_span import Days
from simdesk.ui.pages import audit as audit_page
from simdesk.ui.pages.audit import AuditPage
from simdesk.ui.pages.audit_columns import audit_model, facts_model
from tests.factories import a_moment
from tests.ui.fakes import until
from tests.ui.pages.page_stage import PageStage, page_stage

pytestmark = pytest.mark.long_async(60)


class Stage(PageStage[AuditPage]):
    def facts(self) -> list[tuple[str, str, str]]:
        """What the panel tells of the chosen record."""
        return [(one.name, one.before, one.now) for one in self.page.panel.model.rows]

    def waiting(self) -> bool:
        return self.page._typing.isActive() or self.page._reading.waiting


def a_stage(
    folder: Path, qtbot: Any, *, synced: bool = False
) -> AbstractAsyncContextManager[Stage]:
    sync = (lambda desk: desk.sync.run()) if synced else None
    return page_stage(folder, qtbot, Stage, AuditPage, sync)


async def test_an_empty_audit_teaches_what_will_stand_there(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with a_stage(tmp_path, qtbot) as stage:
        page = stage.page
        assert page._stack.currentWidget() is page.empty
        assert page.empty.words.text().startswith("Nothing was done on this desk yet.")
        assert page.empty.button.isHidden()
        assert page.panel.isHidden()
        assert not page.export_action.isEnabled()
        assert page.facts.text() == "0 records"
        page.verify()
        await stage.quiet()
        assert page.verdict.words.startswith("The chain is whole. Records: 0.")


async def test_acts_appear_as_they_are_done(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with a_stage(tmp_path, qtbot, synced=True) as stage:
        page, desk = stage.page, stage.small.desk
        ids = await desk.cards.ids(CardFilter(), Sort())
        rows = await desk.cards.rows(ids[:3])
        await desk.edits.set_remark([row.id for row in rows], "")
        await desk.edits.set_remark([rows[0].id], "gate 4")
        await desk.edits.set_remark([row.id for row in rows], "gate 5")
        await desk.tags.rename(await desk.tags.create("hired"), "rented")
        await until(lambda: len(page.model.rows) >= 4)
        await stage.quiet()
        time = "15 Jun 2026 09:00"
        assert [stage.cells(row) for row in range(4)] == [
            [time, "lin", "Tag changed", "rented", "renamed · Name: hired → rented"],
            [time, "lin", "Tag changed", "hired", "created · Colour: Slate · Cards: 0"],
            [time, "lin", "Remark edited", "3 cards", "gate 5"],
            [time, "lin", "Remark edited", rows[0].facts.iccid, "– → gate 4"],
        ]  # fmt: skip
        assert page.facts.text().endswith(" records")
        assert not page.grab().isNull()

        page.choose({page.model.rows[2].number})
        by_id = sorted(rows, key=lambda row: row.id)
        before = ["gate 4" if row is rows[0] else "–" for row in by_id]
        named = [(row.facts.iccid, old, "gate 5") for row, old in zip(by_id, before, strict=True)]
        digest = page.model.rows[2].body["digest"]
        assert stage.facts() == [
            ("Value", "", "gate 5"),
            ("Cards", "", "3"),
            *named,
            ("Digest", "", digest),
        ]
        assert not page.show_action.isEnabled()

        wanted: list[CardFilter] = []
        page.cards_wanted.connect(wanted.append)
        page.choose({page.model.rows[3].number})
        assert page.panel.link.text() == "Show the card"
        page.table.setFocus()
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
        page.panel.link.click()
        assert [one.terms[0] for one in wanted] == [
            Term("iccid", Operator.ANY_OF, (rows[0].facts.iccid,))
        ] * 2
        page.table.selectAll()
        assert page.panel.isHidden()


async def test_an_operation_leads_to_itself(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with a_stage(tmp_path, qtbot, synced=True) as stage:
        page, desk = stage.page, stage.small.desk
        ids = await desk.cards.ids(CardFilter(), Sort())
        preview = await desk.operations.preview(Request(Action.SUSPEND), ids[:10])
        op_id = await desk.operations.start(preview, "lost on the way")
        await until(lambda: not desk.operations.running)
        await until(lambda: bool(page.model.rows))
        await stage.quiet()
        assert stage.cells(0)[2:4] == ["Operation started", f"Operation {op_id[:8]}"]
        assert ("Reason", "", "lost on the way") in stage.facts()
        assert ("Asked for", "", "Suspend") in stage.facts()
        wanted: list[str] = []
        page.operation_wanted.connect(wanted.append)
        assert page.panel.link.text() == "Show the operation"
        page.show_action.trigger()
        assert wanted == [op_id]


async def test_words_acts_and_days_narrow_it(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with a_stage(tmp_path, qtbot) as stage:
        page, row, desk = stage.page, stage.page.filter, stage.small.desk
        await desk.tags.create("hired")
        await desk.automation.create(RuleDraft("Too much", EVERY_CARD, CycleUsage(100)))
        await until(lambda: len(page.model.rows) == 2)
        qtbot.keyClicks(page.search, "HIRED lin")
        await stage.quiet()
        assert [one.subject for one in page.model.rows] == ["hired"]
        row.acts.setCurrentText("Rule changed")
        await stage.quiet()
        assert page.empty.words.text() == "No record matches."
        page.empty.button.click()
        await stage.quiet()
        assert len(page.model.rows) == 2
        assert (page.search.text(), row.narrowed) == ("", False)

        row.span.days.setCurrentIndex(row.span.days.findData(Days.OWN))
        row.span.first.setDate(QDate(2026, 6, 15))
        row.span.last.setDate(QDate(2026, 6, 15))
        await stage.quiet()
        assert len(page.model.rows) == 2
        row.span.days.setCurrentIndex(row.span.days.findData(Days.LAST_MONTH))
        await stage.quiet()
        assert not page.model.rows
        row.clear.click()
        await stage.quiet()
        assert len(page.model.rows) == 2
        assert row.clear.isHidden()


async def test_older_records_follow_as_one_scrolls(
    qloop: Any, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit_page, "LISTED", 60)
    async with a_stage(tmp_path, qtbot) as stage:
        page = stage.page
        auditor = stage.small.desk.edits._auditor

        def many(connection: Connection) -> None:
            for number in range(150):
                auditor.write(connection, Audited.TAG_CHANGED, f"tag {number}", {"did": "created"})

        await stage.small.desk.database.write(many)
        await until(lambda: len(page.model.rows) == 60)
        await stage.quiet()
        assert page.facts.text() == "60 of 150 records, older ones follow as you scroll"
        for wanted in (120, 150):
            page.table.scrollToBottom()
            await until(lambda wanted=wanted: len(page.model.rows) == wanted)
            await stage.quiet()
        assert [one.number for one in page.model.rows] == list(range(150, 0, -1))
        assert page.facts.text() == "150 records"
        page.table.scrollToTop()
        page.table.scrollToBottom()
        await stage.small.desk.tags.create("hired")
        await until(lambda: page.model.rows[0].number == 151)
        assert len(page.model.rows) >= 150, "what was scrolled to stays"


async def test_a_sorted_list_is_not_read_on(
    qloop: Any, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit_page, "LISTED", 60)
    async with a_stage(tmp_path, qtbot) as stage:
        page = stage.page
        auditor = stage.small.desk.edits._auditor

        def many(connection: Connection) -> None:
            for number in range(100):
                auditor.write(connection, Audited.TAG_CHANGED, f"tag {number:03d}", {})

        await stage.small.desk.database.write(many)
        await until(lambda: len(page.model.rows) == 60)
        page.table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
        page.table.scrollToBottom()
        await stage.quiet()
        assert [one.subject for one in page.model.rows] == [f"tag {n:03d}" for n in range(40, 100)]


async def test_verifying_tells_whole_and_broken(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with a_stage(tmp_path, qtbot) as stage:
        page, desk = stage.page, stage.small.desk
        for name in ("a", "b", "c"):
            await desk.tags.create(name)
        desk.anchors.note(await desk.audit.head(), "backup")
        page.verify_action.trigger()
        page.verify_action.trigger()
        await stage.quiet()
        assert page.verdict.words == (
            "The chain is whole. Records: 3. Heads noted outside of the desk that agree: 1."
            " Verified 15 Jun 2026 09:00."
        )
        assert page.verdict.property("message") == "ok"
        page.verdict.button.click()
        assert page.verdict.isHidden()
        with desk.anchors.path.open("a") as file:
            file.write("half a li")
        page.verify()
        await stage.quiet()
        assert page.verdict.words.endswith("Noted lines that cannot be read: 1.")
        assert page.verdict.property("message") == "warn"

        await desk.database.write(_forge)
        page.verify()
        await stage.quiet()
        assert page.verdict.words == (
            "Record 2 was altered: its digest does not fit what it tells."
            " Whole records before it: 1."
        )
        assert page.verdict.property("message") == "bad"
        assert page.verify_action.isEnabled()
        assert not page.verdict.grab().isNull()


def _forge(connection: Connection) -> None:
    connection.exec_driver_sql("DROP TRIGGER kept_audit_update")
    connection.exec_driver_sql("UPDATE audit SET who = 'nobody' WHERE n = 2")


async def test_verifying_shows_how_far_it_is_and_can_be_stopped(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    import asyncio

    async with a_stage(tmp_path, qtbot) as stage:
        page, stopped = stage.page, asyncio.Event()

        async def slow(progress: Any) -> ChainVerdict:
            progress(5_000, 300_000)
            try:
                await asyncio.Event().wait()
            finally:
                stopped.set()
            raise AssertionError

        stage.small.desk.audit.verify = slow  # type: ignore[method-assign]  # one that takes long
        page.verify()
        await until(lambda: "5,000" in page.verdict.words)
        assert page.verdict.words == "Verifying the chain: 5,000 of 300,000 records"
        assert page.verdict.button.text() == "Stop"
        page.verdict.button.click()
        await stage.quiet()
        assert stopped.is_set()
        assert page.verdict.isHidden()
        page._on_moved(6_000, 300_000)
        assert page.verdict.isHidden(), "what comes late says nothing"


async def test_anchors_that_cannot_be_kept_are_said(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with a_stage(tmp_path, qtbot) as stage:
        stage.small.desk.anchors.trouble = KnownError(text("no room"))
        stage.page.refresh()
        assert stage.page.facts.text() == (
            "0 records · the end of the chain could not be noted outside of the desk"
        )


async def test_a_list_that_cannot_be_read_is_said(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with a_stage(tmp_path, qtbot) as stage:
        page = stage.page

        async def fails(question: AuditFilter, limit: int) -> AuditList:
            raise KnownError(text("The disk is gone."))

        stage.small.desk.audit.list = fails  # type: ignore[method-assign, assignment]
        page.load()
        await stage.quiet()
        assert page.trouble.words == "The list could not be read. The disk is gone."


async def test_the_list_goes_to_a_file(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with a_stage(tmp_path, qtbot) as stage:
        page = stage.page
        await stage.small.desk.tags.create("hired")
        await until(lambda: bool(page.model.rows))
        page.export_action.trigger()
        (chooser,) = page.findChildren(QFileDialog)
        target = tmp_path / "audit.csv"
        chooser.fileSelected.emit(str(target))
        chooser.reject()
        await stage.quiet()
        assert stage.messages() == ["Exported 1 record to “audit.csv”."]
        assert "hired" in target.read_text("utf-8-sig")


# Words


def a_record(act: str = "x", subject: str = "", **body: Any) -> AuditRecord:
    return AuditRecord(7, a_moment(), "lin", "desk-7", act, subject, body, "0" * 64)


WORDS = [
    (a_record(before="", after="gate 4"), "– → gate 4"),
    (a_record(before=["a"], after=["a", "b"], by="undo"), "a → a, b · How: taken back"),
    (a_record(before={"mb": 1_000, "name": "x"}, after={"mb": 2_000, "name": "x"}),
     "Limit in MB: 1,000 → 2,000"),
    (a_record(did="switched on", before={"enabled": False}, after={"enabled": True}),
     "switched on · Switched on: no → yes"),
    (a_record(did="deleted", before={"name": "x"}), "deleted · Name: x → –"),
    (a_record(subject="cards.xlsx", question="All cards", cards=1_204, daily=False),
     "Cards: 1,204 · Asked for: All cards · Usage of every day: no"),
    (a_record(request='{"action":"suspend","msisdns":[]}', amount_minor=None, currency=None),
     "Asked for: Suspend"),
    (a_record(request='{"action":"renew","periods":3}', amount_minor=12_00, currency="CNY"),
     "Asked for: Renew plan · Periods: 3 · Amount: CNY 12.00"),
    (a_record(request="[1]", reason="  "), "Asked for: [1] · Reason:   "),
    (a_record(state="NOT_APPLIED", not_before=1_781_485_200),
     "State: Did not take effect · Not before: 15 Jun 2026 09:00"),
    (a_record(subject="guards", currency="CNY", before={"daily_cap_minor": None, "x": 1},
              after={"daily_cap_minor": 500_00, "x": 1}),
     "Spending of a day at most: – → CNY 500.00"),
    (a_record(charged_minor=9_00, currency="CNY", serial="4"),
     "Charged: CNY 9.00 · Serial number: 4"),
    (a_record(made=1_781_485_200, in_doubt=3), "Backup of: 15 Jun 2026 09:00 · In doubt: 3"),
    (a_record(head={"number": 7, "digest": "ab"}), "Audit head: Record: 7, Digest: ab"),
    (a_record(unreadable="{"), "unreadable: {"),
    (a_record(odd={"by_hand": [1, None]}), "odd: by hand: 1, –"),
    (a_record(), ""),
]  # fmt: skip


@pytest.mark.parametrize(("record", "words"), WORDS)
def test_a_record_in_one_line(record: AuditRecord, words: str) -> None:
    assert summary(record) == words


def test_of_many_cards_some_are_named_and_the_rest_counted() -> None:
    record = a_record(cards=1_202, sample=[["8986", "", "x"], ["8987", "y", "x"]], digest="ab")
    assert subject_words(record) == "1,202 cards"
    assert summary(record) == ""
    assert facts(record) == (
        Fact("Cards", "", "1,202"),
        Fact("8986", "–", "x", True),
        Fact("8987", "y", "x", True),
        Fact("and 1,200 more", "", ""),
        Fact("Digest", "", "ab"),
    )


@pytest.mark.parametrize(
    ("record", "act", "subject"),
    [
        (a_record("tags_edited", "89860" * 4), "Tags edited", "89860" * 4),
        (a_record("operation_paused", "0a" * 16), "Operation paused", "Operation 0a0a0a0a"),
        (a_record("sorcery", "x"), "sorcery", "x"),
        (a_record("remark_edited", cards=1), "Remark edited", "1 card"),
        (a_record("guards_changed", "guards"), "Limits changed", "Limits of this desk"),
        (a_record("safe_mode_left"), "Safe mode left", "–"),
    ],
)
def test_acts_and_subjects(record: AuditRecord, act: str, subject: str) -> None:
    assert (act_words(record), subject_words(record)) == (act, subject)


def test_the_models_keep_the_contract(qtmodeltester: Any, qapp: Any) -> None:
    del qapp
    records, told = audit_model(), facts_model()
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        for model in (records, told)
    ]
    rows = [a_record("tags_edited", f"{number}", before="", after="x") for number in range(5)]
    records.show_rows(rows)
    records.append_rows(rows[:2])
    records.sort(3)
    records.show_rows(rows[:1])
    told.show_rows(facts(rows[0]))
    told.show_rows(())
    qtmodeltester.check(records)
    del testers

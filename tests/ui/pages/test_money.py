"""The Money page and the limits: what is on its way, what does not match, what a day may cost."""

from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from simdesk.models.account_commands import EnlargePool
from simdesk.models.comparison import Cause, Compared, Verdict
from simdesk.models.errors import KnownError
from simdesk.models.filters import CardFilter
from simdesk.models.guards import Guards
from simdesk.models.ledger import MoneyStanding
from simdesk.models.operations import ItemState
from simdesk.models.orders import Money, parse_money
from simdesk.ui.dialogs.limits import LimitsDialog
from simdesk.ui.listing.day_span import Days
from simdesk.ui.money_line import MoneyLine
from simdesk.ui.pages.money import MoneyPage
from simdesk.ui.pages.money_columns import role_of, why_words
from simdesk.ui.pages.notifications import NotificationsPage
from tests.models.test_order_matching import ours, theirs
from tests.services.small_desk import ANSWER_LOST, POOLED
from tests.services.test_comparison import elsewhere
from tests.ui.fakes import until
from tests.ui.pages.orders_stage import orders_stage
from tests.ui.pages.page_stage import PageStage, page_stage

pytestmark = pytest.mark.long_async(60)


class MoneyStage(PageStage[MoneyPage]):
    async def bought(self) -> EnlargePool:
        offer = (await self.desk.purchases.offers(POOLED)).enlargements[0]
        command = EnlargePool(POOLED, offer.size_kb, offer.price)
        await self.desk.purchases.act(command)
        await self.desk.orders.read()
        await self.quiet()
        return command


def money_stage(
    folder: Path, qtbot: Any, *, synced: bool = True
) -> AbstractAsyncContextManager[MoneyStage]:
    sync = (lambda desk: desk.following.sync()) if synced else None
    return page_stage(folder, qtbot, MoneyStage, MoneyPage, sync)


def standing(**changes: Any) -> MoneyStanding:
    values: dict[str, Any] = {
        "reserved": Money(3_00),
        "in_flight": Money(20_00),
        "spent_today": Money(70_00),
        "doubtful": Money(0),
        "doubts": 0,
    }
    return MoneyStanding(**(values | changes))


SAID = [
    (
        {},
        "Spent today CNY 70.00 · in flight CNY 20.00 · reserved CNY 3.00",
        "",
        None,
    ),
    (
        {"cap": Money(500_00)},
        "Spent today CNY 70.00 of CNY 500.00 · in flight CNY 20.00 · reserved CNY 3.00",
        "",
        None,
    ),
    (
        {"cap": Money(100_00), "doubts": 1, "doubtful": Money(20_00)},
        "Spent today CNY 70.00 of CNY 100.00 · in flight CNY 20.00 · reserved CNY 3.00",
        "CNY 20.00 in doubt in 1 act",
        "warn",
    ),
    (
        {"doubts": 1_234, "doubtful": Money(20_00)},
        "Spent today CNY 70.00 · in flight CNY 20.00 · reserved CNY 3.00",
        "CNY 20.00 in doubt in 1,234 acts",
        None,
    ),
]


@pytest.mark.parametrize(("changes", "words", "doubt", "role"), SAID)
def test_money_at_a_glance(
    qtbot: Any, changes: dict[str, Any], words: str, doubt: str, role: str | None
) -> None:
    line = MoneyLine()
    qtbot.addWidget(line)
    line.show_standing(standing(**changes))
    assert (line.words, line.doubt, line._words.property("role")) == (words, doubt, role)
    assert line._words.accessibleName() == words
    assert line._doubt.isHidden() is not bool(doubt)


LOOKS = [
    (Compared(Verdict.MATCHED, Cause.NONE, theirs(), ours()), "ok", ""),
    (
        Compared(Verdict.MATCHED, Cause.NONE, theirs(), ours(state=ItemState.UNKNOWN)),
        "ok",
        "Outcome unknown",
    ),
    (Compared(Verdict.TWICE, Cause.REPEATED, theirs(), None), "bad", "A second order"),
    (Compared(Verdict.ONLY_OURS, Cause.MISSING, None, ours()), "bad", "Held here as paid"),
    (Compared(Verdict.ONLY_OURS, Cause.IN_DOUBT, None, ours()), "warn", "In doubt"),
    (Compared(Verdict.ONLY_OURS, Cause.UNREAD, None, ours()), "info", "Paid after"),
    (Compared(Verdict.ONLY_THEIRS, Cause.ELSEWHERE, theirs(), None), "warn", "Not asked for"),
    (Compared(Verdict.ONLY_THEIRS, Cause.AUTO_RENEWED, theirs(), None), "muted", "Auto-renewed"),
]


@pytest.mark.parametrize(("line", "role", "why"), LOOKS)
def test_a_line_is_loud_only_where_somebody_has_to_look(
    line: Compared, role: str, why: str
) -> None:
    assert role_of(line) == role
    assert why_words(line).startswith(why)


async def test_the_page_as_it_reads(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with money_stage(tmp_path, qtbot) as stage:
        page = stage.page
        command = await stage.bought()
        price = f"CNY {command.price.minor / 100:.2f}"
        number = await elsewhere(stage.small)
        page.compare_action.trigger()
        await stage.quiet()
        assert stage.messages()[-1] == "1 new difference to look at."
        assert page.line.words.startswith(f"Spent today {price} · in flight CNY 0.00")
        assert [button.text() for button in page.groups.buttons.values()] == [
            f"Matched: 1 · {price}",
            "Different amount: none",
            "Only ours: none",
            "Only theirs: 23 · CNY 473.00",
            "Paid twice: none",
        ]
        theirs_button = page.groups.buttons[Verdict.ONLY_THEIRS]
        assert theirs_button.accessibleName().endswith(" · 23 to look at")
        assert page.facts.text() == (
            "24 lines · orders read 15 Jun 2026 09:00 · last daily comparison 15 Jun 2026 09:00"
        )
        page.groups.buttons[Verdict.MATCHED].click()
        await stage.quiet()
        (line,) = page.model.rows
        assert stage.cells(0) == [
            "Matched", "", price, price, line.number, "Enlarge pool", POOLED, "15 Jun 2026 09:00",
        ]  # fmt: skip
        wanted: list[str] = []
        page.order_wanted.connect(wanted.append)
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
        assert wanted == [line.number]
        assert not page.card_action.isEnabled()
        theirs_button.click()
        await stage.quiet()
        assert stage.cells(0)[:5] == [
            "Only theirs", "Not asked for here", "–", "CNY 26.00", number,
        ]  # fmt: skip
        assert stage.cells(1)[1] == "Made before this desk began"
        theirs_button.click()
        await stage.quiet()
        assert len(page.model.rows) == 24
        page.groups.days.setCurrentIndex(page.groups.days.findData(Days.TODAY))
        await stage.quiet()
        assert len(page.model.rows) == 2
        assert not page.grab().isNull()


async def test_a_card_is_shown_and_lines_are_exported(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with money_stage(tmp_path, qtbot) as stage:
        page = stage.page
        page.groups.days.setCurrentIndex(page.groups.days.findData(Days.LAST_MONTH))
        await stage.quiet()
        card = next(line for line in page.model.rows if line.iccid is not None)
        page.choose({card.key})
        found: list[CardFilter] = []
        page.cards_wanted.connect(found.append)
        page.card_action.trigger()
        assert found[0].terms[0].values == (card.iccid,)
        page.export_to(tmp_path / "lines.csv")
        await stage.quiet()
        written = (tmp_path / "lines.csv").read_text("utf-8-sig").splitlines()
        assert len(written) == len(page.model.rows) + 1
        assert stage.messages()[-1].endswith("lines to “lines.csv”.")


async def test_before_anything_was_read(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with money_stage(tmp_path, qtbot, synced=False) as stage:
        page = stage.page
        assert page._stack.currentWidget() is page.empty
        assert page.empty.words.text().startswith("The provider's orders have not been read yet.")
        assert "never compared yet" in page.facts.text()
        assert not page.export_action.isEnabled()
        page.empty.button.click()
        await stage.quiet()
        assert stage.messages()[-1] == "Compared; nothing new to look at."
        assert len(page.model.rows) > 0


async def test_doubt_is_said_in_words_on_the_orders_page(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        assert stage.page.money.doubt == ""
        offer = (await stage.desk.purchases.offers(POOLED)).enlargements[0]
        stage.small.faults(ANSWER_LOST)
        await stage.desk.purchases.act(EnlargePool(POOLED, offer.size_kb, offer.price))
        stage.small.faults("none")
        await stage.quiet()
        assert stage.page.money.doubt == "CNY 26.00 in doubt in 1 act"
        assert "in flight CNY 26.00" in stage.page.money.words
        asked: list[bool] = []
        stage.page.money_wanted.connect(lambda: asked.append(True))
        stage.page.compare_action.trigger()
        assert asked == [True]


async def test_limits_are_set_in_sentences(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with money_stage(tmp_path, qtbot) as stage:
        await stage.bought()
        stage.page.line.limits.click()
        dialog = await stage.dialog(LimitsDialog)
        assert not dialog.capped.isChecked()
        assert not dialog.cap.isEnabled()
        assert dialog._today.text().startswith("Today CNY 26.00 is spent, CNY 0.00 in flight")
        dialog.capped.setChecked(True)
        qtbot.keyClicks(dialog.cap, "much")
        dialog.confirm_button.click()
        assert "“much” is not an amount." in dialog._error.text()
        dialog.cap.setText("1,200.5")
        dialog.floored.setChecked(True)
        dialog.percent.setValue(5)
        assert not dialog.grab().isNull()
        for named in dialog.findChildren(QWidget):
            if named.focusPolicy() & Qt.FocusPolicy.TabFocus and named.isVisible():
                assert named.accessibleName() or named.property("text"), named
        dialog.confirm_button.click()
        await stage.quiet()
        assert await stage.desk.guards.guards() == Guards(Money(1_200_50), 5)
        assert stage.messages()[-1] == "The limits are set."
        assert "of CNY 1,200.50" in stage.page.line.words
        stage.page.limits_action.trigger()
        again = await stage.dialog(LimitsDialog)
        assert (again.cap.text(), again.percent.value()) == ("1200.50", 5)
        again.capped.setChecked(False)
        again.confirm_button.click()
        await stage.quiet()
        assert await stage.desk.guards.guards() == Guards(None, 5)


async def test_a_notification_leads_to_the_money(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with money_stage(tmp_path, qtbot) as stage:
        await elsewhere(stage.small)
        await stage.small.pass_time(days=1)
        await stage.desk.following.sync()
        page = NotificationsPage(stage.context)
        qtbot.addWidget(page)
        page.show()
        await until(lambda: page.model.rowCount() == 1)
        told = [str(page.model.index(0, column).data()) for column in (0, 2, 3, 5)]
        assert told == ["New", "Daily comparison of orders", "Only theirs: 1", "1"]
        wanted: list[str] = []
        page.money_wanted.connect(lambda: wanted.append("money"))
        page.cards_wanted.connect(lambda question: wanted.append("cards"))
        page.open_action.trigger()
        await stage.quiet()
        assert wanted == ["money"]
        assert await stage.desk.automation.unread() == 0


@pytest.mark.parametrize(
    ("words", "minor"), [("500", 500_00), (" 1,200.5 ", 1_200_50), ("0.07", 7), ("0", 0)]
)
def test_amounts_as_people_write_them(words: str, minor: int) -> None:
    assert parse_money(words) == Money(minor)


@pytest.mark.parametrize("words", ["", "-1", "1.234", "1e3", "１", "CNY 5", "9" * 13])
def test_what_is_no_amount(words: str) -> None:
    with pytest.raises(KnownError):
        parse_money(words)

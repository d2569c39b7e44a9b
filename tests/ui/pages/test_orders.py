"""The Orders page over a whole desk: its list, its filter, one order below, what can be done."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton

from simdesk.models.account_commands import AddCards, EnlargePool, PayOrder, SetVoucherLimit
from simdesk.models.filters import CardFilter, Operator, Term
from simdesk.models.operations import ItemState
from simdesk.models.order_list import OrderFilter, OrderLine
from simdesk.models.orders import Money, OrderState, OrderType
from simdesk.models.purchases import AccountAct
from simdesk.services.providers.simulator import Profile
from simdesk.ui.dialogs.buy import BuyDialog
from simdesk.ui.dialogs.order_acts import CloseOrderDialog, DecideDialog, PayOrderDialog
from simdesk.ui.listing.day_span import Days, days_of
from simdesk.ui.order_words import IN_DOUBT, amount_words, kind_words, state_role, state_words
from simdesk.ui.pages.orders_columns import ABOUT_COLUMN, ORDER_COLUMN, orders_model
from simdesk.ui.pages.orders_doubts import DoubtsBar
from tests.factories import a_moment
from tests.services.small_desk import ANSWER_LOST, POOLED, UNREADABLE
from tests.services.spreadsheets.read_back import by_openpyxl
from tests.services.storage.test_order_store import an_order
from tests.ui.fakes import until
from tests.ui.pages.orders_stage import orders_stage

pytestmark = pytest.mark.long_async(60)
WAITING, CLOSED = "2420618000000217", "2420618000000216"
GRID = "CM_UPG_M_2_grid_7"


async def test_the_list_as_it_reads(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        page = stage.page
        assert [stage.cells(row) for row in range(3)] == [
            [WAITING, "Enlarge pool", "Unpaid", "CNY 26.00", GRID, "10.0 GB",
             "14 Jun 2026 16:00", "–"],
            [CLOSED, "Enlarge pool", "Closed", "CNY 26.00", GRID, "10.0 GB",
             "14 Jun 2026 15:00", "–"],
            ["2420614000000215", "Monthly function fee", "Completed", "CNY 3.00",
             "AL_UPG_M_2_fleet", "3 units", "10 Jun 2026 10:50", "10 Jun 2026 10:51"],
        ]  # fmt: skip
        assert page.facts.text() == (
            "219 orders · read 15 Jun 2026 09:00 · paid in June 2026: CNY 447.00"
            " (New purchase CNY 390.00, Monthly function fee CNY 57.00)"
        )
        june = [line for line in page.model.rows if line.paid_at and line.paid_at.month == 6]
        assert sum(line.price.minor for line in june if line.paid_at.year == 2026) == 447_00
        assert page.doubts.isHidden()
        assert not page.grab().isNull()
        page.choose({"2420614000000215"})
        qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text() == "2420614000000215"


async def test_words_type_state_and_days_narrow_it(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        page, row = stage.page, stage.page.filter
        qtbot.keyClicks(page.search, "GRID_7")
        await stage.quiet()
        found = {line.voucher for line in page.model.rows}
        assert found == {GRID}
        row.states.setCurrentText("Unpaid")
        await stage.quiet()
        assert [line.number for line in page.model.rows] == [WAITING]
        row.kinds.setCurrentText("Renew plan")
        await stage.quiet()
        assert page._stack.currentWidget() is page.empty
        assert page.empty.words.text() == "No order matches."
        assert page.panel.isHidden()
        page.empty.button.click()
        await stage.quiet()
        assert len(page.model.rows) == 219
        assert (page.search.text(), row.narrowed) == ("", False)

        row.span.days.setCurrentText("From – to…")
        row.span.first.setDate(QDate(2026, 6, 14))
        row.span.last.setDate(QDate(2026, 6, 14))
        await stage.quiet()
        assert [line.number for line in page.model.rows] == [WAITING, CLOSED]
        row.clear.click()
        await stage.quiet()
        assert len(page.model.rows) == 219
        assert row.span.first.isHidden()


DAYS = [
    (Days.ANY, (None, None)),
    (Days.TODAY, (date(2026, 3, 31), date(2026, 3, 31))),
    (Days.WEEK, (date(2026, 3, 25), date(2026, 3, 31))),
    (Days.THIS_MONTH, (date(2026, 3, 1), date(2026, 3, 31))),
    (Days.LAST_MONTH, (date(2026, 2, 1), date(2026, 2, 28))),
]


@pytest.mark.parametrize(("days", "between"), DAYS)
def test_days_are_counted_from_today(days: Days, between: tuple[date | None, date | None]) -> None:
    assert days_of(days, date(2026, 3, 31)) == between


async def test_the_newest_are_shown_and_the_rest_counted(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        page = stage.page
        listing = stage.desk.orders.list

        async def some(question: OrderFilter) -> Any:
            return await listing(question, limit=50)

        stage.desk.orders.list = some  # type: ignore[method-assign, assignment]  # a shorter list
        page.load()
        await stage.quiet()
        assert page.facts.text().startswith("50 of 219 orders, narrow the filter · read 15 Jun")


async def test_one_order_is_told_below_with_the_way_to_its_cards(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        page = stage.page
        assert page.panel._asked.text() == "Not asked for on this desk."
        assert not page.show_action.isEnabled()
        renewed = next(line for line in page.model.rows if line.kind is OrderType.RENEW)
        wanted: list[CardFilter] = []
        page.cards_wanted.connect(wanted.append)
        page.choose({renewed.key})
        await stage.quiet()
        assert page.panel._values["about"].text() == renewed.iccid
        assert page.panel.link.text() == "Show its card"
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
        page.panel.link.click()
        assert [question.terms[0] for question in wanted] == [
            Term("iccid", Operator.ANY_OF, (renewed.iccid,))
        ] * 2
        page.table.selectAll()
        assert page.panel.isHidden()
        assert not page.pay_action.isEnabled()


async def test_an_unpaid_order_is_paid(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        page = stage.page
        assert page.pay_action.isEnabled()
        page.pay_action.trigger()
        dialog = await stage.dialog(PayOrderDialog)
        assert dialog.confirm_button.text() == "Pay CNY 26.00"
        assert "CNY 100,000.00 · CNY 99,974.00 afterwards" in dialog._wallet.text()
        # Enter closes it; what is paid needs the button.
        assert not dialog.confirm_button.isDefault()
        assert dialog.focusWidget() is dialog.safe_button
        dialog.confirm_button.click()
        await stage.quiet()
        assert dialog.outcome == f"Paid: order {WAITING}."
        assert stage.cells(0)[2] == "Completed"
        assert not page.pay_action.isEnabled()
        assert "lin: Pay order" in page.panel._asked.text()
        dialog.safe_button.click()


async def test_a_wallet_that_is_too_small_is_said_before_and_after(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        await stage.small.wallet(Money(1_00))
        stage.page.pay()
        dialog = await stage.dialog(PayOrderDialog)
        assert dialog._wallet.text() == "CNY 1.00 · too little: the order would stay unpaid"
        dialog.confirm_button.click()
        await stage.quiet()
        assert dialog.outcome.startswith("Refused: The balance does not cover order")
        assert dialog.outcome.endswith("[simulator.InsufficientBalance]")
        assert stage.cells(0)[2] == "Unpaid"
        assert "InsufficientBalance" in stage.page.panel._reason.text()
        dialog.safe_button.click()


async def test_an_unpaid_order_is_closed(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        stage.page.table.setFocus()
        qtbot.keyClick(stage.page.table, Qt.Key.Key_Delete)
        dialog = await stage.dialog(CloseOrderDialog)
        assert dialog.safe_button.text() == "Keep the order"
        dialog.confirm_button.click()
        await stage.quiet()
        assert dialog.outcome == f"Closed: order {WAITING}. Nothing was charged."
        assert stage.cells(0)[2] == "Closed"
        assert not stage.page.close_action.isEnabled()
        stage.page.pay()
        stage.page.close_order()
        dialog.safe_button.click()


async def test_what_is_in_doubt_stands_on_top_until_it_is_settled(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        page, purchases = stage.page, stage.desk.purchases
        stage.small.faults(ANSWER_LOST)
        offer = (await purchases.offers(POOLED)).enlargements[0]
        await purchases.act(EnlargePool(POOLED, offer.size_kb, offer.price))
        await purchases.act(SetVoucherLimit(POOLED, 100))
        await purchases.act(PayOrder(WAITING, Money(26_00)))
        await stage.quiet()
        assert page.doubts.words == (
            "3 acts in doubt, CNY 52.00. "
            "Nothing of it is sent again; looking at the provider settles it."
        )
        # The limit and the enlargement made no order so far, the payment is told at its order.
        listed = {line.key: state_words(line) for line in page.model.rows if line.doubtful}
        assert sorted(listed.values()) == [
            "Completed, act in doubt",
            "Outcome unknown",
            "Outcome unknown",
        ]
        page.choose({WAITING})
        page.filter.states.setCurrentText("In doubt")
        await stage.quiet()
        assert {kind_words(line) for line in page.model.rows} == {
            "Set the usage limit of the voucher to 100.0 MB",
            "Enlarge pool",
        }
        assert page.panel._asked.text().startswith("Asked for on this desk:")
        page.filter.reset()
        stage.small.faults("none")
        page.doubts.button.click()
        await stage.quiet()
        assert page.doubts.isHidden()
        assert stage.messages()[-1] == "Nothing is left that looking could settle."
        assert not any(line.doubtful for line in page.model.rows)


async def test_what_may_come_late_is_waited_for(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        purchases = stage.desk.purchases
        await purchases._begin(AddCards(POOLED, 1, Money(3_00)), "never sent")
        assert await purchases.recover() == 1
        stage.page.load()
        await stage.quiet()
        assert stage.page.doubts.words.startswith("1 act in doubt, CNY 3.00. ")
        stage.page.settle_action.trigger()
        await stage.quiet()
        assert stage.messages()[-1] == "1 still in doubt: what may come late is waited for."
        await stage.small.pass_time(days=1)
        stage.page.settle()
        await stage.quiet()
        assert stage.page.doubts.isHidden()
        (line,) = [one for one in stage.page.model.rows if one.number is None]
        assert (state_words(line), kind_words(line)) == ("Did not take effect", "Add cards")
        stage.page.choose({line.key})
        assert "it can no longer happen" in stage.page.panel._reason.text()


async def test_what_needs_a_person_is_decided_by_one(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        page, desk = stage.page, stage.desk
        await desk.purchases._begin(AddCards(POOLED, 1, Money(3_00)), "mine")
        await desk.purchases.recover()
        await desk.purchases._advance("mine", ItemState.NEEDS_HUMAN, reason="Two orders came.")
        page.load()
        await stage.quiet()
        assert page.doubts.words.endswith(
            "Look at the provider yourself, then say what became of it."
        )
        page.choose({"act mine"})
        assert page.decide_action.isEnabled()
        page.decide_action.trigger()
        dialog = await stage.dialog(DecideDialog)
        assert not dialog.confirm_button.isEnabled()
        dialog.no_effect.setChecked(True)
        dialog.confirm_button.click()
        await stage.quiet()
        assert page.doubts.isHidden()
        (act,) = await desk.purchases.acts()
        assert (act.state, act.reason) == (ItemState.NOT_APPLIED, "lin looked it up.")


async def test_orders_are_read_by_key_and_a_fault_is_told(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with orders_stage(tmp_path, qtbot, synced=False) as stage:
        page = stage.page
        assert page.empty.words.text().startswith("No order has been read yet.")
        assert page.empty.button.text() == "Read orders"
        assert not page.export_action.isEnabled()
        stage.small.faults(UNREADABLE)
        page.empty.button.click()
        await stage.quiet()
        assert len(stage.messages()) == 1
        stage.small.faults("none")
        page.read_action.trigger()
        await stage.quiet()
        assert len(page.model.rows) == 219
        await stage.small.pass_time(hours=1)
        page.all_action.trigger()
        await stage.quiet()
        assert len(page.model.rows) == 219
        assert "read 15 Jun 2026 10:00" in page.facts.text()


async def test_all_that_match_are_exported(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        stage.page.filter.kinds.setCurrentText("Enlarge pool")
        stage.page.export_to(tmp_path / "pools.xlsx")
        await stage.quiet()
        assert stage.messages()[-1] == "Exported 3 orders to “pools.xlsx”."
        sheet = by_openpyxl(tmp_path / "pools.xlsx", "Orders")
        assert [row[0] for row in sheet[1:3]] == [WAITING, CLOSED]
        stage.page.export_to(tmp_path / "nowhere" / "pools.csv")
        await stage.quiet()
        assert "does not exist" in stage.messages()[-1]


async def test_what_the_provider_does_not_offer_says_so(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        page = stage.page
        stage.desk.provider._capabilities = Profile.LINKCARD.capabilities  # type: ignore[attr-defined]
        page.refresh()
        for action in (page.pay_action, page.close_action, page.buy_action):
            assert not action.isEnabled()
            assert action.toolTip() == "This provider does not offer it."


async def test_everything_is_reachable_by_keyboard_and_has_a_name(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        page = stage.page
        for part in (page.filter.kinds, page.filter.states, page.filter.span.days, page.search):
            assert part.accessibleName()
            assert part.focusPolicy() & Qt.FocusPolicy.TabFocus
        buttons = [one for one in page.findChildren(QPushButton) if one.isVisible()]
        assert all(one.accessibleName() for one in buttons)
        shown = {action.text() for action in page.context_menu().actions()}
        assert shown == {
            "Pay…", "Close…", "Show its cards", "Buy for a pool…", "Export…", "Read orders",
            "Read all orders again", "Settle doubts", "Say what became of it…",
            "Compare with what was paid here",
        }  # fmt: skip


async def test_a_voucher_opens_its_orders_and_what_can_be_bought(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        stage.page.filter.states.setCurrentText("Closed")
        stage.page.buy_for(GRID)
        dialog = await stage.dialog(BuyDialog)
        assert dialog.voucher.currentText() == GRID
        assert {line.voucher for line in stage.page.model.rows} == {GRID}
        # An order of this voucher waits: the way to it is offered before another is made.
        assert WAITING in dialog._waiting.text()
        dialog._show_waiting.click()
        await stage.quiet()
        assert [line.number for line in stage.page.model.rows] == [WAITING]


def a_line(**changes: Any) -> OrderLine:
    return OrderLine(an_order(**changes))


AMOUNTS = [
    (a_line(kind=OrderType.RENEW, quantity=1), "1 month"),
    (a_line(kind=OrderType.AUTO_RENEW, quantity=3), "3 months"),
    (a_line(kind=OrderType.RENEW, quantity=2, voucher="CM_SC_Y_2_1G"), "2 years"),
    (a_line(kind=OrderType.RENEW, quantity=2, voucher="odd"), "2 cycles"),
    (a_line(kind=OrderType.FLOW_PLUS, quantity=2, size_kb=102_400), "2 × 100.0 MB"),
    (a_line(kind=OrderType.ADD_FLOW, size_kb=10_485_760), "10.0 GB"),
    (a_line(kind=OrderType.ADD_CARD, quantity=1_200), "1,200 cards"),
    (a_line(kind=OrderType.FUNCTION, quantity=1), "1 unit"),
    (OrderLine(None, AccountAct("s", PayOrder("1", Money(1)), ItemState.UNKNOWN, "", a_moment())),
     "–"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "words"), AMOUNTS)
def test_amounts_say_what_they_count(qapp: Any, line: OrderLine, words: str) -> None:
    assert amount_words(line) == words


def test_states_have_roles_that_doubt_overrules(qapp: Any) -> None:
    roles = {state: state_role(a_line(state=state)) for state in OrderState}
    assert roles == {
        OrderState.UNPAID: "warn",
        OrderState.PROCESSING: "info",
        OrderState.COMPLETED: "ok",
        OrderState.FAILURE: "bad",
        OrderState.REFUNDED: "muted",
        OrderState.CLOSED: "muted",
    }
    paying = AccountAct("s", PayOrder("23", Money(1)), ItemState.UNKNOWN, "lin", a_moment())
    assert state_role(OrderLine(an_order(), paying)) == "warn"
    paid = AccountAct("s", AddCards(POOLED, 1, Money(1)), ItemState.DONE, "lin", a_moment())
    assert (state_words(OrderLine(None, paid)), state_role(OrderLine(None, paid))) == (
        "Paid, order not read yet",
        "info",
    )
    assert ItemState.UNKNOWN in IN_DOUBT


def test_the_model_is_sound_and_sorts(qapp: Any) -> None:
    model = orders_model()
    QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, parent=model
    )
    act = AccountAct("s", AddCards(POOLED, 1, Money(9_00)), ItemState.FAILED, "lin", a_moment())
    lines = (OrderLine(None, act), a_line(number="1", price=Money(10)), a_line(number="2"))
    model.show_rows(lines)
    assert model.index(0, ORDER_COLUMN).data() == "no order"
    assert model.index(1, ABOUT_COLUMN).data() == POOLED
    model.sort(3)
    assert [line.price.minor for line in model.rows] == [10, 9_00, 12_00]
    model.sort(ORDER_COLUMN, Qt.SortOrder.DescendingOrder)
    assert [line.number for line in model.rows] == ["2", "1", None]
    model.show_rows(())
    model.show_rows(lines[:1])


def test_doubts_of_several_currencies_are_not_added_up(qtbot: Any) -> None:
    bar = DoubtsBar()
    qtbot.addWidget(bar)
    prices = (Money(5), Money(7), Money(9, "EUR"))
    bar.show_doubts(
        [
            AccountAct(str(n), AddCards(POOLED, 1, price), ItemState.UNKNOWN, "lin", a_moment())
            for n, price in enumerate(prices)
        ]
    )
    assert bar.words.startswith("3 acts in doubt, CNY 0.12, EUR 0.09.")
    bar.show_doubts([])
    assert bar.isHidden()


async def test_a_page_out_of_sight_asks_nothing(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        stage.page.hide()
        price = (await stage.desk.purchases.offers(POOLED)).card
        assert price is not None
        await stage.desk.purchases.act(AddCards(POOLED, 1, price))
        assert len(stage.page.model.rows) == 219
        stage.page.show()
        await until(lambda: len(stage.page.model.rows) == 220)
        await stage.quiet()

"""Buying for a pool: priced before, told after; a voucher's usage limit; the ways there."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from simdesk.models.account_commands import AddCards
from simdesk.models.actions import TOP_UP_OF_POOLS, Action
from simdesk.models.changes import OrdersChanged
from simdesk.models.operations import BlockedGroup, ItemState, Preview, Request
from simdesk.models.orders import Money, OrderState, OrderType
from simdesk.models.purchases import AccountAct
from simdesk.models.texts import text
from simdesk.models.usage import KB_PER_GB, KB_PER_MB
from simdesk.services.providers.simulator import Profile
from simdesk.ui.actions.standing import Standing
from simdesk.ui.cards.why_not import WhyNot
from simdesk.ui.dialogs.buy import BuyDialog
from simdesk.ui.dialogs.outcome import outcome_role, outcome_words
from simdesk.ui.dialogs.preview_panel import PreviewPanel
from simdesk.ui.dialogs.voucher_limit import VoucherLimitDialog
from simdesk.ui.inline_link import PoolLink
from tests.factories import a_moment
from tests.services.small_desk import ANSWER_LOST, POOLED, SAME_TIER, SINGLE, UNREADABLE
from tests.ui.pages.orders_stage import OrdersStage, orders_stage

pytestmark = pytest.mark.long_async(60)


async def opened(stage: OrdersStage, voucher: str | None) -> BuyDialog:
    stage.page.buy_for(voucher)
    return await stage.dialog(BuyDialog)


def told(dialog: BuyDialog) -> tuple[str, str, str]:
    return dialog._effect.text(), dialog._total.text(), dialog.confirm_button.text()


async def test_a_pool_is_priced_as_it_is_filled_in(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        dialog = await opened(stage, POOLED)
        assert "China Mobile / Pooled / Month / rate 2 / beika4 · " in dialog._decoded.text()
        dialog.wares.cards.setValue(10)
        assert told(dialog) == (
            (
                "10 new cards come within a business day, in their silent period. "
                "From its activation on, each needs a function fee every month."
            ),
            "CNY 30.00",
            "Create Order and Pay CNY 30.00",
        )
        assert dialog._wallet_line.text() == "CNY 100,000.00 · CNY 99,970.00 afterwards"
        dialog.wares.choices[OrderType.ADD_FLOW].setChecked(True)
        assert dialog.wares._name.text() == "Larger by"
        dialog.wares.sizes.setCurrentIndex(1)
        assert told(dialog) == (
            "The pool grows by 50.0 GB at once, to 72.8 GB.",
            "CNY 120.00",
            "Create Order and Pay CNY 120.00",
        )
        dialog.wares.choices[OrderType.FUNCTION].setChecked(True)
        dialog.wares.units.setValue(2)
        effect, total, _ = told(dialog)
        assert (effect.startswith("This month "), total) == (True, "CNY 2.00")
        # Enter buys nothing.
        assert not dialog.confirm_button.isDefault()
        assert not dialog.confirm_button.autoDefault()
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
        await stage.quiet()
        assert await stage.desk.purchases.acts() == []
        dialog.reject()


async def test_a_same_tier_pool_gets_cards_alone(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        dialog = await opened(stage, SAME_TIER)
        wares = dialog.wares
        assert wares.choices[OrderType.ADD_CARD].isEnabled()
        assert not wares.choices[OrderType.ADD_FLOW].isEnabled()
        assert wares.notes[OrderType.ADD_FLOW].text() == (
            "A same-tier pool grows by its cards alone."
        )
        assert wares.notes[OrderType.FUNCTION].text() == "Only pooled plans have function fees."
        assert dialog._effect.text().endswith("each adds 100.0 MB to the pool.")
        dialog.voucher.setCurrentText(POOLED)
        await stage.quiet()
        assert wares.choices[OrderType.ADD_FLOW].isEnabled()
        assert SINGLE not in [dialog.voucher.itemText(at) for at in range(dialog.voucher.count())]
        dialog.reject()


async def test_bought_cards_have_an_order_to_look_at(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        dialog = await opened(stage, POOLED)
        dialog.wares.cards.setValue(2)
        dialog.confirm_button.click()
        dialog.confirm_button.click()
        # While it is being asked the dialog stays.
        dialog.reject()
        assert dialog.isVisible()
        await stage.quiet()
        (act,) = await stage.desk.purchases.acts()
        assert dialog.outcome == (f"Paid: order {act.order}. The cards come within a business day.")
        assert dialog.asked.isHidden()
        assert dialog.confirm_button.isHidden()
        dialog._link.click()
        await stage.quiet()
        (line,) = stage.page.model.rows
        assert (line.number, line.state) == (act.order, OrderState.PROCESSING)
        await stage.small.pass_time(days=4)
        await stage.desk.following.sync()
        await stage.quiet()
        assert stage.page.panel.link.text() == "Show its 2 cards"


async def test_too_little_money_leaves_an_order_that_waits(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        await stage.small.wallet(Money(1_00))
        dialog = await opened(stage, POOLED)
        assert dialog._wallet_line.text() == "CNY 1.00 · too little: the order would wait unpaid"
        dialog.confirm_button.click()
        await stage.quiet()
        unpaid = await stage.desk.orders.unpaid(POOLED)
        assert unpaid is not None
        assert dialog.outcome.startswith(f"Order {unpaid.number} waits unpaid: The balance")
        assert "[simulator.InsufficientBalance]" in dialog.outcome
        assert dialog._link.isVisible()
        dialog.reject()


async def test_a_price_that_rose_meanwhile_is_refused(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        dialog = await opened(stage, POOLED)
        assert stage.desk.simulation is not None
        await stage.desk.simulation.raise_prices(50)
        dialog.confirm_button.click()
        await stage.quiet()
        assert dialog._error.text() == (
            "The price is CNY 4.50 now, CNY 3.00 was approved; nothing was sent."
            " Look at the new price and decide again."
        )
        assert (dialog.outcome, dialog._link.isHidden()) == ("", True)
        assert await stage.desk.purchases.acts() == []
        assert dialog.confirm_button.text() == "Create Order and Pay CNY 4.50"
        dialog.confirm_button.click()
        await stage.quiet()
        assert dialog.outcome.startswith("Paid: order ")
        dialog.reject()


async def test_an_answer_that_never_came_is_doubt(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        dialog = await opened(stage, POOLED)
        stage.small.faults(ANSWER_LOST)
        dialog.confirm_button.click()
        await stage.quiet()
        assert dialog.outcome.startswith("In doubt: no answer came")
        dialog.reject()
        # The same is not asked again before it is settled; the dialog says so and stays.
        again = await opened(stage, POOLED)
        again.confirm_button.click()
        await stage.quiet()
        assert "The same was asked before and is not settled yet." in again._error.text()
        assert again.asked.isVisible()
        again.reject()


async def test_a_provider_that_does_not_answer_is_told_in_the_dialog(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        stage.small.faults(UNREADABLE)
        dialog = await opened(stage, POOLED)
        assert dialog._error.isVisible()
        assert not dialog.confirm_button.isEnabled()
        assert told(dialog)[1] == "–"
        stage.small.faults("none")
        dialog.voucher.setCurrentText(SAME_TIER)
        await stage.quiet()
        assert dialog.confirm_button.isEnabled()
        dialog.reject()


async def test_a_voucher_without_a_pool_says_so(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        dialog = await opened(stage, SINGLE)
        assert dialog._error.text() == (
            f"{SINGLE} has no pool to buy for. Choose a same-tier or pooled voucher."
        )
        dialog.reject()


async def test_before_the_first_sync_there_is_no_pool(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with orders_stage(tmp_path, qtbot, synced=False) as stage:
        dialog = await opened(stage, None)
        assert dialog._error.text().startswith("No voucher with a pool has been read yet.")
        assert not dialog.confirm_button.isEnabled()
        dialog.reject()


async def test_what_a_provider_does_not_sell_is_said_at_each_choice(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        stage.desk.provider._capabilities = Profile.LINKCARD.capabilities  # type: ignore[attr-defined]
        dialog = await opened(stage, POOLED)
        assert {note.text() for note in dialog.wares.notes.values()} == {
            "This provider does not offer it."
        }
        assert (dialog.wares.kind, dialog.wares.amount) == (None, 0)
        assert not dialog.confirm_button.isEnabled()
        dialog.reject()


async def test_a_voucher_limit_says_whom_it_concerns_and_shows_at_its_cards(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with orders_stage(tmp_path, qtbot) as stage:
        (row,) = [one for one in await stage.desk.vouchers.list() if one.voucher == SAME_TIER]
        counts = await stage.desk.limits.counts(SAME_TIER)
        VoucherLimitDialog(stage.context, row, stage.page).open()
        dialog = await stage.dialog(VoucherLimitDialog)
        assert dialog._whom.text() == (
            f"{counts.inheriting} cards inherit it, "
            f"{counts.own} have a limit of their own and keep it."
        )
        assert not dialog.confirm_button.isEnabled()
        dialog._form._size.setText("lots")
        assert "not a data size" in dialog._error.text()
        dialog._form._size.setText("0.5GB")
        assert dialog.confirm_button.text() == f"Set 512.0 MB for {counts.inheriting} cards"
        dialog.confirm_button.click()
        await stage.quiet()
        assert dialog.outcome.startswith("Set. The voucher's cards are read again")
        dialog.reject()
        (row,) = [one for one in await stage.desk.vouchers.list() if one.voucher == SAME_TIER]
        assert (row.limit_kb, row.limit_settling) == (512 * KB_PER_MB, False)

        VoucherLimitDialog(stage.context, row, stage.page).open()
        again = await stage.dialog(VoucherLimitDialog)
        assert again._form._size.text() == "512MB"
        again._form._clear.setChecked(True)
        assert again.confirm_button.text() == "Remove the voucher's limit"
        again.confirm_button.click()
        await stage.quiet()
        again.reject()
        (row,) = [one for one in await stage.desk.vouchers.list() if one.voucher == SAME_TIER]
        assert row.limit_kb is None


OUTCOMES = [
    # state, order, code                      the beginning of the sentence, its role
    (ItemState.DONE, "23", None, "Paid: order 23. The pool has grown.", "ok"),
    (ItemState.FAILED, None, "Code", "Refused: No. [Code]", "bad"),
    (ItemState.FAILED, "23", "Code", "Order 23 waits unpaid: No. [Code]", "warn"),
    (ItemState.ACCEPTED, None, None, "The provider took it", "warn"),
    (ItemState.UNKNOWN, None, None, "In doubt", "warn"),
    (ItemState.NEEDS_HUMAN, None, None, "It is not known yet", "warn"),
]


@pytest.mark.parametrize(("state", "order", "code", "words", "role"), OUTCOMES)
def test_every_outcome_has_its_sentence(
    state: ItemState, order: str | None, code: str | None, words: str, role: str
) -> None:
    from simdesk.models.account_commands import EnlargePool

    command = EnlargePool(POOLED, KB_PER_GB, Money(1))
    act = AccountAct("s", command, state, "lin", a_moment(), order, code, "No.")
    assert str(outcome_words(act)).startswith(words)
    assert outcome_role(act) == role


# The ways there from the Cards page


def test_the_reasons_why_not_link_to_the_pool(qtbot: Any) -> None:
    class Spec:
        shown = "Renew plan…"

    pooled = Standing(3, 0, (), ((text(TOP_UP_OF_POOLS), 3),))
    sheet = WhyNot([(Spec(), pooled)])  # type: ignore[list-item]  # a fake
    qtbot.addWidget(sheet)
    wanted: list[bool] = []
    sheet.pool_wanted.connect(lambda: wanted.append(True))
    (link,) = sheet.findChildren(PoolLink)
    assert link.accessibleName() == "Buy for the pool…"
    link.click()
    assert wanted == [True]
    plain = WhyNot([(Spec(), Standing(3, 1, (), ((text("Another reason."), 2),)))])  # type: ignore[list-item]  # a fake
    qtbot.addWidget(plain)
    assert plain.findChildren(QPushButton) == []


def test_the_preview_links_to_the_pool_of_the_cards_left_alone(qtbot: Any) -> None:
    panel = PreviewPanel()
    qtbot.addWidget(panel)
    wanted: list[object] = []
    panel.pool_wanted.connect(wanted.append)

    def preview(*groups: BlockedGroup) -> Preview:
        moment = a_moment()
        return Preview(Request(Action.SUSPEND), 5, (), groups, {}, None, (), moment, 0.0)

    other = BlockedGroup(text("Another reason."), (1, 2))
    panel.show_preview(preview(other))
    assert panel._pool.isHidden()
    panel.show_preview(preview(other, BlockedGroup(text(TOP_UP_OF_POOLS), (3, 4, 5))))
    assert not panel._pool.isHidden()
    panel._pool.click()
    assert wanted == [(3, 4, 5)]


@pytest.mark.long_async(90)
async def test_a_refused_top_up_leads_to_the_orders_of_its_pool(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    from simdesk.models.filter_text import parse_filter
    from simdesk.models.filters import Sort
    from tests.services.small_desk import small_desk
    from tests.ui.fakes import a_window, until

    async with small_desk(tmp_path) as small:
        await small.desk.following.sync()
        async with a_window(small.desk) as window:
            question = parse_filter(f"voucher:{POOLED}")
            window.cards.buy_for(await small.desk.cards.ids(question, Sort()))
            page: Any = None

            def dialog() -> BuyDialog | None:
                found = window.findChildren(BuyDialog)
                return found[0] if found and found[0].confirm_button.isEnabled() else None

            await until(lambda: dialog() is not None)
            page = window._pages["orders"]
            assert window._stack.currentWidget() is page
            assert page.search.text() == POOLED
            buying = dialog()
            assert buying is not None
            assert buying.voucher.currentText() == POOLED
            buying.reject()
            # A doubt is seen from every page.
            assert window.navigation._buttons["orders"].text() == "Orders"
            await small.desk.purchases._begin(AddCards(POOLED, 1, Money(3_00)), "never sent")
            await small.desk.purchases.recover()
            small.desk.announcer.announce(OrdersChanged())
            orders = window.navigation._buttons["orders"]
            await until(lambda: orders.toolTip() == "Orders · 1 in doubt")
            assert orders.text() == "Orders ●"
            window.cards.buy_for([])
            await until(lambda: not window._context.tasks.busy("pool of cards"))

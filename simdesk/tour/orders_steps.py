"""The tour's steps on orders: the list, a pool that grows, doubt and its end, paying, limits."""

from collections.abc import Awaitable, Callable

from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import Sort
from simdesk.models.orders import OrderState, OrderType
from simdesk.services.providers.simulator.faults import Fate, FaultProfile
from simdesk.tour.stage import Stage
from simdesk.ui.dialogs.buy import BuyDialog
from simdesk.ui.dialogs.order_acts import PayOrderDialog
from simdesk.ui.dialogs.voucher_limit import VoucherLimitDialog
from simdesk.ui.pages.orders import OrdersPage
from simdesk.ui.pages.vouchers import VouchersPage

POOLED, SAME_TIER = "CM_UP_M_2_beika4", "CM_SF_M_2_100M"
_SILENCE = FaultProfile("every answer lost", ((Fate.ANSWER_LOST, 1000),))
_FEW = 60


async def refusal(stage: Stage) -> None:
    """Cards of pools cannot be topped up; the preview leads to what can be bought instead."""
    window = stage.opened.window
    question = parse_filter("plan:SC,UP status:in_use")
    await stage.ask(question)
    ids = await stage.desk.cards.ids(question, Sort("carrier"))
    window.cards.table.selected.select(ids[:_FEW])
    window.cards.presenter.judge_now()
    await stage.quiet()
    window.registry.run("card.renew")
    await stage.quiet()


async def orders(stage: Stage) -> None:
    await _page(stage)


async def buying(stage: Stage) -> None:
    (await _page(stage)).buy_for(POOLED)
    await stage.quiet()
    stage.dialog(BuyDialog).wares.choices[OrderType.ADD_FLOW].setChecked(True)
    await stage.quiet()


async def doubt(stage: Stage) -> None:
    """The answer to a purchase is lost: it is said, and not sent again."""
    assert stage.desk.simulation is not None
    (await _page(stage)).buy_for(POOLED)
    await stage.quiet()
    stage.desk.simulation.fault_profile = _SILENCE
    stage.dialog(BuyDialog).confirm_button.click()
    await stage.quiet()
    stage.desk.simulation.fault_profile = "none"


async def settled(stage: Stage) -> None:
    """Looking at the provider's orders ends the doubt."""
    page = await _page(stage)
    page.settle()
    await stage.quiet()


async def paying(stage: Stage) -> None:
    page = await _page(stage)
    page.search.clear()
    page.filter.states.setCurrentIndex(1)
    await stage.until(
        lambda: all(line.state is OrderState.UNPAID for line in page.model.rows), "unpaid orders"
    )
    page.pay()
    await stage.quiet()
    stage.dialog(PayOrderDialog)


async def voucher_limit(stage: Stage) -> None:
    window = stage.opened.window
    window.show_page("vouchers")
    await stage.quiet()
    (page,) = window.findChildren(VouchersPage)
    page.choose({SAME_TIER})
    await stage.quiet()
    page.limit()
    await stage.quiet()
    stage.dialog(VoucherLimitDialog)


async def _page(stage: Stage) -> OrdersPage:
    window = stage.opened.window
    window.show_orders()
    await stage.quiet()
    (page,) = window.findChildren(OrdersPage)
    return page


ORDERS_STEPS: tuple[tuple[str, Callable[[Stage], Awaitable[None]]], ...] = (
    ("top-up-of-pools", refusal),
    ("orders", orders),
    ("buy-for-a-pool", buying),
    ("purchase-in-doubt", doubt),
    ("doubt-settled", settled),
    ("pay-an-order", paying),
    ("voucher-limit", voucher_limit),
)

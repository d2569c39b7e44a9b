"""The vouchers page over a real desk: figures, the panel below, the way to the cards."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from simdesk.models.filters import CardFilter, Operator, Term
from simdesk.models.status import SimStatus
from simdesk.services.providers.simulator import Profile
from simdesk.services.voucher_limits import VoucherLimits
from simdesk.ui.pages.vouchers import VouchersPage
from simdesk.ui.pages.vouchers_columns import COLUMNS
from tests.services.test_vouchers import GB, POOLED, a_card, days, desk, told
from tests.ui.fakes import a_context, until

SAME_TIER, SINGLE = "CM_SF_M_2_100M", "CM_SC_M_1_30M"


class Market:
    """What the page asks of purchases: a provider that sells everything."""

    capabilities = Profile.DEMO.capabilities

    def reason_against(self, command: object) -> None:
        del command


async def _no_reading(card_ids: object) -> None:
    del card_ids


@asynccontextmanager
async def staged(folder: Path, qtbot: Any) -> AsyncIterator[VouchersPage]:
    cards = [
        a_card(1, SAME_TIER),
        a_card(2, SAME_TIER, 200),
        a_card(3, SINGLE),
        *(a_card(number, POOLED) for number in (4, 5, 6)),
    ]
    use = {1: days(d1=150, d5=75), 3: days(d1=1), 4: tuple([5 * GB] + [0] * 30)}
    async with desk(folder, cards, use, told(100 * GB, 104 * GB)) as (stage, vouchers, _provider):
        stage.vouchers = vouchers  # type: ignore[attr-defined]
        stage.purchases = Market()  # type: ignore[attr-defined]
        stage.limits = VoucherLimits(stage.database, Market(), stage.announcer, _no_reading)  # type: ignore[attr-defined, arg-type]
        context = a_context(stage)
        page = VouchersPage(context)
        qtbot.addWidget(page)
        page.resize(1300, 700)
        page.show()
        await until(lambda: len(page.model.rows) == 3)
        try:
            yield page
        finally:
            await context.tasks.aclose()
            context.bridge.close()


def cells(page: VouchersPage, row: int) -> list[str]:
    return [str(page.model.index(row, column).data()) for column in range(len(COLUMNS))]


async def test_the_list_as_it_reads(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with staged(tmp_path, qtbot) as page:
        page.refresh_action.trigger()
        await until(lambda: cells(page, 2)[1] == "104 % used")
        assert [cells(page, row) for row in range(3)] == [
            [SINGLE, "–", "1", "1", "–", "–", "1.0 MB", "–", "–", "–", "–", "–", "–"],
            [
                SAME_TIER, "112 % used", "2", "1", "1", "–", "225.0 MB", "200.0 MB", "0 KB",
                "25.0 MB", "CNY 5.00", "–", "–",
            ],
            [
                POOLED, "104 % used", "3", "3", "–", "–", "5.0 GB", "100.0 GB", "0 KB",
                "4.0 GB", "CNY 16.00", "2, 1 over", "–",
            ],
        ]  # fmt: skip
        assert page.facts.text() == "3 vouchers · 6 cards"
        assert page.model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole) == (
            "China Mobile / Same-tier pool / Month / rate 2 / 100 MB"
        )


async def test_view_opens_the_vouchers_cards(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with staged(tmp_path, qtbot) as page:
        wanted: list[CardFilter] = []
        page.cards_wanted.connect(wanted.append)
        page.choose({SAME_TIER})
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
        assert wanted == [CardFilter((Term("voucher", Operator.ANY_OF, (SAME_TIER,)),))]


async def test_the_panel_tells_the_chosen_pool(qloop: Any, qtbot: Any, tmp_path: Path) -> None:
    async with staged(tmp_path, qtbot) as page:
        page.choose({SAME_TIER})
        panel = page.panel
        await until(lambda: bool(panel.chart._bars))
        bars = [bar.kb for bar in panel.chart._bars]
        assert (len(bars), bars[0], bars[-1]) == (14, 150 * 1024, 225 * 1024)
        assert len(panel.chart._guide) == 30
        assert panel.chart._guide[-1] == 200 * 1024
        assert "25.0 MB outside the plan: CNY 5.00" in panel._pool.text()
        assert panel.share.accessibleDescription() == "In Use 1, Suspended 1"
        panel._on_pointed(4)
        assert panel._under.text() == "Until 5 Jun 2026: 225.0 MB, on the day 75.0 MB"
        page.table.selectAll()
        assert not panel.isVisible()


async def test_a_status_in_the_panel_opens_its_cards(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with staged(tmp_path, qtbot) as page:
        page.choose({SAME_TIER})
        wanted: list[CardFilter] = []
        page.cards_wanted.connect(wanted.append)
        share = page.panel.share
        share.setFocus()
        for _ in range(3):
            qtbot.keyClick(share, Qt.Key.Key_Right)
        qtbot.keyClick(share, Qt.Key.Key_Return)
        suspended = Term("status", Operator.ANY_OF, (SimStatus.SUSPENDED,))
        assert wanted[0].terms[1] == suspended
        at = list(SimStatus).index(SimStatus.IN_USE)
        qtbot.mouseClick(share, Qt.MouseButton.LeftButton, pos=share.place(at).center())
        assert wanted[1].terms[1].values == (SimStatus.IN_USE,)
        assert not share.grab().isNull()


async def test_what_cannot_be_bought_or_limited_says_why(
    qloop: Any, qtbot: Any, tmp_path: Path
) -> None:
    async with staged(tmp_path, qtbot) as page:
        wanted: list[str] = []
        page.orders_wanted.connect(wanted.append)
        page.choose({POOLED})
        assert page.limit_action.isEnabled()
        page.buy_action.trigger()
        assert wanted == [POOLED]
        page.choose({SINGLE})
        assert not page.buy_action.isEnabled()
        assert not page.limit_action.isEnabled()
        assert page.buy_action.toolTip() == ("Single-card plans have no pool; top up their cards.")
        assert page.limit_action.toolTip() == (
            "Usage limits apply to same-tier and pooled plans only."
        )
        page.buy()
        page.limit()
        assert wanted == [POOLED]
        page.table.selectAll()
        assert not page.buy_action.isEnabled()

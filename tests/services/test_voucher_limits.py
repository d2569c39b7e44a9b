"""A usage limit for a whole voucher: whom it concerns, why not, and that its cards show it."""

from pathlib import Path

import pytest

from simdesk.models.changes import VouchersChanged
from simdesk.models.commands import SetUsageLimit
from simdesk.models.filter_text import parse_filter
from simdesk.models.filters import Sort
from simdesk.models.operations import ItemState
from simdesk.models.outcomes import Done
from simdesk.models.usage import KB_PER_MB
from simdesk.models.voucher import parse_voucher
from simdesk.services.vouchers import VoucherRow
from tests.services.small_desk import (
    LINKCARD,
    POOLED,
    SAME_TIER,
    SINGLE,
    SmallDesk,
    small_desk,
)


async def row_of(small: SmallDesk, voucher: str) -> VoucherRow:
    (row,) = [one for one in await small.desk.vouchers.list() if one.voucher == voucher]
    return row


@pytest.mark.long_async(60)
async def test_a_limit_is_inherited_but_a_cards_own_wins(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        desk = small.desk
        assert (await desk.limits.counts(SAME_TIER)).inheriting == 0
        await desk.sync.run()
        question = parse_filter(f"voucher:{SAME_TIER}")
        cards = await desk.cards.ids(question, Sort())
        (first,) = await desk.cards.rows(cards[:1])
        answer = await desk.provider.send(SetUsageLimit(first.facts.ref, 50), "own")
        assert isinstance(answer, Done)
        await desk.sync.refresh([first.id])
        before = await desk.limits.counts(SAME_TIER)
        assert (before.own, before.inheriting, before.unread) == (1, len(cards) - 1, 0)

        act = await desk.limits.set(SAME_TIER, 333, auto_restore=False)
        assert act.state is ItemState.DONE
        assert (await row_of(small, SAME_TIER)).limit_kb is None
        small.heard.clear()
        await desk.limits.spread(SAME_TIER)
        assert small.heard[-1] == VouchersChanged(frozenset({SAME_TIER}))
        row = await row_of(small, SAME_TIER)
        assert (row.limit_kb, row.limit_settling) == (333 * KB_PER_MB, False)
        rows = await desk.cards.rows(cards)
        limits = {one.id: one.details.effective_limit_kb for one in rows if one.details}
        assert limits == {one: (50 if one == first.id else 333) * KB_PER_MB for one in cards}

        await desk.limits.set(SAME_TIER, 0, auto_restore=True)
        await desk.limits.spread(SAME_TIER)
        assert (await row_of(small, SAME_TIER)).limit_kb is None


async def test_a_voucher_that_cannot_be_limited_says_why(tmp_path: Path) -> None:
    async with small_desk(tmp_path) as small:
        limits = small.desk.limits
        assert limits.reason_against(POOLED, parse_voucher(POOLED)) is None
        assert limits.reason_against("odd", None) is None
        reason = limits.reason_against(SINGLE, parse_voucher(SINGLE))
        assert str(reason) == "Usage limits apply to same-tier and pooled plans only."
    (tmp_path / "linkcard").mkdir()
    async with small_desk(tmp_path / "linkcard", LINKCARD) as small:
        reason = small.desk.limits.reason_against(POOLED, parse_voucher(POOLED))
        assert str(reason) == "This provider does not offer it."

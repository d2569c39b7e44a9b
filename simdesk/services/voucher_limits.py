"""The usage limit of a whole voucher: whom it concerns, setting it, seeing it arrive at its cards.

(domain.md 4.1; 9, row 17)
"""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from simdesk.models.account_commands import SetVoucherLimit
from simdesk.models.changes import VouchersChanged
from simdesk.models.purchases import AccountAct
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.voucher import Voucher
from simdesk.services.announcer import Announcer
from simdesk.services.purchases import PurchaseService
from simdesk.services.storage import voucher_store
from simdesk.services.storage.database import Database
from simdesk.services.storage.voucher_store import LimitCounts

_PORTION = 500
_ONE_BY_ONE = 200
"""Cards read again at once where a call names one card; the sync reads the others."""

__all__ = ["LimitCounts", "VoucherLimits"]


class VoucherLimits:
    """`refresh` reads cards again, by their ids."""

    def __init__(
        self,
        database: Database,
        purchases: PurchaseService,
        announcer: Announcer,
        refresh: Callable[[Sequence[int]], Awaitable[None]],
    ) -> None:
        self._database = database
        self._purchases = purchases
        self._announcer = announcer
        self._refresh = refresh

    def reason_against(self, voucher: str, parts: Voucher | None) -> Text | None:
        """Why a voucher cannot be given a limit; None when it can. `parts` None: not readable."""
        reason = self._purchases.reason_against(SetVoucherLimit(voucher, 0))
        if reason is None and parts is not None and parts.plan_type.single_card:
            return text(
                QT_TRANSLATE_NOOP("trade", "Usage limits apply to same-tier and pooled plans only.")
            )
        return reason

    async def counts(self, voucher: str) -> LimitCounts:
        """How many cards would inherit a limit, and how many have one of their own."""
        return await self._database.read(partial(voucher_store.limit_counts, voucher=voucher))

    async def set(self, voucher: str, limit_mb: int, *, auto_restore: bool) -> AccountAct:
        """Ask for a limit in MB a month; 0 removes it. Raises KnownError as `act` does."""
        return await self._purchases.act(SetVoucherLimit(voucher, limit_mb, auto_restore))

    async def spread(self, voucher: str) -> None:
        """Read the voucher's cards again, in portions, so that the limit shows.

        Raises KnownError; what was read by then is kept.
        """
        ids = await self._database.read(partial(voucher_store.living_cards, voucher=voucher))
        if self._purchases.capabilities.bulk_reads <= 1:
            ids = ids[:_ONE_BY_ONE]
        try:
            for start in range(0, len(ids), _PORTION):
                await self._refresh(ids[start : start + _PORTION])
        finally:
            self._announcer.announce(VouchersChanged(frozenset({voucher})))

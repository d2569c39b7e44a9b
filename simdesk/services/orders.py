"""The provider's orders: read beside the work, listed, looked into, exported."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from simdesk.models.account_commands import CloseOrder, PayOrder, SetVoucherLimit
from simdesk.models.action import Action
from simdesk.models.audit import Audited
from simdesk.models.changes import OrdersChanged
from simdesk.models.errors import KnownError
from simdesk.models.filters import CardFilter, Operator, Term
from simdesk.models.order_list import (
    LISTED,
    Asked,
    OrderDetail,
    OrderFilter,
    OrderLine,
    OrderList,
    PaidSum,
)
from simdesk.models.orders import Order
from simdesk.models.periods import Month, local, midnight
from simdesk.models.purchases import AccountAct
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.account_codec import act_from
from simdesk.services.announcer import Announcer
from simdesk.services.audit_bodies import lines_exported
from simdesk.services.calls import Calls
from simdesk.services.departures import Departures
from simdesk.services.export_columns import Say
from simdesk.services.list_export import ListFile
from simdesk.services.order_export import write_orders
from simdesk.services.storage import order_reads, order_store
from simdesk.services.storage.database import Database
from simdesk.services.storage.order_reads import AskedOfCard, Found, OrderReader
from simdesk.services.storage.order_store import ReadMark

BEGINNING = date(2000, 1, 1)
"""Before the first order of any IoT card."""


class OrderService:
    """Reads from the desk; `read` asks the provider. `say` gives the language of exported files."""

    def __init__(
        self,
        database: Database,
        calls: Calls,
        announcer: Announcer,
        departures: Departures,
        say: Say = str,
    ) -> None:
        self._database = database
        self._calls = calls
        self._announcer = announcer
        self._departures = departures
        self._say = say
        self._turn = asyncio.Lock()

    @property
    def today(self) -> date:
        """The business date, in Asia/Shanghai."""
        return local(self._calls.now()).date()

    # Asking the provider

    async def read(self, *, everything: bool = False) -> None:
        """Read what may be new or other at the provider.

        The first time, and with `everything`, all orders there are; when that was cut off it goes
        on where it was. Later only from the day of the last reading on, or from that of the oldest
        order that is still unpaid or processing. Raises ProviderFault; what was read is kept.
        """
        async with self._turn:
            mark = await self._database.read(
                partial(order_store.read_mark, account=self._calls.account)
            )
            if mark is None or everything:
                mark = ReadMark(self.today, 1, None if mark is None else mark.at)
            resumed = mark.page is not None and mark.page > 1
            if mark.page is not None:
                await self._read_all(mark)
            if resumed or mark.page is None:
                await self._read_since(await self._unsettled(mark.day))

    async def follow(self, act: AccountAct) -> None:
        """Read the order that an act has made or moved, whatever else is being read.

        Raises ProviderFault.
        """
        if isinstance(act.command, SetVoucherLimit):
            return
        since = local(act.requested_at).date()
        if isinstance(act.command, PayOrder | CloseOrder):
            known = await self._find(act.command.number)
            since = since if known is None else min(since, local(known.order.created_at).date())
        # Newest first: an order that was just made stands on the first page.
        await self._read_pages(since, until=act.order, pages=None if act.order else 1)

    async def _unsettled(self, day: date) -> date:
        made = await self._database.read(
            partial(order_store.oldest_open, account=self._calls.account)
        )
        return day if made is None else min(day, local(made).date())

    async def _read_all(self, mark: ReadMark) -> None:
        """All orders from a page on. New ones only push the others back, so none is missed."""
        assert mark.page is not None
        await self._read_pages(BEGINNING, mark.page, began=mark)
        await self._note(ReadMark(mark.day, None, self._calls.now()))

    async def _read_since(self, day: date) -> None:
        today = self.today
        await self._read_pages(day)
        await self._note(ReadMark(today, None, self._calls.now()))

    async def _note(self, mark: ReadMark) -> None:
        account = self._calls.account
        await self._database.write(partial(order_store.note_mark, account=account, mark=mark))

    async def _read_pages(
        self,
        since: date,
        page: int = 1,
        *,
        began: ReadMark | None = None,
        until: str | None = None,
        pages: int | None = None,
    ) -> None:
        """Read and keep pages; with `began` the place is remembered after each.

        It ends early with the page that has the order `until`, or after so many `pages`.
        """
        changed = 0
        account = self._calls.account
        try:
            while True:
                told = await self._calls.orders(since, page)
                mark = None if began is None else replace(began, page=page + 1)
                changed += await self._database.write(
                    partial(
                        order_store.keep_page,
                        account=account,
                        orders=told.orders,
                        at=self._calls.now(),
                        mark=mark,
                    )
                )
                found = until is not None and any(one.number == until for one in told.orders)
                if page >= told.pages or page == pages or found:
                    break
                page += 1
            linking = partial(order_store.link_acts, account=account, since=midnight(since))
            changed += await self._database.write(linking)
        finally:
            if changed:
                self._announcer.announce(OrdersChanged())

    async def as_of(self) -> datetime | None:
        """When all that may be new was last read; None while that never came to its end."""
        mark = await self._database.read(
            partial(order_store.read_mark, account=self._calls.account)
        )
        return None if mark is None else mark.at

    # Asking the desk

    async def list(self, question: OrderFilter, limit: int = LISTED) -> OrderList:
        """The newest lines that match, at most `limit`, and how many match in all."""
        account = self._calls.account
        found = await self._database.read(
            partial(order_reads.listed, account=account, question=question, limit=limit)
        )
        lines = [OrderLine(None, act_from(one)) for one in found.loose]
        lines = [line for line in lines if question.matches(line)]
        total = found.total + len(lines)
        doubts: dict[str, AccountAct] = {}
        for act in map(act_from, found.on_orders):
            if act.state.open and act.order is not None:
                doubts[act.order] = act
        lines += [OrderLine(order, doubts.get(order.number)) for order in found.orders]
        lines.sort(key=lambda line: line.created_at, reverse=True)
        return OrderList(tuple(lines[:limit]), total)

    async def order(self, number: str) -> OrderDetail:
        """One order with what the desk knows of it. Raises KnownError for an unknown one."""
        found = await self._find(number)
        if found is None:
            raise KnownError(
                text(QT_TRANSLATE_NOOP("trade", "Order {number} has not been read."), number=number)
            )
        asked = [Asked.of(act_from(one)) for one in found.acts]
        asked += map(_asked_of_card, found.of_card)
        asked.sort(key=lambda one: one.at)
        question = _question(found.order) if found.cards else None
        return OrderDetail(found.order, tuple(asked), found.cards, question)

    async def _find(self, number: str) -> Found | None:
        return await self._database.read(
            partial(order_reads.found, account=self._calls.account, number=number)
        )

    async def sums(self, month: Month) -> tuple[PaidSum, ...]:
        """What was paid in a month, by kind."""
        return await self._database.read(
            partial(order_reads.paid, account=self._calls.account, month=month)
        )

    async def unpaid(self, voucher: str) -> Order | None:
        """The newest order of a voucher that waits to be paid; None when none does."""
        return await self._database.read(
            partial(order_reads.newest_unpaid, account=self._calls.account, voucher=voucher)
        )

    async def pool_of(self, card_ids: Sequence[int]) -> str | None:
        """The pooled voucher that most of these cards belong to; None when none does."""
        return await self._database.read(partial(order_reads.pool_of, card_ids=card_ids))

    async def export(self, path: Path, question: OrderFilter) -> int:
        """Write all lines that match, xlsx or csv by the file's ending; how many there are.

        The audit is told, and its head stands in the file. Raises KnownError for what the disk
        does; then there is no file.
        """
        account = self._calls.account
        head = await self._departures.head()
        file = ListFile(path, account, self._calls.now(), head, self._say)
        written = await self._database.read(
            lambda connection: write_orders(OrderReader(connection, account), question, file)
        )
        body = lines_exported(question.words, path.name, written)
        await self._departures.tell(Audited.ORDERS_EXPORTED, path, body, head)
        return written


def _asked_of_card(one: AskedOfCard) -> Asked:
    return Asked(Action(one.action).label, one.by, one.at, one.state, one.code, one.reason)


def _question(order: Order) -> CardFilter:
    """The cards of an order, cancelled ones too."""
    if order.iccid is not None:
        about = Term("iccid", Operator.ANY_OF, (order.iccid,))
    else:
        about = Term("order", Operator.ANY_OF, (order.number,))
    return CardFilter((about, Term("cancelled", Operator.ANY_OF, ("any",))))

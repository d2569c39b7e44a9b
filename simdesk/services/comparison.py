"""The daily comparison of what this desk paid with the provider's orders (reliability.md 4.9)."""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from simdesk.models.audit import Audited
from simdesk.models.changes import NotificationsChanged, OrdersChanged
from simdesk.models.comparison import Cause as Why
from simdesk.models.comparison import Compared, Comparison, Ours, Verdict, grouped
from simdesk.models.comparison_notice import NAME, notice_to_json
from simdesk.models.ledger import Cause
from simdesk.models.order_matching import compared
from simdesk.models.periods import Month, last_second, local, midnight
from simdesk.services.announcer import Announcer
from simdesk.services.audit_bodies import lines_exported
from simdesk.services.calls import Calls
from simdesk.services.comparison_export import write_comparison
from simdesk.services.departures import Departures
from simdesk.services.export_columns import Say
from simdesk.services.list_export import ListFile
from simdesk.services.storage import (
    comparison_store,
    ledger_store,
    notice_store,
    order_store,
)
from simdesk.services.storage.comparison_store import Found, Mark, Notice
from simdesk.services.storage.database import Database

_PORTION = 500
LISTED = 2_000
"""How many lines of each verdict are told at most, the newest."""


class ComparisonService:
    """Compares what the desk has read; asks no provider. `check` follows each reading of orders.

    `say` gives the language of exported files.
    """

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

    async def compare(self, first: date, last: date) -> Comparison:
        """The lines of the business days from `first` to `last`, newest first; nothing is kept."""
        lines, _ = await self._lines(first, last)
        told: dict[Verdict, int] = dict.fromkeys(Verdict, 0)
        newest = []
        for line in lines:
            if told[line.verdict] < LISTED:
                told[line.verdict] += 1
                newest.append(line)
        return Comparison(grouped(lines), tuple(newest))

    async def compared_at(self) -> datetime | None:
        """When the last daily comparison was made; None before the first."""
        return (await self._mark()).at

    async def check(self) -> int | None:
        """The daily comparison, if today's is still to be made and the orders were read today.

        Returns how many incidents are new; None where nothing was compared.
        """
        mark = await self._mark()
        read_at = await self._read_at()
        today = self.today
        done = mark.at is not None and local(mark.at).date() >= today
        if done or read_at is None or local(read_at).date() < today:
            return None
        return await self.run()

    async def run(self) -> int:
        """Compare this month and the last one now, and notify of incidents that are new.

        Where an order that surely is ours cost less than was approved, the ledger is told so.
        What was there before the desk began is told on the page, never notified of. The ledger is
        proven too; where it is wrong, that is notified of every time. Returns how many are new.
        """
        async with self._turn:
            today = self.today
            first = Month.of(today).plus(-1).first
            lines, mark = await self._lines(first, today)
            if await self._book(lines):
                lines, mark = await self._lines(first, today)
            incidents = [line for line in lines if line.incident]
            new = [
                line
                for line in incidents
                if line.key not in mark.known and line.cause is not Why.BEFORE_DESK
            ]
            known = frozenset(line.key for line in incidents)
            wrong = len(await self._database.read(ledger_store.imbalances))
            count = len(new) + wrong
            notice = Notice(NAME, notice_to_json(new, wrong), count) if count else None
            mark = replace(mark, at=self._calls.now(), known=known)
            account = self._calls.account
            job = partial(comparison_store.note, account=account, mark=mark, notice=notice)
            await self._database.write(job)
        if notice is not None:
            unread = await self._database.read(notice_store.unread)
            self._announcer.announce(NotificationsChanged(unread))
        self._announcer.announce(OrdersChanged())
        return count

    async def _book(self, lines: Sequence[Compared]) -> int:
        """Book what orders of ours cost, where that is less. Returns how many there were."""
        charges = [
            (_cause(line.ours), charged)
            for line in lines
            if line.ours is not None and (charged := line.cheaper) is not None
        ]
        now = self._calls.now()
        for start in range(0, len(charges), _PORTION):
            portion = charges[start : start + _PORTION]
            job = partial(ledger_store.put_charges, charges=portion, at=now)
            await self._database.write(job)
        return len(charges)

    async def export(
        self, path: Path, first: date, last: date, verdicts: Collection[Verdict] = ()
    ) -> int:
        """Write all lines of these verdicts, of all without them, xlsx or csv by the file's ending.

        Returns how many there are; the audit is told, and its head stands in the file. Raises
        KnownError for what the disk does; then there is no file.
        """
        lines, _ = await self._lines(first, last)
        wanted = [line for line in lines if not verdicts or line.verdict in verdicts]
        head = await self._departures.head()
        file = ListFile(path, self._calls.account, self._calls.now(), head, self._say)
        written = await asyncio.to_thread(write_comparison, wanted, (first, last), file)
        body = lines_exported(f"{first} – {last}", path.name, written)
        await self._departures.tell(Audited.COMPARISON_EXPORTED, path, body, head)
        return written

    async def _lines(self, first: date, last: date) -> tuple[list[Compared], Mark]:
        """All lines of a span, newest first."""
        mark = await self._mark()
        read_at = await self._read_at() or midnight(first)
        job = partial(comparison_store.of_span, account=self._calls.account, first=first, last=last)
        found = await self._database.read(job)
        # Not on the loop's thread: a month of a large fleet is many lines.
        told = self._calls.capabilities.query_by_serial
        lines = await asyncio.to_thread(_compared, found, mark.began, read_at, serials_told=told)
        begin, end = midnight(first), last_second(last)
        return [line for line in lines if begin <= line.at <= end], mark

    async def _mark(self) -> Mark:
        return await self._database.read(
            partial(comparison_store.read_mark, account=self._calls.account, now=self._calls.now())
        )

    async def _read_at(self) -> datetime | None:
        mark = await self._database.read(
            partial(order_store.read_mark, account=self._calls.account)
        )
        return None if mark is None else mark.at


def _cause(ours: Ours) -> Cause:
    return Cause(ours.op_id, ours.seq, None if ours.op_id is not None else ours.serial)


def _compared(
    found: Found, began: datetime, read_at: datetime, *, serials_told: bool
) -> list[Compared]:
    lines = compared(found.ours, found.orders, began, read_at, serials_told=serials_told)
    return sorted(lines, key=lambda line: (line.at, line.key), reverse=True)

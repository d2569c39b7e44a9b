"""A desk of fakes for the filter and details tests: answers at once, or when told to."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from simdesk.models.action import Action
from simdesk.models.attention import WaitingAct
from simdesk.models.capabilities import Capabilities
from simdesk.models.card import CardRow
from simdesk.models.changes import Change
from simdesk.models.errors import KnownError
from simdesk.models.paste import PasteReport
from simdesk.models.periods import Month
from simdesk.models.texts import text
from simdesk.models.usage import KB_PER_MB, CardUsage, MonthUsage
from simdesk.services.announcer import Announcer
from simdesk.services.card_records import CardRecord
from simdesk.services.rule_rows import CardRule, TriggerRecord
from simdesk.services.searches import SavedSearch
from simdesk.ui.bridge import Bridge
from simdesk.ui.context import Context
from simdesk.ui.messages import Messages
from simdesk.ui.tasks import Tasks
from tests.factories import TODAY, a_moment

ALL_ACTIONS = Capabilities(frozenset(Action), simulated=True)
NO_USAGE = CardUsage(())


def a_record(kind: str, content: str = "", operator: str = "li.wei") -> CardRecord:
    return CardRecord(a_moment(), text(kind), text(content), text(operator), text("Done"))


@dataclass
class FakeAttention:
    """What waits for a card, by its id; which cards were asked about; what was revoked."""

    waits: dict[int, WaitingAct] = field(default_factory=dict)
    asked: list[int] = field(default_factory=list)
    revoked: list[str] = field(default_factory=list)

    async def waiting_of(self, card_id: int) -> WaitingAct | None:
        self.asked.append(card_id)
        await asyncio.sleep(0)
        return self.waits.get(card_id)

    async def stop(self, operation_id: str) -> None:
        """The operations' part."""
        self.revoked.append(operation_id)


@dataclass
class FakeCards:
    """Answers from what it holds; `gates` make a card's answers wait until they are set."""

    held: dict[int, CardRow] = field(default_factory=dict)
    usages: dict[int, CardUsage] = field(default_factory=dict)
    record_lists: dict[int, tuple[CardRecord, ...]] = field(default_factory=dict)
    gates: dict[int, asyncio.Event] = field(default_factory=dict)
    capabilities: Capabilities = ALL_ACTIONS
    moment: datetime = field(default_factory=a_moment)
    asked: list[str] = field(default_factory=list)
    trouble: KnownError | None = None
    known_values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    report: PasteReport | None = None

    def today(self) -> date:
        return self.moment.date()

    def now(self) -> datetime:
        return self.moment

    async def _wait(self, card_id: int, what: str) -> None:
        self.asked.append(f"{what} {card_id}")
        if card_id in self.gates:
            await self.gates[card_id].wait()
        if self.trouble is not None:
            raise self.trouble

    async def rows(self, ids: Sequence[int]) -> tuple[CardRow, ...]:
        await self._wait(ids[0], "row")
        return tuple(self.held[one] for one in ids if one in self.held)

    async def usage(self, card_id: int, first: Month, last: Month) -> CardUsage:
        await self._wait(card_id, f"usage {first}-{last}")
        found = self.usages.get(card_id, NO_USAGE)
        months = tuple(one for one in found.months if first <= one.month <= last)
        return CardUsage(months, found.plans, found.shares)

    async def records(self, card_id: int) -> tuple[CardRecord, ...]:
        await self._wait(card_id, "records")
        return self.record_lists.get(card_id, ())

    async def known(self, name: str) -> tuple[str, ...]:
        self.asked.append(f"known {name}")
        return self.known_values.get(name, ())

    async def paste(self, words: str) -> PasteReport:
        self.asked.append(f"paste {words}")
        if self.trouble is not None:
            raise self.trouble
        assert self.report is not None
        return self.report


@dataclass
class FakeSync:
    opened_ids: list[int] = field(default_factory=list)
    trouble: KnownError | None = None
    gate: asyncio.Event | None = None

    async def opened(self, card_id: int) -> None:
        self.opened_ids.append(card_id)
        if self.gate is not None:
            await self.gate.wait()
        if self.trouble is not None:
            raise self.trouble


@dataclass
class FakeSearches:
    held: dict[int, SavedSearch] = field(default_factory=dict)
    trouble: KnownError | None = None

    async def all(self) -> tuple[SavedSearch, ...]:
        return tuple(sorted(self.held.values(), key=lambda one: one.name))

    async def save(self, name: str, filter_text: str) -> SavedSearch:
        if self.trouble is not None:
            raise self.trouble
        search = SavedSearch(max(self.held, default=0) + 1, name, filter_text)
        self.held[search.id] = search
        return search

    async def rename(self, search_id: int, name: str) -> None:
        if self.trouble is not None:
            raise self.trouble
        self.held[search_id] = SavedSearch(search_id, name, self.held[search_id].filter_text)

    async def delete(self, search_id: int) -> None:
        del self.held[search_id]


@dataclass
class FakeAutomation:
    """Rules by card; older records by rule, told page by page."""

    held: dict[int, tuple[CardRule, ...]] = field(default_factory=dict)
    older: dict[int, tuple[TriggerRecord, ...]] = field(default_factory=dict)
    asked: list[tuple[object, ...]] = field(default_factory=list)
    trouble: KnownError | None = None

    async def rules_of_card(
        self, card_id: int, voucher: str, tags: Sequence[str]
    ) -> tuple[CardRule, ...]:
        self.asked.append((card_id, voucher, tuple(tags)))
        if self.trouble is not None:
            raise self.trouble
        return self.held.get(card_id, ())

    async def records_of_card(
        self, card_id: int, rule_id: int, offset: int, limit: int
    ) -> tuple[TriggerRecord, ...]:
        self.asked.append(("older", card_id, rule_id, offset))
        return self.older[rule_id][offset : offset + limit]

    async def records_of_rule(
        self, rule_id: int, after: TriggerRecord | None, limit: int
    ) -> tuple[TriggerRecord, ...]:
        self.asked.append(("pool", rule_id, None if after is None else after.id))
        records = self.older[rule_id]
        place = 0 if after is None else records.index(after) + 1
        return records[place : place + limit]


@dataclass
class FakeDesk:
    cards: FakeCards = field(default_factory=FakeCards)
    sync: FakeSync = field(default_factory=FakeSync)
    searches: FakeSearches = field(default_factory=FakeSearches)
    automation: FakeAutomation = field(default_factory=FakeAutomation)
    attention: FakeAttention = field(default_factory=FakeAttention)
    operations: Any = None
    announcer: Announcer = field(default_factory=Announcer)
    settings: Any = field(default_factory=SimpleNamespace)


def a_context(desk: FakeDesk) -> Context:
    messages = Messages()
    return Context(cast("Any", desk), Tasks(messages), messages, Bridge(desk.announcer))


def announce(context: Context, change: Change) -> None:
    context.desk.announcer.announce(change)


async def until(condition: Callable[[], object]) -> None:
    """Let the loop run until `condition` holds; the test's own time-out ends a vain wait."""
    while not condition():
        await asyncio.sleep(0.005)


@asynccontextmanager
async def a_desk(*rows: CardRow) -> AsyncIterator[tuple[FakeDesk, Context]]:
    """A desk that holds `rows`; its tasks are ended afterwards."""
    desk = FakeDesk()
    desk.cards.held = {row.id: row for row in rows}
    context = a_context(desk)
    try:
        yield desk, context
    finally:
        await context.tasks.aclose()


def said_in(dialog: QWidget) -> str:
    """The error line of a dialog; empty while there is none."""
    line = dialog.findChild(QLabel, "errorLine")
    return line.text() if isinstance(line, QLabel) and not line.isHidden() else ""


def unnamed_controls(widget: QWidget) -> list[str]:
    """Controls the keyboard reaches that a screen reader could not name."""
    return [
        f"{type(one).__name__} {one.objectName()}"
        for one in widget.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and isinstance(one, (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QSpinBox))
        and one.isVisibleTo(widget)
        and not one.objectName().startswith("qt_")
        and not (one.accessibleName() or getattr(one, "text", str)())
    ]


def month_usage(month: Month, days: Sequence[int | None]) -> MonthUsage:
    """Usage in MB by day, the rest of the month unknown."""
    kb = [None if day is None else day * KB_PER_MB for day in days]
    return MonthUsage(month, tuple(kb) + (None,) * (31 - len(kb)))


def steady_usage(months: int, last: date = TODAY - timedelta(days=1)) -> CardUsage:
    """`months` months up to `last`, a little more on each weekday."""
    found = []
    current = Month.of(last)
    for month in current.plus(1 - months).until(current):
        days = [
            (5 + (day * 7 + month.number) % 11 + (day % 7 == 3) * 20)
            if month.first.replace(day=day) <= last
            else None
            for day in range(1, month.days + 1)
        ]
        found.append(month_usage(month, days))
    return CardUsage(tuple(found))

"""A desk in memory, for windows under test: the services' names, a list of rows behind them."""

import asyncio
from array import array
from collections import Counter
from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import cycle
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from simdesk.models.action import Action
from simdesk.models.actions import Allowed, verdict
from simdesk.models.attention import WaitingAct
from simdesk.models.capabilities import Capabilities
from simdesk.models.card import CardRow
from simdesk.models.changes import CardsChanged, PreferencesChanged, UndoChanged
from simdesk.models.errors import KnownError
from simdesk.models.filter_fields import FIELDS
from simdesk.models.filters import CANCELLED_CODE, CardFilter, Sort, folded
from simdesk.models.operations import OperationRow
from simdesk.models.orders import Money
from simdesk.models.redaction import Redactor
from simdesk.models.reviews import ReviewOf
from simdesk.models.seeking import Beginning, Sought
from simdesk.models.tags import TagColor, TagRow
from simdesk.models.texts import Text, text
from simdesk.models.usage import KB_PER_MB
from simdesk.models.value_counts import MOST_VALUES, CountOrder, ValueCounts
from simdesk.models.voucher import Carrier, PlanType
from simdesk.services.announcer import Announcer
from simdesk.services.file_language import FileLanguage
from simdesk.services.preferences import PreferenceService
from simdesk.services.sending import Ban, Sending
from simdesk.services.settings import Settings
from simdesk.services.support_bundle import SupportBundle
from simdesk.ui.bridge import Bridge
from simdesk.ui.context import Context
from simdesk.ui.messages import Messages
from simdesk.ui.tasks import Tasks
from tests.factories import TODAY, a_card_row, a_moment
from tests.value_counting import counted

EVERYTHING = Capabilities(actions=frozenset(a for a in Action if not a.local), simulated=True)
SPECIFICS = (100, 100, 100, 200, 20, 10, 300, 400, 500, 40, 130, 150, 600, 700)
TAGS = ((), ("depot",), ("depot", "north gate"), ("大连", "test", "spare part"), ())
REMARKS = (
    "",
    "north gate camera",
    "备用卡，仓库二号",
    "",
    "Replaced on 3 May after a device change",
)
PLANS = (PlanType.SC, PlanType.SF, PlanType.UP, PlanType.SCD, PlanType.SFD, PlanType.UPG)
CARRIERS = (Carrier.CMCC, Carrier.CUCC, Carrier.CTCC, Carrier.CMCC, Carrier.VNO)


def a_fleet(count: int) -> list[CardRow]:
    """Cards of every kind, ids from 1, the same every time."""
    return [_card(number) for number in range(1, count + 1)]


def _card(number: int) -> CardRow:
    carrier = CARRIERS[number % 5]
    smart = carrier is Carrier.VNO
    base = 1440993000000 + number * 7
    return a_card_row(
        id=number,
        iccid=f"898603210000{number * 13:08d}",
        msisdns=tuple(str(base + at) for at in range(3 if smart else 1)),
        imsis=(f"4600819{number:08d}",),
        carrier=carrier,
        plan_type=PLANS[number % 6],
        specific=SPECIFICS[number % len(SPECIFICS)],
        cycle_usage_kb=(number * 7919) % (300 * KB_PER_MB),
        tags=TAGS[number % 5],
        remark=REMARKS[number * 3 % 5],
    )


@dataclass(frozen=True)
class FakeTotals:
    count: int
    usage_kb: int
    usage_as_of: datetime | None


@dataclass(frozen=True)
class FakeVerdict:
    allowed: int
    cautions: tuple[Text, ...]
    blocked: tuple[tuple[Text, int], ...]


class FakeCards:
    """Answers from a list; counts what it was asked."""

    def __init__(self, rows: Sequence[CardRow], capabilities: Capabilities) -> None:
        self.all = {row.id: row for row in rows}
        self.capabilities = capabilities
        self.asked: Counter[str] = Counter()
        self.hold: asyncio.Event | None = None
        """When set, answers wait for it."""
        self.prepared = False

    def today(self) -> date:
        return TODAY

    def now(self) -> datetime:
        return a_moment(2026, 6, 15, 9, 4)

    async def _turn(self, name: str) -> None:
        self.asked[name] += 1
        await asyncio.sleep(0)
        if self.hold is not None:
            await self.hold.wait()

    def _found(self, question: CardFilter, sort: Sort) -> list[CardRow]:
        question = question.on(TODAY)
        rows = [row for row in self.all.values() if question.matches(row)]
        return sort.arranged(rows, question)

    async def first(
        self, question: CardFilter, sort: Sort, limit: int = 200
    ) -> tuple[CardRow, ...]:
        await self._turn("first")
        return tuple(self._found(question, sort)[:limit])

    async def ids(self, question: CardFilter, sort: Sort) -> "array[int]":
        await self._turn("ids")
        return array("q", (row.id for row in self._found(question, sort)))

    async def rows(self, ids: Sequence[int]) -> tuple[CardRow, ...]:
        await self._turn("rows")
        return tuple(self.all[one] for one in ids if one in self.all)

    async def total(self) -> int:
        await self._turn("total")
        return sum(row.facts.status != CANCELLED_CODE for row in self.all.values())

    async def sums(self, ids: Sequence[int]) -> FakeTotals:
        await self._turn("sums")
        rows = [self.all[one] for one in ids]
        stamps = [row.facts.usage_as_of for row in rows]
        used = sum(row.facts.cycle_usage_kb for row in rows)
        return FakeTotals(len(rows), used, min(stamps, default=None))

    async def verdicts(self, ids: Sequence[int]) -> Mapping[Action, FakeVerdict]:
        await self._turn("verdicts")
        return {action: self._judge(ids, action) for action in Action}

    def _judge(self, ids: Sequence[int], action: Action) -> FakeVerdict:
        allowed, cautions, blocked = 0, set(), Counter()
        for one in ids:
            answer = verdict(self.all[one].facts.key, action, self.capabilities, TODAY)
            if isinstance(answer, Allowed):
                allowed += 1
                cautions |= {answer.caution} - {None}
            else:
                blocked[answer.reason] += 1
        return FakeVerdict(allowed, tuple(cautions), tuple(blocked.items()))

    async def known(self, field: str) -> tuple[str, ...]:
        await self._turn("known")
        if field == "tag":
            return tuple(sorted({tag for row in self.all.values() for tag in row.tags}))
        return tuple(sorted({str(FIELDS[field].read(row)) for row in self.all.values()}))

    async def value_counts(
        self,
        cards: CardFilter | Sequence[int],
        field: str,
        order: CountOrder = CountOrder.COUNT,
        *,
        descending: bool = True,
        limit: int = MOST_VALUES,
    ) -> ValueCounts:
        await self._turn("value_counts")
        if isinstance(cards, CardFilter):
            rows = self._found(cards, Sort())
        else:
            rows = [self.all[one] for one in cards]
        return counted(rows, field, order, descending=descending, limit=limit)

    async def seek(
        self, ids: "array[int]", sought: Sought, start: int, step: int = 1
    ) -> int | None:
        await self._turn("seek")
        for at in range(len(ids)):
            row = (start + step * at) % len(ids)
            if _says(self.all[ids[row]], sought):
                return row
        return None

    async def tag_counts(self, ids: Sequence[int]) -> Mapping[str, int]:
        await self._turn("tag_counts")
        return Counter(tag for one in ids for tag in self.all[one].tags)

    async def records(self, card_id: int) -> tuple[Any, ...]:
        await self._turn("records")
        return ()

    def change(self, card_id: int, **changes: Any) -> None:
        """Change a row or its facts behind everybody's back."""
        row = self.all[card_id]
        facts = {name: value for name, value in changes.items() if hasattr(row.facts, name)}
        mine = {name: value for name, value in changes.items() if name not in facts}
        for name in ("tags", "remark"):
            if name in facts:
                mine[name] = facts.pop(name)
        self.all[card_id] = replace(row, facts=replace(row.facts, **facts), **mine)


def _says(row: CardRow, sought: Sought) -> bool:
    if not isinstance(sought, Beginning):
        return CardFilter((sought,), card_ids=(row.id,)).matches(row)
    read = FIELDS[sought.field].read(row)
    texts = (
        read
        if sought.field == "tag"
        else ("\n".join(read),)
        if isinstance(read, tuple)
        else (read,)
    )
    return any(folded(str(text or "")).startswith(folded(sought.words)) for text in texts)


class FakeEdits:
    def __init__(self, cards: FakeCards, announcer: Announcer) -> None:
        self._cards = cards
        self._announcer = announcer
        self.undo_label: Text | None = None
        self.redo_label: Text | None = None

    async def set_remark(self, ids: Collection[int], remark: str) -> None:
        for one in ids:
            self._cards.change(one, remark=remark)
        self.undo_label = text(
            "remark of 1 card" if len(ids) == 1 else f"remark of {len(ids)} cards"
        )
        self._announcer.announce(CardsChanged(frozenset(ids), frozenset({"remark"})))
        self._announcer.announce(UndoChanged())

    async def undo(self) -> None:
        self.undo_label, self.redo_label = None, self.undo_label
        self._announcer.announce(UndoChanged())

    async def redo(self) -> None:
        self.undo_label, self.redo_label = self.redo_label, None
        self._announcer.announce(UndoChanged())


class FakeSync:
    def __init__(self) -> None:
        self.runs = 0
        self.refreshed: list[tuple[int, ...]] = []
        self.stopped = False

    async def run(self) -> None:
        self.runs += 1

    async def refresh(self, card_ids: Sequence[int]) -> None:
        self.refreshed.append(tuple(card_ids))

    async def opened(self, card_id: int) -> None:
        del card_id

    def stop(self) -> None:
        self.stopped = True


class FakeFollowing:
    """The sync alone; nothing follows it."""

    def __init__(self, sync: FakeSync) -> None:
        self.sync = sync.run


class FakeOperations:
    def __init__(self) -> None:
        self.running = False
        self.previewed: list[Any] = []
        self.rows: tuple[OperationRow, ...] = ()
        self.done: list[tuple[str, str]] = []

    async def operations(self) -> tuple[OperationRow, ...]:
        return self.rows

    async def items(self, *asked: Any) -> tuple[Any, ...]:
        del asked
        return ()

    async def pause(self, operation_id: str) -> None:
        self.done.append(("pause", operation_id))

    async def carry_on(self, operation_id: str) -> None:
        self.done.append(("carry on", operation_id))

    async def stop(self, operation_id: str) -> None:
        self.done.append(("stop", operation_id))

    async def preview(self, request: Any, ids: Sequence[int]) -> Any:
        self.previewed.append((request, tuple(ids)))
        await asyncio.Event().wait()


class FakeAttention:
    """Nothing waits, nothing needs a person."""

    async def persons(self) -> tuple[Any, ...]:
        return ()

    async def waiting_of(self, card_id: int) -> WaitingAct | None:
        del card_id
        return None


class FakeProvider:
    name = "simulator"
    account = "demo"
    identity = "world-1"

    def __init__(self, capabilities: Capabilities) -> None:
        self.capabilities = capabilities
        self.money = Money(1_240_000)

    def now(self) -> datetime:
        return a_moment(2026, 6, 15, 9, 4)

    async def balance(self) -> Money | None:
        return self.money


class FakeSearches:
    async def all(self) -> tuple[Any, ...]:
        return ()


class FakePurchases:
    """Nothing was bought, nothing is in doubt."""

    async def doubts(self) -> tuple[Any, ...]:
        return ()


class FakeExports:
    def __init__(self) -> None:
        self.under_way: tuple[str, ...] = ()

    def default_name(self) -> str:
        return "cards 2026-06-15"

    async def exports(self) -> tuple[Any, ...]:
        return ()


class FakeAutomation:
    """No rules; as many unread notifications as the test says."""

    def __init__(self) -> None:
        self.not_read = 0

    async def list(self) -> tuple[Any, ...]:
        return ()

    async def notifications(self, rule_id: int | None = None) -> tuple[Any, ...]:
        del rule_id
        return ()

    async def unread(self) -> int:
        return self.not_read

    async def rules_of_card(
        self, card_id: int, voucher: str, tags: Collection[str]
    ) -> tuple[Any, ...]:
        del card_id, voucher, tags
        return ()


class FakeTags:
    """Every tag of the fleet that is on a card, in a colour of its own."""

    def __init__(self, cards: FakeCards) -> None:
        self._cards = cards

    async def list(self) -> tuple[TagRow, ...]:
        names = await self._cards.known("tag")
        return tuple(
            TagRow(number, name, color, 1, 0)
            for number, (name, color) in enumerate(zip(names, cycle(TagColor), strict=False), 1)
        )


class FakeResumption:
    """Allows at once; `error` is raised instead."""

    def __init__(self, sending: Sending) -> None:
        self.error: KnownError | None = None
        self._sending = sending

    async def go_on(self) -> bool:
        if self.error is not None:
            raise self.error
        self._sending.allow(Ban.FAILED)
        return True


class FakeDesk:
    """Looks like `compose.Desk` to the window."""

    def __init__(
        self, folder: Path, rows: Sequence[CardRow], capabilities: Capabilities = EVERYTHING
    ) -> None:
        self.name = "demo"
        self.folder = folder
        self.provider = FakeProvider(capabilities)
        self.simulation = SimpleNamespace(
            now=self.provider.now(), paused=False, speed=1.0, wallet=self.provider.money
        )
        self.announcer = Announcer()
        self.sending = Sending(self.announcer)
        self.resumption = FakeResumption(self.sending)
        self.custody = SimpleNamespace(
            safe_mode=SimpleNamespace(on=False),
            restoring=SimpleNamespace(since=None),
            sqlite_warning=None,
        )
        self.support = SupportBundle(
            folder,
            Redactor(),
            desk=folder / "desk.db",
            settings=Settings(folder / "s.json"),
            now=self.provider.now,
        )
        self.cards = FakeCards(rows, capabilities)
        self.edits = FakeEdits(self.cards, self.announcer)
        self.tags = FakeTags(self.cards)
        self.searches = FakeSearches()
        self.sync = FakeSync()
        self.following = FakeFollowing(self.sync)
        self.purchases = FakePurchases()
        self.operations = FakeOperations()
        self.attention = FakeAttention()
        self.exports = FakeExports()
        self.automation = FakeAutomation()
        self.settings = Settings(folder / "settings.json")
        self.file_language = FileLanguage()
        self.preferences = PreferenceService()
        self.preferences.subscribe(lambda _: self.announcer.announce(PreferencesChanged()))
        self.review: ReviewOf | None = None


def a_context(desk: Any) -> Context:
    """The context of a window over a desk, fake or real."""
    messages = Messages()
    preferences = getattr(desk, "preferences", None) or PreferenceService()
    return Context(desk, Tasks(messages), messages, Bridge(desk.announcer), preferences)


async def until(holds: Callable[[], bool], turns: int = 400) -> None:
    """Let the loop turn until something holds; fails when it does not come true."""
    for _ in range(turns):
        if holds():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it never came true")


@asynccontextmanager
async def a_window(desk: Any) -> AsyncIterator[Any]:
    """The real main window over a desk, shown and filled; taken down in good order."""
    from simdesk.ui.main_window import MainWindow

    context = a_context(desk)
    window = MainWindow(desk.name, desk.settings, preferences=context.preferences.current)
    window.furnish(context)
    window.resize(1366, 768)
    window.show()
    try:
        await until(lambda: window.cards.presenter.facts.usage_as_of is not None)
        yield window
    finally:
        window.hide()
        context.bridge.close()
        await context.tasks.aclose()
        window.deleteLater()

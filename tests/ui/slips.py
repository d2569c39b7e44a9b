"""An operator whose hands slip, before the real window over a real desk and a watched provider.

The watcher keeps every preview that was put on the screen and every one that was confirmed; the
provider keeps every command that reached it. The rules of the gate are written here once more.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from simdesk.compose import Desk, SystemClock, open_desk
from simdesk.models.action import Action
from simdesk.models.commands import AddOn, Command, Renew, SetUsageLimit
from simdesk.models.filters import CardFilter, Sort
from simdesk.models.guards import Guards
from simdesk.models.operation_steps import Step
from simdesk.models.operations import AddOnRequest, LimitRequest, Preview, RenewRequest
from simdesk.models.orders import AddOnOffer, Money, Offers, RenewalOffer
from simdesk.models.outcomes import Outcome
from simdesk.models.status import SpecificStatus
from simdesk.services.providers.simulator import FleetPlan
from simdesk.ui.dialogs.act import READ_MS, ActDialog
from tests.factories import a_moment
from tests.services.scripted_provider import EVERYTHING, ScriptedProvider, cards
from tests.ui.fakes import a_window, until

CARDS = 120
ACTS = (
    Action.SUSPEND,
    Action.RESUME,
    Action.RENEW,
    Action.ADD_ON,
    Action.CANCEL,
    Action.USAGE_LIMIT,
    Action.AUTO_RENEW_ON,
    Action.AUTO_RENEW_OFF,
)
_PAID = (Action.RENEW, Action.ADD_ON)
_FITTING = {
    "changed price": _PAID,
    "wrong number": (Action.CANCEL, *_PAID, Action.AUTO_RENEW_ON),
    "no reason": (Action.CANCEL,),
    "over the cap": _PAID,
    "enter held": (Action.SUSPEND, Action.RESUME, Action.AUTO_RENEW_OFF, Action.CANCEL),
}
"""Acts on which a slip can do harm; any act for the others."""
FINAL, RISKY = {"cancel"}, {"renew", "add_on", "auto_renew_on", "force_activate", "auto_rebind"}
FLEET = FleetPlan(CARDS, provider="watched")


class WatchedProvider(ScriptedProvider):
    """Its prices rise when a slip wants it; its business time jumps; it forgets no command."""

    name = "watched"
    identity = "watched:scripted world"

    def __init__(self) -> None:
        clock: Any = SystemClock()
        fleet = cards(CARDS, voucher="CM_SC_M_1_30M")
        some = [
            replace(one, status=35, specific=int(SpecificStatus.MANUAL)) if place % 3 == 0 else one
            for place, one in enumerate(fleet)
        ]
        super().__init__(clock, some, (), EVERYTHING, latency=0.001)
        self._begun = clock.monotonic()
        self.commands: list[tuple[Command, str]] = []
        self.dearer = 0
        self.jumped = timedelta(0)

    def now(self) -> datetime:
        passed = timedelta(seconds=self.clock.monotonic() - self._begun)
        return a_moment(2026, 6, 3) + passed + self.jumped

    async def offers(self, card: Any) -> Offers:
        await asyncio.sleep(0.001)
        return Offers(
            (RenewalOffer(1, 1, Money(500 + self.dearer)),),
            (AddOnOffer(102_400, Money(300 + self.dearer)),),
        )

    async def send(self, command: Any, serial: str) -> Outcome:
        self.commands.append((command, serial))
        return await super().send(command, serial)


@dataclass
class Watcher:
    """Looks at every preview the moment it stands, and at the gate the moment it is passed."""

    account: str
    shown: list[Preview] = field(default_factory=list)
    confirmed: list[Preview] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    known: set[int] = field(default_factory=set)

    def watch(self, window: QWidget) -> list[ActDialog]:
        """Follow the dialogs that have opened; returns those that stand."""
        open_ones = [one for one in window.findChildren(ActDialog) if one.isVisible()]
        for dialog in open_ones:
            if id(dialog) not in self.known:
                self.known.add(id(dialog))
                dialog.previewed.connect(partial(self._on_previewed, dialog))
                dialog.confirming.connect(partial(self._on_confirming, dialog))
                dialog.destroyed.connect(partial(self.known.discard, id(dialog)))
        return open_ones

    def _on_previewed(self, dialog: ActDialog, preview: Preview) -> None:
        self._read(dialog, preview, "shown")
        self.shown.append(preview)

    def _read(self, dialog: ActDialog, preview: Preview, when: str) -> None:
        # What counts as shown is what a person can read there.
        said = " ".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())
        if f"{preview.eligible_count:,} will be acted on" not in said:
            self.wrong.append(f"{when} without its number: {said}")
        if preview.total is not None and str(preview.total) not in said:
            self.wrong.append(f"{when} without its price: {said}")

    def _on_confirming(self, dialog: ActDialog, preview: Preview) -> None:
        if not any(preview is one for one in self.shown):
            self.wrong.append("confirmed before it was shown")
        self._read(dialog, preview, "confirmed")
        if preview.obstacles:
            self.wrong.append("confirmed against an obstacle")
        self.wrong.extend(self._closed_gate(dialog, preview))
        self.confirmed.append(preview)

    def _closed_gate(self, dialog: ActDialog, preview: Preview) -> list[str]:
        count, action = preview.eligible_count, preview.request.action.value
        fields = {
            line.accessibleName(): line.text()
            for line in dialog.findChildren(QLineEdit)
            if line.isVisible()
        }
        number = next((v for k, v in fields.items() if k.startswith("Type the number")), None)
        reason = next((v for k, v in fields.items() if k.startswith("Reason")), None)
        asked = count >= 2 if action in FINAL else action in RISKY and count >= 10
        found = []
        if asked and number != str(count):
            found.append(f"{action} of {count} with the number {number!r}")
        if action in FINAL and not (reason or "").strip():
            found.append(f"{action} without a reason")
        if action in FINAL and count == 1 and not dialog.gate.tick.isChecked():
            found.append(f"{action} of one without a tick")
        return found


def unpreviewed(desk_cards: dict[str, int], watcher: Watcher, sent: list[Command]) -> list[str]:
    """What is wrong with the commands: each needs a confirmed preview of its own, as shown."""
    left = [Counter(preview.eligible_ids) for preview in watcher.confirmed]
    found = []
    for command in sent:
        card = desk_cards[command.card.iccid]
        for preview, cards_left in zip(watcher.confirmed, left, strict=True):
            if cards_left[card] and says(preview, card, command):
                cards_left[card] -= 1
                break
        else:
            found.append(f"never confirmed: {command}")
    return found


def says(preview: Preview, card: int, command: Command) -> bool:
    """The preview told of exactly this: the act, its parameters, the price of this card."""
    request = preview.request
    if request.action is not command.action:
        return False
    group = next(group for group in preview.eligible if card in group.card_ids)
    match command, request:
        case Renew(periods=periods, price=price), RenewRequest():
            return (periods, price) == (request.periods, group.price)
        case AddOn(tier_kb=tier, quantity=quantity, price=price), AddOnRequest():
            asked = (request.tier_kb, request.quantity, group.price)
            return (tier, quantity, price) == asked
        case SetUsageLimit(limit_mb=limit, auto_restore=restore), LimitRequest():
            return (limit, restore) == (request.limit_mb, request.auto_restore)
    return True


class Operator:
    """Works in the window by keys and clicks; each slip is one of the ways hands go wrong."""

    def __init__(self, desk: Desk, provider: WatchedProvider, window: Any, seed: int) -> None:
        self.desk = desk
        self.provider = provider
        self.window = window
        self.random = Random(seed)
        self.watcher = Watcher(desk.provider.account)
        self.slips: dict[str, Callable[[ActDialog], Awaitable[None]]] = {
            "double click": self.double_click,
            "enter held": self.enter_held,
            "stale screen": self.stale_screen,
            "wrong filter": self.wrong_filter,
            "changed price": self.changed_price,
            "hasty form": self.hasty_form,
            "wrong number": self.wrong_number,
            "thought better": self.thought_better,
            "no reason": self.no_reason,
            "over the cap": self.over_the_cap,
        }

    @property
    def quiet(self) -> bool:
        return not self.window._context.tasks.names() and not self.desk.operations.running

    async def slip(self, name: str) -> None:
        """Choose some cards and an act, and go wrong in this way; leaves nothing open."""
        dialog = await self._open(_FITTING.get(name, ACTS))
        if dialog is not None:
            await self.slips[name](dialog)
        await self._end()

    async def _open(self, acts: Sequence[Action]) -> ActDialog | None:
        self.window.show_page("cards")
        ids = list(await self.desk.cards.ids(CardFilter(), Sort()))
        for _ in range(12):
            action = self.random.choice(acts)
            # Cancelled cards are gone for good: they must last until the end.
            most = 3 if action is Action.CANCEL else len(ids)
            some = self.random.sample(ids, min(most, self.random.choice((1, 2, 5, 12, 30))))
            self.window.cards.table.selected.select(some)
            self.window.cards.presenter.judge_now()
            await until(lambda: self.quiet, 2_000)
            button = self.window.registry.actions[f"card.{action.value}"]
            if button.isEnabled():
                button.trigger()
                return self._standing()
        return None

    def _standing(self) -> ActDialog | None:
        found = self.watcher.watch(self.window)
        return found[-1] if found else None

    async def _end(self) -> None:
        await until(lambda: self.quiet, 4_000)
        for dialog in self.watcher.watch(self.window):
            dialog.reject()
        if self.random.random() < 0.1:
            self.provider.jumped += timedelta(hours=25)
            await self.desk.operations.release_due()
        if self.random.random() < 0.3:
            await self._after()
        await until(lambda: self.quiet, 4_000)

    async def _after(self) -> None:
        """Retry or reverse what is newest, both pressed twice."""
        self.window.show_page("operations")
        await until(lambda: self.quiet, 2_000)
        for step in (Step.RETRY, Step.REVERSE):
            self.window.operations.do(step)
            dialog = self._standing()
            if dialog is not None:
                self.window.operations.do(step)
                self.watcher.watch(self.window)
                await self._ready(dialog)
                await self.double_click(dialog)
                await until(lambda: self.quiet, 4_000)
                for left in self.watcher.watch(self.window):
                    left.reject()
        self.window.show_page("cards")

    # Hands

    async def _ready(self, dialog: ActDialog) -> None:
        if dialog.isVisible():
            self._fill(dialog)
            await until(lambda: not self.window._context.tasks.names(), 2_000)

    def _fill(self, dialog: ActDialog) -> None:
        lines = dialog._form.findChildren(QLineEdit)
        if lines:
            lines[0].setText(f"{self.random.randint(1, 900)}MB")

    def _answer(self, dialog: ActDialog, number: str | None = None) -> None:
        preview = dialog.preview
        if preview is not None:
            dialog.gate.tick.setChecked(True)
            dialog.gate.number.setText(number or str(preview.eligible_count))
            dialog.gate.name.setText(self.watcher.account)
            dialog.reason.line.setText("a slip")

    def _click(self, dialog: ActDialog, times: int = 1) -> None:
        button, left = dialog.confirm_button, Qt.MouseButton.LeftButton
        place = QPoint(button.width() // 2, button.height() // 2)
        QTest.mouseClick(button, left, pos=place)
        for _ in range(times - 1):
            QTest.mouseDClick(button, left, pos=place)
            QTest.mouseClick(button, left, pos=place)

    def _enter(self, target: QWidget, *, held: bool) -> None:
        none = Qt.KeyboardModifier.NoModifier
        kind = QEvent.Type.KeyPress
        event = QKeyEvent(kind, Qt.Key.Key_Return, none, "\r", held)
        QApplication.sendEvent(target, event)

    # Slips

    async def double_click(self, dialog: ActDialog) -> None:
        """Twice, and twice again, on the button; then once more while it is being sent."""
        self._click(dialog, 2)
        await self._ready(dialog)
        self._answer(dialog)
        self._click(dialog, 3)
        await asyncio.sleep(0)
        if self.watcher.watch(self.window):
            self._click(dialog, 2)

    async def enter_held(self, dialog: ActDialog) -> None:
        """Since before the dialog stood, and on."""
        before = len(self.watcher.confirmed)
        for turn in range(12):
            focused = dialog.focusWidget()
            self._enter(focused if turn % 2 and focused is not None else dialog, held=turn > 0)
            await asyncio.sleep(0.002)
            if len(self.watcher.confirmed) > before:
                self.watcher.wrong.append("a key held down confirmed")
                return
        await self._ready(dialog)
        if self.random.random() < 0.5:
            await asyncio.sleep(READ_MS / 900)
        for _ in range(12):
            self._enter(dialog.confirm_button, held=True)
        if len(self.watcher.confirmed) > before:
            self.watcher.wrong.append("a key held down confirmed")
            return
        self._enter(dialog, held=False)

    async def stale_screen(self, dialog: ActDialog) -> None:
        """The cards change at the provider, and are read, between preview and click."""
        await self._ready(dialog)
        self._answer(dialog)
        for ref, facts in self.provider.cards_by_ref.items():
            if facts.specific in (100, 200) and self.random.random() < 0.5:
                other = (35, 200) if facts.specific == 100 else (30, 100)
                changed = replace(facts, status=other[0], specific=other[1])
                self.provider.cards_by_ref[ref] = changed
        await self.desk.sync.run()
        self._click(dialog)

    async def wrong_filter(self, dialog: ActDialog) -> None:
        """Other cards are looked for and chosen while the preview stands."""
        await self._ready(dialog)
        self._answer(dialog)
        self.window.cards.presenter.ask(CardFilter(card_ids=(1, 2, 3)))
        self.window.cards.table.selected.select([1, 2, 3])
        await asyncio.sleep(0.002)
        self._click(dialog)
        await until(lambda: self.quiet, 4_000)
        self.window.cards.presenter.ask(CardFilter())

    async def changed_price(self, dialog: ActDialog) -> None:
        """It costs more now: refused, previewed anew, and only then confirmed."""
        await self._ready(dialog)
        self._answer(dialog)
        self.provider.dearer += self.random.randint(1, 99)
        self._click(dialog)
        await until(lambda: self.quiet, 4_000)
        if dialog in self.watcher.watch(self.window) and dialog._again.isVisible():
            dialog._again.click()
            self._click(dialog)
            await self._ready(dialog)
            self._answer(dialog)
            self._click(dialog)

    async def hasty_form(self, dialog: ActDialog) -> None:
        """The form is changed and the button clicked in one breath, before any preview."""
        for _ in range(3):
            self._fill(dialog)
            self._answer(dialog)
            self._click(dialog)
            await asyncio.sleep(0)
            if not self.watcher.watch(self.window):
                return
        await self._ready(dialog)
        self._answer(dialog)
        self._click(dialog)

    async def wrong_number(self, dialog: ActDialog) -> None:
        """Another number than that of the cards, and the button."""
        await self._ready(dialog)
        for number in ("0", "99999", "1"):
            self._answer(dialog, number)
            self._click(dialog)
            await asyncio.sleep(0)
            if not self.watcher.watch(self.window):
                return

    async def no_reason(self, dialog: ActDialog) -> None:
        """The gate is open, but nobody said why."""
        await self._ready(dialog)
        self._answer(dialog)
        dialog.reason.line.setText("  ")
        self._click(dialog, 2)

    async def over_the_cap(self, dialog: ActDialog) -> None:
        """More than may be spent in a day, clicked and entered all the same."""
        cap = Guards(cap=Money(self.random.choice((0, 600))))
        await self.desk.guards.change(cap)
        await self._ready(dialog)
        if self.random.random() < 0.7:
            dialog.judge()
            await self._ready(dialog)
        self._answer(dialog)
        self._click(dialog, 2)
        await until(lambda: self.quiet, 4_000)
        await self.desk.guards.change(Guards())

    async def thought_better(self, dialog: ActDialog) -> None:
        """Closed while the preview is made or the act is sent."""
        await asyncio.sleep(self.random.choice((0, 0.002)))
        dialog.reject()
        await self._ready(dialog)


@asynccontextmanager
async def an_operator(folder: Path, seed: int) -> AsyncIterator[Operator]:
    """A window over a small desk of a watched provider, its list read."""
    provider = WatchedProvider()

    async def opener(*asked: Any) -> Any:
        del asked
        return provider

    random = Random(seed)
    desk = await open_desk(
        folder,
        FLEET,
        SystemClock(),
        "Li Na",
        random_bits=random.getrandbits,
        openers={"watched": opener},
    )
    try:
        await desk.sync.run()
        async with a_window(desk) as window:
            yield Operator(desk, provider, window, seed)
    finally:
        await desk.aclose()

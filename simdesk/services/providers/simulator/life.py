"""One card of the world in memory: its state, its counters and its sub-cards."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from simdesk.models.actions import ActionKey
from simdesk.models.status import (
    MOVES,
    Base,
    CardState,
    Event,
    Refusal,
    SpecificStatus,
    moved,
    smart_status,
)
from simdesk.services.providers.simulator import holds, moments
from simdesk.services.providers.simulator.lines import VoucherRow

WHOLE: Final = frozenset(
    event
    for event, moves in MOVES.items()
    if any(move.to is not None or move.due for move in moves)
)
"""Events of a card as one: all its sub-cards follow, or none."""


@dataclass(slots=True)
class SubLife:
    """One carrier's channel of a smart card; it shares base and cancellation with the card."""

    seq: int
    msisdn: str
    weight: int
    holds: int
    certified: int
    open_from: int
    open_secs: int
    cycle_kb: int


@dataclass(slots=True)
class Life:
    """A row of table `state`, moments in seconds, days counted from 1970, 0 for never and none."""

    card: int
    base: int
    holds: int
    due: int
    due_on: int
    open_from: int
    open_secs: int
    plugged: int
    device: int
    imei: int
    certified: int
    auto_renew: int
    auto_rebind: int
    limit_kb: int
    limit_restore: int
    overridden: int
    activated: int
    method: str
    expires: int
    periods: int
    anchor: int
    test_until: int
    test_quota: int
    test_kb: int
    silent_until: int
    stopped_on: int
    cycle_kb: int
    month_kb: int
    extra_kb: int
    extra_until: int
    sms: int
    line: VoucherRow
    subs: list[SubLife] = field(default_factory=list)

    @property
    def state(self) -> CardState:
        """Its own state; a smart card's holds are those of any of its sub-cards."""
        return holds.state_of(self.base, self.holds, self.due)

    def sub_state(self, sub: SubLife) -> CardState:
        return holds.state_of(self.base, sub.holds, self.due)

    @property
    def specific(self) -> SpecificStatus:
        if self.subs:
            return smart_status([self.sub_state(sub) for sub in self.subs])
        return self.state.specific

    @property
    def key(self) -> ActionKey:
        return self._key(self.specific)

    def sub_key(self, sub: SubLife) -> ActionKey:
        """How a named sub-card is judged: by its own status."""
        return self._key(self.sub_state(sub).specific)

    def _key(self, specific: SpecificStatus) -> ActionKey:
        plan = self.line.voucher.plan_type
        return ActionKey(specific, plan, bool(self.subs), bool(self.auto_renew), bool(self.due))

    def happen(self, event: Event, at: int, only: Collection[int] | None = None) -> Refusal | None:
        """Let `event` move the card, or say why it cannot (domain.md 2.4).

        `only` names sub-cards by seq; the others are left out. Events of the card as a whole
        move all sub-cards or none; of the others, those move that can, one at least.
        """
        if not self.subs:
            new = moved(self.state, event)
            if isinstance(new, Refusal):
                return new
            self._take(new, at)
            return None
        return self._happen_to_subs(event, at, only if event not in WHOLE else None)

    def _happen_to_subs(
        self, event: Event, at: int, only: Collection[int] | None
    ) -> Refusal | None:
        chosen = [sub for sub in self.subs if only is None or sub.seq in only]
        news = [moved(self.sub_state(sub), event) for sub in chosen]
        refused = [new for new in news if isinstance(new, Refusal)]
        if refused and (event in WHOLE or len(refused) == len(news)):
            return refused[0]
        was = [holds.is_open(self.base, sub.holds) for sub in self.subs]
        for sub, new in zip(chosen, news, strict=True):
            if isinstance(new, CardState):
                sub.holds = holds.mask_of(new)
                self.base, self.due = int(new.base), int(new.cancellation_due)
        for sub, before in zip(self.subs, was, strict=True):
            _clock(sub, before, holds.is_open(self.base, sub.holds), at)
        self.holds = 0
        for sub in self.subs:
            self.holds |= sub.holds
        return None

    def _take(self, new: CardState, at: int) -> None:
        before = holds.is_open(self.base, self.holds)
        self.base, self.holds = int(new.base), holds.mask_of(new)
        self.due = int(new.cancellation_due)
        _clock(self, before, holds.is_open(self.base, self.holds), at)

    @property
    def limit(self) -> int:
        """The usage limit in KB that counts: the card's own wins (domain.md 9, row 17)."""
        return self.limit_kb or self.line.limit_kb

    @property
    def ended(self) -> bool:
        return self.base == Base.CANCELLED


def _clock(channel: Life | SubLife, before: bool, after: bool, at: int) -> None:
    """Keep account of how long today the network is open."""
    if before and not after:
        begun = max(channel.open_from, moments.begin(moments.day_at(at)))
        channel.open_secs += max(0, at - begun)
        channel.open_from = 0
    elif after and not before:
        channel.open_from = at

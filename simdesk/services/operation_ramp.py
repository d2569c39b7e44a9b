"""A bulk feels its way: 1, 10, 100 cards, 1 %, then the rest, and pauses when it goes wrong.

(reliability.md 4.10)
"""

import asyncio
from collections.abc import Iterable, Sequence

from simdesk.models.action import Action, Risk
from simdesk.models.operations import ItemState
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text

_LARGE = {Risk.EASY: 1000, Risk.HARD: 50, Risk.PAYS: 50, Risk.FINAL: 50}
"""From so many cards on a bulk is ramped; the riskier the fewer."""
_STEPS = (1, 10, 100)
_IN_A_ROW = 20
_SHARE = 100
"""One in so many may go wrong."""
_BY_CHANCE = 5
"""So few never make a share."""
_WRONG = (ItemState.FAILED, ItemState.UNKNOWN, ItemState.NOT_APPLIED)

_FIRST_WRONG = QT_TRANSLATE_NOOP("trade", "One of the first {count} did not go as expected: {why}")
_ROW_WRONG = QT_TRANSLATE_NOOP("trade", "{count} in a row did not go as expected, the last: {why}")
_SHARE_WRONG = QT_TRANSLATE_NOOP(
    "trade", "{wrong} of {count} did not go as expected, the last: {why}"
)


def ramp_of(action: Action, total: int) -> tuple[int, ...]:
    """Up to how many cards each step goes; empty for a bulk that needs none."""
    if total < _LARGE.get(action.risk, total + 1):
        return ()
    return (*(step for step in _STEPS if step < total), *_one_percent(total))


def _one_percent(total: int) -> Iterable[int]:
    share = total // 100
    return (share,) if _STEPS[-1] < share else ()


class Ramp:
    """Lets a bulk begin as many items as its step allows, until the step was looked at.

    `dealt` items of earlier runs count: what an operator has seen is passed.
    """

    def __init__(self, steps: Sequence[int], dealt: int) -> None:
        self._steps = [step for step in steps if step > dealt]
        self._begun = self._ended = dealt
        self._checking = False
        self._news = asyncio.Event()

    @property
    def climbing(self) -> bool:
        """There are steps left to pass."""
        return bool(self._steps)

    @property
    def free(self) -> bool:
        """One more item may begin."""
        return not self._steps or self._begun < self._steps[0]

    def begin(self) -> None:
        self._begun += 1

    def end(self) -> None:
        """An item that began is dealt with."""
        self._ended += 1
        if self._ended >= self._begun:
            self._news.set()

    def may_check(self) -> bool:
        """True for the one who is to look at the step, once all of it is dealt with."""
        if self._checking or self._ended < self._begun:
            return False
        self._checking = True
        return True

    def checked(self) -> None:
        """The step was looked at: on to the next."""
        self._checking = False
        self._steps = self._steps[1:]
        self._news.set()

    async def moved(self) -> None:
        """Wait until all that began has ended, or the step was passed."""
        self._news.clear()
        await self._news.wait()

    def wake(self) -> None:
        """Let everyone who waits look anew."""
        self._news.set()


class Tripwire:
    """Counts what goes wrong. `tolerated` are the codes an operator has seen and let pass.

    While a bulk is ramped the first failure trips, later 20 in a row or one in a hundred; a bulk
    that is not ramped has the 20 in a row alone.
    """

    def __init__(self, ramped: bool, tolerated: frozenset[str] = frozenset()) -> None:
        self._ramped = ramped
        self._tolerated = tolerated
        self._count = self._wrong = self._row = 0

    def note(
        self, state: ItemState, code: str | None, why: str | None, *, climbing: bool
    ) -> Text | None:
        """One more card is dealt with. The reason to pause, None where there is none."""
        self._count += 1
        if state not in _WRONG:
            self._row = 0
            return None
        self._row += 1
        said = why or code or state.value
        if self._row >= _IN_A_ROW:
            self._row = 0
            return text(_ROW_WRONG, count=_IN_A_ROW, why=said)
        # The journal tells failures apart in the same way (`journal_states.parked`).
        if not self._ramped or (code or state.value) in self._tolerated:
            return None
        self._wrong += 1
        if climbing:
            return text(_FIRST_WRONG, count=f"{self._count:,}", why=said)
        if self._wrong > _BY_CHANCE and self._wrong * _SHARE > self._count:
            return text(_SHARE_WRONG, wrong=self._wrong, count=f"{self._count:,}", why=said)
        return None

"""A set of holds as the file keeps it: one bit each."""

from typing import Final

from simdesk.models.status import Base, CardState, Hold

BITS: Final = {hold: 1 << place for place, hold in enumerate(Hold)}
MANUAL: Final = BITS[Hold.MANUAL]
USAGE: Final = BITS[Hold.USAGE]
CREDIT: Final = BITS[Hold.CREDIT]
DEVICE: Final = BITS[Hold.DEVICE]
REAL_NAME: Final = BITS[Hold.REAL_NAME]
ABNORMAL: Final = BITS[Hold.ABNORMAL]
_SETS: Final = tuple(
    frozenset(hold for hold, bit in BITS.items() if mask & bit) for mask in range(1 << len(BITS))
)
_STATES: Final = {
    (int(base), mask, due): CardState(base, holds, due)
    for base in Base
    for mask, holds in enumerate(_SETS)
    for due in (False, True)
}
_CODES: Final = {
    parts: (int(state.specific.parent), int(state.specific)) for parts, state in _STATES.items()
}


def codes_of(base: int, mask: int, due: bool | int) -> tuple[int, int]:
    """Status and specific status of the state with these stored parts, as people see them."""
    return _CODES[base, mask, bool(due)]


def state_of(base: int, mask: int, due: bool | int) -> CardState:
    """The state with these stored parts."""
    return _STATES[base, mask, bool(due)]


def mask_of(state: CardState) -> int:
    return sum(BITS[hold] for hold in state.holds)


def is_open(base: int, mask: int) -> bool:
    """Whether traffic can pass: in use, or on test, with no hold."""
    return base in (Base.ACTIVE, Base.TESTABLE) and not mask

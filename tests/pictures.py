"""The trade's two tables as pictures, written by hand from domain.md 2.4 and 2.5.

They deliberately import no table of the program: service, simulator and buttons are held against
what stands here. `after` says what an event makes of a state, `permitted` whether an action may be
asked for.
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations, product

from simdesk.models.action import Action
from simdesk.models.actions import ActionKey
from simdesk.models.status import Base, CardState, Event, Hold, SpecificStatus, Trigger
from simdesk.models.voucher import PlanType

# Cells: "." refused, "=" nothing changes, "+h" and "-h" add and take away a hold, a base is gone
# to. 20 and 30 are reached without holds; 40 hides the holds; "back" is 30 with the hidden holds
# of 500, 600 and 700; "due" marks a cancellation that finishes next month; "50!" needs that mark.
# Columns are specific statuses, 150 apart: it is derived from sub-cards. The second column says
# who: only what the operator does is refused while a cancellation is due.
MOVES = """
event                  who 10   130  20   100  200  300  400  500  600  700  40   50
test ended             TI  20   .    .    .    .    .    .    .    .    .    .    .
test quota exceeded    CA  30   .    .    .    .    .    .    .    .    .    .    .
device changed         CA  +500 +500 .    +500 +500 +500 +500 +500 +500 +500 .    .
device released        OP  .    -500 .    .    .    .    .    -500 .    .    .    .
first traffic          CA  .    .    30   .    .    .    .    .    .    .    .    .
carrier activated      CA  .    .    30   .    .    .    .    .    .    .    .    .
silent period ended    TI  .    .    30   .    .    .    .    .    .    .    .    .
force activated        OP  .    .    30   .    .    .    .    .    .    .    .    .
suspended              OP  .    .    .    +200 .    .    .    .    .    .    .    .
resumed                OP  .    .    .    .    -200 -300 .    .    .    .    .    .
usage limit reached    TI  .    .    .    +300 +300 +300 +300 +300 +300 +300 .    .
usage limit restored   TI  .    .    .    -300 -300 -300 -300 -300 -300 -300 .    .
quota used up          CA  .    .    .    +400 +400 +400 +400 +400 +400 +400 .    .
cycle began            TI  .    .    .    -400 -400 -400 -400 -400 -400 -400 .    .
add-on paid            OP  .    .    .    -400 -400 -400 -400 -400 -400 -400 .    .
real name missing      CA  .    .    .    +600 +600 +600 +600 +600 +600 +600 .    .
certified              CA  .    .    .    -600 -600 -600 -600 -600 -600 -600 .    .
risk found             CA  .    .    .    +700 +700 +700 +700 +700 +700 +700 .    .
risk lifted            CA  .    .    .    -700 -700 -700 -700 -700 -700 -700 .    .
plan expired           TI  .    .    .    40   40   40   40   40   40   40   .    .
renewal paid           OP  .    .    .    =    =    =    =    =    =    =    back .
cancelled              OP  .    .    .    .    50   .    .    .    .    .    50   .
cancellation asked     OP  .    .    .    .    due  .    .    .    .    .    due  .
cancellation finished  TI  .    .    .    50!  50!  50!  50!  50!  50!  50!  50!  .
auto-cancelled         TI  .    .    .    .    .    .    .    .    .    .    50   .
"""

# For each action, its risk class (reliability.md 4.8: 0 reads, 1 stays on the desk, 2 is taken back
# easily, 3 with pains, 4 pays, 5 is final) and the specific statuses it is permitted in, by plan
# family; "all" leaves out 50.
PERMITTED = """
action         R|single-card                    |same-tier                          |pooled
suspend        2|100 150                        |100 150                            |100 150
resume         2|200 300                        |200 300                            |200 300
resume_use     2|130 500                        |130 500                            |130 500
force_activate 3|                               |20                                 |
cancel         5|200 40                         |200 40                             |200 40
renew          4|100 150 200 400 500 600 700 40 |100 150 200 300 400 500 600 700 40 |
add_on         4|100 150 200 400 500            |                                   |
usage_limit    2|                               |all -130 -40                       |all -130 -40
auto_renew_on  4|all -130                       |all -130                           |
auto_renew_off 2|all -130                       |all -130                           |
auto_rebind    3|all                            |all                                |all
tag            1|all                            |all                                |all
remark         1|all                            |all                                |all
export         0|all 50                         |all 50                             |all 50
"""

_ALIVE = frozenset({10, 20, 100, 130, 150, 200, 300, 400, 500, 600, 700, 40})
_LOCAL = frozenset({"tag", "remark", "export"})
_FAMILIES = {"SC": 0, "SCD": 0, "SF": 1, "SFD": 1, "UP": 2, "UPG": 2}
_WHO = {"OP": Trigger.OPERATOR, "CA": Trigger.CARRIER, "TI": Trigger.TIMER}


def shown(state: CardState) -> int:
    """The specific status of a state, as domain.md 2.4 derives it."""
    if state.base == 30:
        for hold in (700, 600, 500, 400, 300, 200):
            if hold in state.holds:
                return hold
        return 100
    if state.base == 10 and 500 in state.holds:
        return 130
    return int(state.base)


def every_state() -> Iterator[CardState]:
    """Every base, every subset of holds, with and without a cancellation due: 640 states."""
    subsets = [frozenset(chosen) for size in range(7) for chosen in combinations(tuple(Hold), size)]
    for base, holds, due in product(Base, subsets, (False, True)):
        yield CardState(base, holds, due)


def after(state: CardState, event: Event) -> CardState | None:
    """What the picture says `event` makes of `state`; None where it is refused."""
    who, cells = _moves()[event.value]
    cell = cells[shown(state)]
    if cell == "." or (who == "OP" and state.cancellation_due):
        return None
    if cell == "50!":
        return CardState(Base.CANCELLED) if state.cancellation_due else None
    return _CELLS[cell](state) if cell in _CELLS else _with_hold(state, cell)


def who_makes(event: Event) -> Trigger:
    """Operator, carrier or timer, as the picture has it."""
    return _WHO[_moves()[event.value][0]]


_CELLS: dict[str, Callable[[CardState], CardState]] = {
    "=": lambda state: state,
    "20": lambda state: CardState(Base.INACTIVE, frozenset(), state.cancellation_due),
    "30": lambda state: CardState(Base.ACTIVE, frozenset(), state.cancellation_due),
    "40": lambda state: CardState(Base.STOPPED, state.holds, state.cancellation_due),
    "50": lambda state: CardState(Base.CANCELLED),
    "back": lambda state: CardState(
        Base.ACTIVE,
        state.holds & {Hold.DEVICE, Hold.REAL_NAME, Hold.ABNORMAL},
        state.cancellation_due,
    ),
    "due": lambda state: CardState(state.base, state.holds, True),
}


def _with_hold(state: CardState, cell: str) -> CardState:
    hold = {Hold(int(cell[1:]))}
    holds = state.holds | hold if cell[0] == "+" else state.holds - hold
    return CardState(state.base, holds, state.cancellation_due)


@cache
def _moves() -> dict[str, tuple[str, dict[int, str]]]:
    header, *lines = MOVES.strip().splitlines()
    columns = [int(code) for code in header.split()[2:]]
    found = {}
    for line in lines:
        name, rest = line[:23].strip(), line[23:].split()
        found[name] = (rest[0], dict(zip(columns, rest[1:], strict=True)))
    return found


def permitted(key: ActionKey, action: Action, *, offered: bool = True) -> bool:
    """Whether the picture lets `action` be asked for on a card with this key.

    `offered` says that the provider can do it. A status nobody knows takes nothing but what the
    desk does by itself; a cancellation under way leaves the same.
    """
    name = action.value
    if name == "export":
        return True
    if name not in _LOCAL and (not offered or key.cancellation_due or key.specific is None):
        return False
    if key.specific is None:
        return True
    if name == "auto_renew_on" and key.auto_renew:
        return False
    if name == "auto_renew_off" and not key.auto_renew:
        return False
    return int(key.specific) in _actions()[name][1][_FAMILIES[key.plan_type.value]]


def risk(action: Action) -> int:
    """The risk class the picture gives an action."""
    return _actions()[action.value][0]


def every_key() -> Iterator[ActionKey]:
    """Every specific status (and an unknown one), plan type, smart, auto-renew and due."""
    flags = (False, True)
    for parts in product((*SpecificStatus, None), PlanType, flags, flags, flags):
        yield ActionKey(*parts)


@cache
def _actions() -> dict[str, tuple[int, list[frozenset[int]]]]:
    found = {}
    for line in PERMITTED.strip().splitlines()[1:]:
        first, *cells = line.split("|")
        name, danger = first.split()
        found[name] = (int(danger), [_codes(cell) for cell in cells])
    return found


def _codes(cell: str) -> frozenset[int]:
    words = cell.split()
    codes = {int(word) for word in words if word != "all"}
    if "all" in words:
        codes |= _ALIVE
    return frozenset(code for code in codes if code > 0 and -code not in codes)

"""The gate before an act, by hand: a row for each size at which it changes."""

import pytest

from simdesk.models.action import Action
from simdesk.models.gate import (
    GateKind,
    ReasonRule,
    enter_confirms,
    gate_of,
    is_number,
    reason_rule,
)

G, R, A = GateKind, ReasonRule, Action


@pytest.mark.parametrize(
    ("action", "count", "gate", "reason", "enter"),
    [
        (A.SUSPEND, 0, G.NONE, R.NOT_ASKED, True),
        (A.SUSPEND, 1, G.NONE, R.NOT_ASKED, True),
        (A.SUSPEND, 999, G.NONE, R.NOT_ASKED, True),
        (A.SUSPEND, 1_000, G.NUMBER, R.WELCOME, False),
        (A.USAGE_LIMIT, 1_000_000, G.NUMBER, R.WELCOME, False),
        (A.AUTO_RENEW_OFF, 999, G.NONE, R.NOT_ASKED, True),
        (A.FORCE_ACTIVATE, 9, G.NONE, R.WELCOME, False),
        (A.FORCE_ACTIVATE, 10, G.NUMBER, R.WELCOME, False),
        (A.AUTO_REBIND, 101, G.NUMBER, R.REQUIRED, False),
        (A.RENEW, 1, G.NONE, R.WELCOME, False),
        (A.RENEW, 9, G.NONE, R.WELCOME, False),
        (A.RENEW, 10, G.NUMBER, R.WELCOME, False),
        (A.ADD_ON, 100, G.NUMBER, R.WELCOME, False),
        (A.ADD_ON, 101, G.NUMBER, R.REQUIRED, False),
        (A.AUTO_RENEW_ON, 9, G.NONE, R.WELCOME, False),
        (A.AUTO_RENEW_ON, 10, G.NUMBER, R.WELCOME, False),
        (A.CANCEL, 0, G.NONE, R.NOT_ASKED, False),
        (A.CANCEL, 1, G.TICK, R.REQUIRED, False),
        (A.CANCEL, 2, G.NUMBER, R.REQUIRED, False),
        (A.CANCEL, 100, G.NUMBER, R.REQUIRED, False),
        (A.CANCEL, 101, G.NUMBER_AND_ACCOUNT, R.REQUIRED, False),
        (A.TAG, 100_000, G.NONE, R.NOT_ASKED, True),
    ],
)
def test_the_gate_grows_with_size_and_risk(
    action: Action, count: int, gate: GateKind, reason: ReasonRule, enter: bool
) -> None:
    assert gate_of(action, count) is gate
    assert reason_rule(action, count) is reason
    assert enter_confirms(action, count) is enter


@pytest.mark.parametrize("action", [one for one in Action if not one.local])
def test_more_cards_never_open_a_gate(action: Action) -> None:
    order = list(GateKind)
    gates = [order.index(gate_of(action, count)) for count in (1, 2, 10, 101, 1_000, 100_000)]
    assert gates == sorted(gates)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("1234", True),
        (" 1,234 ", True),
        ("1 234", True),
        ("01234", False),
        ("12345", False),
        ("", False),
        ("\u0661\u0662\u0663\u0664", False),  # digits of another script
        ("one", False),
    ],
)
def test_what_counts_as_the_number(typed: str, says: bool) -> None:
    assert is_number(typed, 1_234) is says

"""How providers behave: what becomes of each send in turn, and kinds of carriers.

A fate is a word for one send; a behaviour is a script of fates, after which all goes well.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from simdesk.models.action import Action
from simdesk.models.capabilities import Capabilities
from simdesk.models.orders import OrderType

WINDOW = timedelta(minutes=15)
LATE, LATER, ACCEPTED, LONG = 120.0, 600.0, 60.0, 30.0
"""Seconds after which effects land: late, very late, accepted; and an answer nobody waits for."""

FATES: Mapping[str, str] = {
    "done": "effect, answer",
    "refused": "no effect, a refusal",
    "throttled": "no effect, too many calls (F06)",
    "not_sent": "no byte left the machine",
    "lost": "lost on the way there (F01)",
    "answer_lost": "effect, its answer lost on the way back (F02)",
    "late": "no answer, effect after two minutes (F03)",
    "later": "no answer, effect after ten minutes (F03)",
    "silent": "effect, an answer that never comes",
    "silent_lost": "no effect, an answer that never comes",
    "slow": "effect, an answer after those to later sends (F05)",
    "overdue": "effect, an answer after nobody waits any more (F05)",
    "breaks": "effect, then a mistake in the adapter",
    "drops": "no effect, a connection reset",
    "error_after": "effect, then a server error (F07)",
    "malformed": "effect, an answer that cannot be read (F08)",
    "malformed_lost": "no effect, an answer that cannot be read (F08)",
    "accepted": "accepted, effect a minute later (F12)",
    "accepted_lost": "accepted, never done (F12)",
    "doubled": "the network delivers it twice (F04)",
    "doubled_late": "the network delivers it again after ninety seconds (F04)",
    "dearer": "the price rises before it arrives: refused (F18)",
    "behind": "the card changes behind our back, so it is refused (F14)",
    "lost_behind": "lost, and the card changes behind our back (F14)",
    "revoked": "credentials are refused for ten minutes, here and for reads (F17)",
}

BEHAVIOURS: Mapping[str, tuple[str, ...]] = {
    "done": ("done", "done"),
    "refused": ("refused", "done"),
    "throttled": ("throttled", "done", "throttled", "done"),
    "not sent": ("not_sent", "done", "not_sent", "done"),
    "lost": ("lost", "lost"),
    "answer lost": ("answer_lost", "lost"),
    "late": ("late", "done"),
    "later": ("later", "late"),
    "silent": ("silent", "silent_lost"),
    "out of order": ("slow", "done"),
    "overdue": ("overdue", "done"),
    "breaks": ("breaks", "drops"),
    "server error": ("error_after", "done"),
    "malformed": ("malformed", "malformed_lost"),
    "accepted": ("accepted", "accepted"),
    "doubled": ("doubled", "doubled_late"),
    "dearer": ("dearer", "dearer"),
    "behind": ("behind", "lost_behind"),
    "revoked": ("done", "revoked"),
    "refused after a doubt": ("throttled", "late", "refused"),
}
"""Scripts for two cards, by name."""

ENDLESS: Mapping[str, tuple[str, ...]] = {"accepted lost": ("accepted_lost", "done")}
"""Those that take days of looking, and are not tortured at every point."""


@dataclass(frozen=True)
class Carrier:
    """How a carrier treats serials (reliability.md 6.1); `retention` in seconds, None for ever.

    `lag` is for how many seconds readings tell the state before.
    """

    honours: bool
    can_be_asked: bool
    retention: float | None = None
    lag: float = 0.0
    final: bool = True

    @property
    def capabilities(self) -> Capabilities:
        return Capabilities(
            actions=frozenset(action for action in Action if not action.local),
            simulated=True,
            calls_per_second=200.0,
            bulk_reads=50,
            query_by_serial=self.can_be_asked,
            proven_serial=self.honours,
            late_effect=WINDOW,
            answers_final=self.final,
            purchases=frozenset({OrderType.ADD_CARD, OrderType.ADD_FLOW, OrderType.FUNCTION}),
            order_acts=True,
            voucher_limits=True,
        )


CARRIERS: Mapping[str, Carrier] = {
    "honours": Carrier(honours=True, can_be_asked=True),
    "honours a day": Carrier(honours=True, can_be_asked=True, retention=24 * 3600.0),
    "ignores": Carrier(honours=False, can_be_asked=True),
    "ignores, mute": Carrier(honours=False, can_be_asked=False),
    "lags": Carrier(honours=False, can_be_asked=True, lag=240.0),
    "submits": Carrier(honours=False, can_be_asked=False, final=False),
}

"""How much is tortured: TIER=ci in minutes, TIER=night with SEEDS as many as one likes."""

import os
from dataclasses import dataclass
from itertools import islice

KILLS_IN_A_STORM = 10
CI_STORMS = 500
"""5,000 random kill points."""
NIGHT_STORMS = 20_000
"""200,000 of them."""
CHUNK = 50


@dataclass(frozen=True)
class Tier:
    """`night` lives more of everything; `seeds` are those of the storms."""

    night: bool
    seeds: tuple[int, ...]

    @property
    def chunks(self) -> list[tuple[int, ...]]:
        """The seeds in parts that one test each lives through."""
        left = iter(self.seeds)
        return list(iter(lambda: tuple(islice(left, CHUNK)), ()))


def asked() -> Tier:
    """What the environment asks for: TIER, and SIMDESK_TORTURE_SEEDS one by one.

    Raises ValueError for a tier nobody knows.
    """
    tier = os.environ.get("TIER") or "ci"
    if tier not in ("ci", "night"):
        raise ValueError(f"TIER is ci or night, not {tier}")
    words = os.environ.get("SIMDESK_TORTURE_SEEDS", "").split()
    storms = NIGHT_STORMS if tier == "night" else CI_STORMS
    return Tier(tier == "night", tuple(map(int, words)) or tuple(range(1, storms + 1)))

"""What a card looked like before an act, kept so that the act's effect can be recognised.

`image_column` writes it, field by field under the names that it has here.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class BeforeImage:
    """The facts and details recognition compares (reliability.md 0, finding 2).

    `read_at` is when the card was read, in seconds of UTC; 0 where that was not kept. `specific`
    is the provider's code, `expires_at` seconds of UTC, sizes KB. `sub_cards` has the specific
    status of each of a smart card's MSISDNs. Limits and `auto_rebind` mean something only when
    `detailed`.
    """

    specific: int
    expires_at: int | None = None
    auto_renew: bool = False
    cancellation_due: bool = False
    cycle_usage_kb: int = 0
    cycle_left_kb: int | None = None
    tier_kb: int | None = None
    usage_as_of: int = 0
    detailed: bool = False
    card_limit_kb: int | None = None
    limit_auto_restore: bool | None = None
    auto_rebind: bool | None = None
    sub_cards: Mapping[str, int] = field(default_factory=dict[str, int])
    read_at: int = 0

    @classmethod
    def from_json(cls, words: str) -> "BeforeImage":
        return cls(**json.loads(words))

"""Cards acted on are looked at: a few readings under way together."""

from collections.abc import Mapping, Sequence

from simdesk.models.commands import CardRef
from simdesk.services.calls import Calls
from simdesk.services.providers.base import CardReading
from simdesk.services.sync_reading import side_by_side

AT_ONCE = 4
"""Readings under way together; more would leave sends too little of the rate."""


async def looked_at(calls: Calls, refs: Sequence[CardRef]) -> Mapping[CardRef, CardReading]:
    """These cards in full; an unknown card is absent. Raises ProviderFault."""
    size = max(1, calls.capabilities.bulk_reads)
    parts = iter([refs[start : start + size] for start in range(0, len(refs), size)])
    found: dict[CardRef, CardReading] = {}

    async def worker() -> None:
        for part in parts:
            found.update(await calls.read(part))

    await side_by_side(worker() for _ in range(AT_ONCE))
    return found

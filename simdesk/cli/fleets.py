"""`simdesk demo` builds a fleet, `simdesk sync` reads one from its provider."""

import asyncio

from simdesk.cli.asked import Asked
from simdesk.cli.opening import opened
from simdesk.cli.telling import Progress, tell
from simdesk.models.changes import Change, SyncMoved
from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.watch import Watch


def build(asked: Asked, watch: Watch) -> int:
    """Build a fleet by its plan, no more. Raises KnownError when its name is taken."""
    if asked.fleet in asked.data.fleets():
        raise KnownError(
            text(
                QT_TRANSLATE_NOOP("trade", "There is a fleet “{name}” already, in {folder}."),
                name=asked.fleet,
                folder=str(asked.folder),
            ),
            text(QT_TRANSLATE_NOOP("trade", "Give the new one another name with --fleet NAME.")),
        )
    return asyncio.run(_build(asked, watch))


async def _build(asked: Asked, watch: Watch) -> int:
    async with opened(asked.folder, asked.plan, watch):
        tell(f"simdesk: fleet “{asked.fleet}” of {asked.cards:,} cards is in {asked.folder}")
    return 0


def sync(asked: Asked, watch: Watch) -> int:
    """Read the whole fleet once: list, details and usage, then orders and pools."""
    return asyncio.run(_sync(asked, watch))


async def _sync(asked: Asked, watch: Watch) -> int:
    async with opened(asked.existing(), asked.plan, watch) as desk:
        phases: dict[str, Progress] = {}

        def heard(change: Change) -> None:
            if isinstance(change, SyncMoved) and change.running:
                progress = phases.setdefault(change.phase, Progress(f"{change.phase}:"))
                progress.at(change.done, change.total)

        silence = desk.announcer.subscribe(heard)
        try:
            await desk.following.sync()
        finally:
            silence()
            for progress in phases.values():
                progress.end()
        tell(
            f"simdesk: {await desk.cards.total():,} cards, as of {desk.cards.now():%Y-%m-%d %H:%M}"
        )
    return 0

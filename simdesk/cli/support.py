"""`simdesk support-bundle`: lists what it would hold, asks, then writes it."""

import argparse
import asyncio
import sys
from pathlib import Path

from simdesk.cli.asked import Asked
from simdesk.cli.opening import opened
from simdesk.cli.telling import table, tell
from simdesk.compose import utc_now
from simdesk.models.errors import KnownError
from simdesk.paths import DESK_FILE, SETTINGS_FILE
from simdesk.services.settings import Settings
from simdesk.services.support_bundle import Entry, SupportBundle, bundle_name, write_bundle
from simdesk.services.watch import Watch

NOT_WANTED = 1


def support_bundle(asked: Asked, words: argparse.Namespace, watch: Watch) -> int:
    """Exit status 0 written, 1 not wanted. Raises KnownError."""
    return asyncio.run(_support_bundle(asked, words, watch))


async def _support_bundle(asked: Asked, words: argparse.Namespace, watch: Watch) -> int:
    entries = await _entries(asked, watch)
    now = utc_now()
    path: Path = words.out or Path(bundle_name(asked.fleet, now))
    print(table(("file", "bytes"), [(one.name, f"{one.size:,}") for one in entries]))
    if not words.yes and not _wanted(path):
        tell("simdesk: nothing was written.")
        return NOT_WANTED
    await write_bundle(path, entries, now)
    tell(f"simdesk: {len(entries)} files in {path}")
    return 0


async def _entries(asked: Asked, watch: Watch) -> tuple[Entry, ...]:
    """A fleet that cannot be opened, or is open in a window, still tells what lies beside it."""
    folder = asked.existing()
    try:
        async with opened(folder, asked.plan, watch) as desk:
            return await desk.support.entries()
    except KnownError as trouble:
        settings = Settings(folder / SETTINGS_FILE)
        file = folder / DESK_FILE
        bundle = SupportBundle(folder, watch.redactor, desk=file, settings=settings)
        return await bundle.entries(trouble)


def _wanted(path: Path) -> bool:
    """Without an answer, as in a script, nothing is wanted."""
    print(f"Write these to {path}? [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in ("y", "yes")
